// What .slack/hooks.json answers when the Slack CLI asks for the manifest: manifest.yml as JSON, and nothing else.
// Source of the contract: docs.slack.dev/tools/slack-cli/reference/hooks, get-manifest.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const manifest = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'));
process.stdout.write(`${JSON.stringify(manifest)}\n`);
