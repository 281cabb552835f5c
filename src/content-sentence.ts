import type { z } from 'zod';

/** What is wrong at a place of a content file; `of` tells whether the key is meant or what stands behind it. */
export type ContentProblem = {
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
  readonly of: 'key' | 'value';
};

/** What zod's issues look like to whoever writes content: sentences, one for each unknown field. */
export function contentProblems(issues: readonly z.core.$ZodIssue[]): readonly ContentProblem[] {
  return issues.flatMap((issue): readonly ContentProblem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...issue.path, key],
          sentence: 'is not a field of an entry',
          of: 'key',
        }))
      : [{ path: issue.path, sentence: issue.message, of: 'value' }],
  );
}

/** For `safeParse`: words for what a schema has no words of its own for. */
export function contentSentence(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined || issue.input === null) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return oneOf(issue.values);
  if (issue.code === 'invalid_union')
    return oneOf(issue.errors.flat().flatMap((one) => (one.code === 'invalid_value' ? one.values : [])));
  if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum));
  if (issue.code === 'too_big') return tooBig(issue.origin, Number(issue.maximum));
  return undefined;
}

const kinds: { readonly [expected: string]: string } = {
  string: 'text (put it in quotes)',
  array: 'a list',
  object: 'an entry with fields',
  boolean: 'true or false',
  number: 'a number',
};

const oneOf = (values: readonly unknown[]): string => `must be one of ${values.map(String).join(', ')}`;

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'array') return `must have at least ${minimum} items`;
  return minimum === 1 ? 'must not be empty' : `is shorter than ${minimum} characters`;
}

function tooBig(origin: string, maximum: number): string {
  return origin === 'array' ? `must have at most ${maximum} items` : `is longer than ${maximum} characters`;
}

/** What YAML makes of a text without double quotes in which there is a colon, or that begins with one of its signs. */
const unquoted: readonly string[] = ['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'BAD_SCALAR_START'];

/** What the YAML library found, in one line without the place and the excerpt: the place stands before it. */
export function yamlSentence({ code, message }: { readonly code: string; readonly message: string }): string {
  if (unquoted.includes(code))
    return 'put the whole text in double quotes, and “…” around what it quotes itself';
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
