import { parseArgs } from 'node:util';
import { fallbackLocale, type Locale, locales } from '../../src/locale.ts';
import type { SimulationOptions } from './simulation.ts';

export const usage = `Lets a made-up team live with Many Hands for some weeks, in seconds, and prints what happened.

  npm run simulate -- [--people 9] [--weeks 6] [--seed 7] [--locale en] [--redis]

  --people <1 to 200>    teammates who may be asked, besides one manager (default 9)
  --weeks <1 to 104>     how long (default 6)
  --seed <whole number>  the same seed gives the same output (default 7)
  --locale <${locales.join(' or ')}>     what the team speaks (default ${fallbackLocale})
  --redis                run on a redis-server of its own instead of the embedded store
  --help                 this text
`;

/** What was asked for, or a sentence that says what was wrong with it. */
export type Request =
  | { readonly kind: 'run'; readonly options: SimulationOptions; readonly withRedis: boolean }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

const limits = { people: [1, 200], weeks: [1, 104], seed: [0, 999_999_999] } as const;
const defaults = { people: '9', weeks: '6', seed: '7' };

/** Reads the words after the command. */
export function parseOptions(words: readonly string[]): Request {
  const { tokens } = parseArgs({ args: [...words], options: known, strict: false, tokens: true });
  const values: Record<keyof typeof limits, string> = { ...defaults };
  let withRedis = false;
  let locale: string = fallbackLocale;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') return wrong(`“${token.value}” is not an option`);
    const { name, value } = token;
    if (name === 'help') return { kind: 'help' };
    if (name === 'redis' && value === undefined) withRedis = true;
    else if (name === 'locale') locale = value ?? '';
    else if (isNumbered(name) && value !== undefined) values[name] = value;
    else if (isNumbered(name)) return wrong(`${token.rawName} needs a number`);
    else if (name === 'redis') return wrong('--redis takes no value');
    else return wrong(`${token.rawName} is not an option`);
  }
  return checked(values, locale, withRedis);
}

const known = {
  people: { type: 'string' },
  weeks: { type: 'string' },
  seed: { type: 'string' },
  locale: { type: 'string' },
  redis: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function checked(
  values: Readonly<Record<keyof typeof limits, string>>,
  wanted: string,
  withRedis: boolean,
): Request {
  for (const name of ['people', 'weeks', 'seed'] as const) {
    const [least, most] = limits[name];
    const text = values[name];
    const fits = /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
    if (!fits) return wrong(`--${name} must be a whole number from ${least} to ${most}, not “${text}”`);
  }
  const locale: Locale | undefined = locales.find((known) => known === wanted);
  if (locale === undefined) return wrong(`--locale must be ${locales.join(' or ')}, not “${wanted}”`);
  const options = {
    people: Number(values.people),
    weeks: Number(values.weeks),
    seed: Number(values.seed),
    locale,
  };
  return { kind: 'run', options, withRedis };
}

function isNumbered(name: string): name is keyof typeof limits {
  return Object.hasOwn(limits, name);
}

function wrong(problem: string): Request {
  return { kind: 'wrong', sentence: `${problem}. Try --help.` };
}
