import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';

/** The parts of a manifest that the code has to agree with. */
const manifestShape = z.object({
  _metadata: z.object({ major_version: z.int().optional() }).optional(),
  display_information: z.object({ background_color: z.string().regex(/^#([0-9a-fA-F]{3}){1,2}$/) }),
  features: z.object({
    slash_commands: z.array(
      z.object({ command: z.string(), usage_hint: z.string(), should_escape: z.boolean() }),
    ),
    shortcuts: z.array(z.object({ callback_id: z.string(), type: z.enum(['global', 'message']) })),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), user: z.array(z.string()).default([]) }),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

export type Manifest = {
  readonly commands: readonly string[];
  /** What Slack offers behind them while somebody types, in its order. */
  readonly usage: readonly string[];
  /** By the ids that come back when one is chosen. */
  readonly shortcuts: readonly string[];
  readonly events: readonly string[];
  readonly botScopes: readonly string[];
  readonly userScopes: readonly string[];
  /** The whole document, as read. */
  readonly whole: unknown;
};

/** Reads `manifest.yml` of this project. Throws on one that does not even have the parts we compare. */
export function readManifest(): Manifest {
  const whole: unknown = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  const { features, oauth_config, settings } = manifestShape.parse(whole);
  return {
    commands: features.slash_commands.map(({ command }) => command),
    usage: features.slash_commands.flatMap(({ usage_hint: hint }) => hint.match(/\w+/g) ?? []),
    shortcuts: features.shortcuts.map(({ callback_id: id }) => id),
    events: settings.event_subscriptions.bot_events,
    botScopes: oauth_config.scopes.bot,
    userScopes: oauth_config.scopes.user,
    whole,
  };
}

/** What Slack's schema of the manifest's own major version (1 where it names none) says against it. */
export function schemaProblems(manifest: unknown): readonly string[] {
  const major = z.looseObject({ _metadata: manifestShape.shape._metadata }).parse(manifest)
    ._metadata?.major_version;
  const validate = validator(major ?? 1);
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
}

function validator(major: number): ValidateFunction {
  const schema = readFileSync(new URL(`data/slack-manifest.schema.${major}.json`, import.meta.url), 'utf8');
  // Not strict: Slack's schemas carry words that are no JSON Schema, such as `regex`.
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(schema));
}
