import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const manifestFile = new URL('../../manifest.yml', import.meta.url);
const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** The scopes of the bot in manifest.yml: what the app needs, and no more. */
export function manifestScopes(): readonly string[] {
  return manifest.parse(parse(readFileSync(manifestFile, 'utf8'))).oauth_config.scopes.bot;
}
