import { z } from 'zod';
import { fallbackLocale, type Locale, locales } from './locale.ts';
import { logLevels } from './log.ts';
import { readRedisAddress } from './redis-address.ts';

/** How Slack reaches us. */
export type Door =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host: string };

/** Everything the app is told from outside; see .env.example. */
export type Config = {
  readonly botToken: string;
  readonly door: Door;
  /** A local stand-in for Slack's Web API; absent for the real one. */
  readonly slackApiUrl?: string;
  readonly redisUrl?: string;
  readonly dataDir: string;
  readonly keyDir: string;
  /** Custody B: 32 bytes that wrap the keys of open pulses in Redis. Absent: custody A, files in `keyDir`. */
  readonly keyEncryptionKey?: Buffer;
  readonly logLevel: (typeof logLevels)[number];
  /** The language of new teams, and of what is said where there is no team. */
  readonly locale: Locale;
  /** Where health and metrics are served; absent: nowhere. */
  readonly ops?: { readonly port: number; readonly host: string };
};

/** The configuration, or everything that is wrong with it, in words. */
export type ParsedConfig = { readonly config: Config } | { readonly problems: readonly string[] };

const token = (prefix: string, name: string) =>
  z.string().regex(new RegExp(`^${prefix}.+`), `${name} must start with ${prefix}`);

const environmentSchema = z.object({
  SLACK_BOT_TOKEN: z
    .string({ error: 'SLACK_BOT_TOKEN is missing: the Bot User OAuth Token, which starts with xoxb-' })
    .regex(/^xoxb-.+/, 'SLACK_BOT_TOKEN must start with xoxb-'),
  SLACK_APP_TOKEN: token('xapp-', 'SLACK_APP_TOKEN').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: z.string().refine(isPort, 'PORT must be a whole number from 1 to 65535').transform(Number).optional(),
  HOST: z.string().default('127.0.0.1'),
  SLACK_API_URL: z
    .string()
    .refine(isHttpUrl, 'SLACK_API_URL must be a URL such as http://127.0.0.1:3000/api/')
    .optional(),
  REDIS_URL: z
    .string()
    .superRefine((url, context) => {
      const address = readRedisAddress(url);
      if (typeof address === 'string') context.addIssue({ code: 'custom', message: address });
    })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  KEY_DIR: z.string().default('./keys'),
  KEY_ENCRYPTION_KEY: z
    .string()
    .refine(isKey, 'KEY_ENCRYPTION_KEY must be 32 random bytes in base64: openssl rand -base64 32')
    .optional(),
  OPS_PORT: z
    .string()
    .refine(isPort, 'OPS_PORT must be a whole number from 1 to 65535')
    .transform(Number)
    .optional(),
  OPS_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(logLevels, {
      error: `LOG_LEVEL must be one of ${logLevels.join(', ')}: debug output of Slack’s libraries prints answers`,
    })
    .default('info'),
  LOCALE: z
    .enum(locales, { error: `LOCALE must be one of ${locales.join(', ')}: a language the app has words in` })
    .default(fallbackLocale),
});

/** Variables with which libraries print what passes through them: Redis arguments, request bodies. */
const DEBUG_SWITCHES = ['DEBUG', 'NODE_DEBUG'] as const;

type Values = { readonly [name: string]: unknown };
type Environment = z.infer<typeof environmentSchema>;

/** The names of all variables, for .env.example and its test. */
export const variableNames = Object.keys(environmentSchema.shape);

/** Reads the whole environment at once. Empty values count as absent; blanks around a value come from copying. */
export function parseConfig(environment: { readonly [name: string]: string | undefined }): ParsedConfig {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const present = withoutUnusedPort(Object.fromEntries(trimmed.filter(([, value]) => value)));
  const parsed = environmentSchema.safeParse(present);
  const door = doorOf(parsed.success ? parsed.data : present);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ message }) => message)),
    ...debugProblems(present),
  ];
  if (typeof door === 'string') return { problems: [...problems, door] };
  return parsed.success && problems.length === 0 ? { config: configOf(parsed.data, door) } : { problems };
}

function configOf(environment: Environment, door: Door): Config {
  const {
    SLACK_BOT_TOKEN,
    SLACK_API_URL,
    REDIS_URL,
    DATA_DIR,
    KEY_DIR,
    KEY_ENCRYPTION_KEY,
    LOG_LEVEL,
    LOCALE,
    OPS_PORT,
    OPS_HOST,
  } = environment;
  return {
    botToken: SLACK_BOT_TOKEN,
    door,
    ...(SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {}),
    ...(REDIS_URL ? { redisUrl: REDIS_URL } : {}),
    dataDir: DATA_DIR,
    keyDir: KEY_DIR,
    ...(KEY_ENCRYPTION_KEY ? { keyEncryptionKey: Buffer.from(KEY_ENCRYPTION_KEY, 'base64') } : {}),
    logLevel: LOG_LEVEL,
    locale: LOCALE,
    ...(OPS_PORT ? { ops: { port: OPS_PORT, host: OPS_HOST } } : {}),
  };
}

/** Many hosts set PORT by themselves: beside an app token, and without a signing secret, it says nothing. */
function withoutUnusedPort(present: Values): Values {
  const { PORT, ...rest } = present;
  const isUnused = present.SLACK_APP_TOKEN !== undefined && present.SLACK_SIGNING_SECRET === undefined;
  return isUnused ? rest : present;
}

/** The door that the variables describe, or a sentence about the one that is missing or ambiguous. */
function doorOf(values: Values): Door | string {
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, PORT, HOST } = values;
  const hasSocket = SLACK_APP_TOKEN !== undefined;
  const hasHttp = SLACK_SIGNING_SECRET !== undefined || PORT !== undefined;
  if (hasSocket && SLACK_SIGNING_SECRET !== undefined)
    return 'Set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET with PORT, but not both: one is the way in';
  if (hasSocket) return { kind: 'socket', appToken: String(SLACK_APP_TOKEN) };
  if (!hasHttp)
    return 'SLACK_APP_TOKEN is missing (Socket Mode), and so are SLACK_SIGNING_SECRET and PORT (HTTP): one of the two is needed';
  if (SLACK_SIGNING_SECRET === undefined)
    return 'SLACK_SIGNING_SECRET is missing: HTTP needs it together with PORT';
  if (PORT === undefined) return 'PORT is missing: HTTP needs it together with SLACK_SIGNING_SECRET';
  return {
    kind: 'http',
    signingSecret: String(SLACK_SIGNING_SECRET),
    port: Number(PORT),
    host: String(HOST ?? '127.0.0.1'),
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** 32 bytes in base64, as `openssl rand -base64 32` prints them. */
function isKey(text: string): boolean {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32;
}

function debugProblems(present: Values): readonly string[] {
  return DEBUG_SWITCHES.filter((name) => present[name] !== undefined).map(
    (name) => `${name} is set: it makes libraries print what passes through them, answers included. Unset it`,
  );
}
