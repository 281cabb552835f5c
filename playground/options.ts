import { parseArgs } from 'node:util';
import { fallbackLocale, type Locale, locales } from '../src/locale.ts';

/** A week in a minute. */
const DEFAULT_SPEED = 10_080;
const MOST_SPEED = 100_000;

export type PlaygroundCommand = {
  /** Absent: any free port. */
  readonly port?: number;
  /** Virtual seconds per second. */
  readonly speed: number;
  readonly hasTeammates: boolean;
  readonly door: 'socket' | 'http';
  readonly isAuto: boolean;
  /** Absent: English. */
  readonly locale?: Locale;
  /** The folder for pictures of everything there is to see; only with `isAuto`. */
  readonly pictures?: string;
};

export const doorNames: { readonly [door in PlaygroundCommand['door']]: string } = {
  socket: 'Socket Mode',
  http: 'signed HTTP',
};

export type ParsedOptions =
  | { readonly kind: 'run'; readonly command: PlaygroundCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const known = {
  port: { type: 'string' },
  speed: { type: 'string' },
  'no-teammates': { type: 'boolean' },
  http: { type: 'boolean' },
  auto: { type: 'boolean' },
  locale: { type: 'string' },
  pictures: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const help = `npm run playground -- [options]

A Slack workspace on this machine, the real app in it, and a small company.

  --port <number>      where the workspace listens (default: any free port)
  --speed <factor>     how much faster than life the clock runs (default ${DEFAULT_SPEED}: a week in a minute)
  --no-teammates       nobody acts but you (not with --auto)
  --http               signed HTTP instead of Socket Mode
  --locale <code>      the language of new teams: ${locales.join(' or ')} (default ${fallbackLocale}; not with --auto)
  --auto               plays one week by itself, prints it, and ends with 0 (all was there) or 1 (what was missing);
                       its clock jumps from one event to the next, whatever --speed says
  --pictures <folder>  with --auto: also pictures of what people see, wide and as on a phone (needs a Chromium)
  --help               this text
`;

/** The options, or a sentence for each that cannot be taken. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: known,
    strict: false,
    tokens: true,
  });
  if (values.help) return { kind: 'help' };
  const problems = [
    ...tokens.flatMap((token) => {
      if (token.kind === 'positional') return [`“${token.value}” is not an option.`];
      if (token.kind === 'option-terminator') return [];
      if (!Object.hasOwn(known, token.name)) return [`There is no option ${token.rawName}.`];
      const isFlag = known[token.name as keyof typeof known].type === 'boolean';
      if (isFlag && token.value !== undefined) return [`${token.rawName} takes no value.`];
      return !isFlag && !token.value ? [`${token.rawName} needs a value.`] : [];
    }),
    ...numberProblem('--port', values.port, 65_535),
    ...numberProblem('--speed', values.speed, MOST_SPEED),
    ...localeProblem(values.locale, values.auto === true),
    ...(values['no-teammates'] && values.auto
      ? ['--no-teammates does not go with --auto, which plays everybody.']
      : []),
    ...(values.pictures !== undefined && !values.auto ? ['--pictures works only with --auto.'] : []),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const locale = locales.find((known) => known === values.locale);
  return {
    kind: 'run',
    command: {
      ...(values.port === undefined ? {} : { port: Number(values.port) }),
      speed: values.speed === undefined ? DEFAULT_SPEED : Number(values.speed),
      hasTeammates: values['no-teammates'] !== true,
      door: values.http === true ? 'http' : 'socket',
      isAuto: values.auto === true,
      ...(locale === undefined ? {} : { locale }),
      ...(typeof values.pictures === 'string' ? { pictures: values.pictures } : {}),
    },
  };
}

function localeProblem(value: string | boolean | undefined, isAuto: boolean): readonly string[] {
  if (typeof value !== 'string' || value === '') return [];
  if (isAuto) return ['--locale does not go with --auto, which plays in English.'];
  return locales.some((known) => known === value)
    ? []
    : [`--locale takes ${locales.join(' or ')}, not “${value}”.`];
}

function numberProblem(name: string, value: string | boolean | undefined, most: number): readonly string[] {
  if (typeof value !== 'string' || value === '') return [];
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return [];
  return [`${name} takes a whole number from 1 to ${most}, not “${value}”.`];
}
