import { parseArgs } from 'node:util';

export type BenchCommand = {
  /** Names of the sections to run; absent: all. */
  readonly only?: readonly string[];
  readonly rounds: number;
  readonly answers: number;
};

export type ParsedOptions =
  | { readonly kind: 'run'; readonly command: BenchCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const DEFAULTS = { rounds: 15, answers: 1_000 } as const;
const MOST = { rounds: 100, answers: 100_000 } as const;

export const help = (sections: readonly string[]): string => `npm run bench -- [options]

How much one process carries, against a private real Redis and a Slack that answers at once. Prints one table.

  --only <sections>   some of ${sections.join(', ')}, with commas between
  --rounds <number>   rounds of the contest, of which the median counts (default ${DEFAULTS.rounds})
  --answers <number>  how many answers make a round (default ${DEFAULTS.answers})
  --help              this text
`;

const known = {
  only: { type: 'string' },
  rounds: { type: 'string' },
  answers: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The options, or a sentence for each that cannot be taken. */
export function parseOptions(args: readonly string[], sections: readonly string[]): ParsedOptions {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  if (values.help) return { kind: 'help' };
  const only = typeof values.only === 'string' ? values.only.split(',') : undefined;
  const problems = [
    ...tokens.flatMap((token) => {
      if (token.kind === 'positional') return [`“${token.value}” is not an option.`];
      if (token.kind === 'option-terminator') return [];
      if (!Object.hasOwn(known, token.name)) return [`There is no option ${token.rawName}.`];
      return token.value ? [] : [`${token.rawName} needs a value.`];
    }),
    ...(only ?? [])
      .filter((name) => !sections.includes(name))
      .map((name) => `There is no section “${name}”; there are ${sections.join(', ')}.`),
    ...numberProblem('rounds', values.rounds),
    ...numberProblem('answers', values.answers),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const command = {
    rounds: Number(values.rounds ?? DEFAULTS.rounds),
    answers: Number(values.answers ?? DEFAULTS.answers),
  };
  return { kind: 'run', command: only === undefined ? command : { ...command, only } };
}

function numberProblem(name: keyof typeof MOST, value: string | boolean | undefined): readonly string[] {
  if (typeof value !== 'string' || value === '') return [];
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= MOST[name]) return [];
  return [`--${name} takes a whole number from 1 to ${MOST[name]}, not “${value}”.`];
}
