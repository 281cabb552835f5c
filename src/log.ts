import { type Logger, LogLevel } from '@slack/logger';
import { type DestinationStream, pino } from 'pino';
import type { Log, LogFields } from './ports.ts';

/** No debug: Slack's libraries print whole payloads there. */
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

const allowed = ['event', 'outcome', 'code', 'kind', 'milliseconds', 'count'] as const;

/** The one logger: JSON lines, only the fields of the allow-list (docs/privacy.md, "Logs"). */
export function createLog(options: {
  readonly level: (typeof logLevels)[number];
  readonly destination?: DestinationStream;
}): Log {
  const settings = { level: options.level, base: null };
  const logger = options.destination ? pino(settings, options.destination) : pino(settings);
  return {
    info: (message, fields) => logger.info(allowListed(fields), message),
    warn: (message, fields) => logger.warn(allowListed(fields), message),
    error: (message, fields) => logger.error(allowListed(fields), message),
  };
}

/** Types are gone at run time; this list is not. */
function allowListed(fields: LogFields = {}): LogFields {
  return Object.fromEntries(
    allowed.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );
}

/**
 * The logger handed to Bolt, web-api and Socket Mode. Debug and info are dropped and the words of warnings and
 * errors too, since they may quote payloads: what is left is a code.
 */
export function slackLogger(log: Log): Logger {
  const drop = () => undefined;
  return {
    debug: drop,
    info: drop,
    warn: (...words) => log.warn('Slack’s library warns', { code: codeOf(words) }),
    error: (...words) => log.error('Slack’s library reports an error', { code: codeOf(words) }),
    setLevel: drop,
    getLevel: () => LogLevel.WARN,
    setName: drop,
  };
}

/** A code without anyone's data: Slack's own for an answered error, else the library's. */
export function codeOf(words: readonly unknown[]): string {
  const codes = words.flatMap((word) => [at(at(word, 'data'), 'error'), at(word, 'code'), at(word, 'name')]);
  return (
    codes.find((code): code is string => typeof code === 'string' && /^[A-Za-z_]{1,60}$/.test(code)) ??
    'unknown'
  );
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
