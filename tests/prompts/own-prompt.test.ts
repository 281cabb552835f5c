import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { readContent } from '../../src/content.ts';
import { drawable, essenceOf, newOwnId, ownPromptSchema, readWords } from '../../src/prompts/own-prompt.ts';
import { isOwn, promptSchema } from '../../src/prompts/prompt.ts';
import { tidied } from '../../src/typed-text.ts';
import { hostile, own } from './own.ts';

const entered = { track: 'delegation', question: 'Who could do it?', try: 'Ask them.' };
const problems = (fields: object) => {
  const read = readWords({ ...entered, ...fields });
  return 'problems' in read ? read.problems : {};
};
const kept = (question: string) => {
  const read = readWords({ ...entered, question });
  return 'words' in read ? read.words.question : undefined;
};

describe('what can be kept of what was entered', () => {
  test('is a track, a question and something to try', () => {
    expect(readWords(entered)).toEqual({ words: entered });
  });

  test('has a track that there is', () => {
    for (const track of ['', 'Delegation', 'constructor', undefined])
      expect(problems({ track })).toEqual({ track: { kind: 'unknown-track' } });
  });

  test('has at most 200 characters of question and 160 of what to try', () => {
    expect(problems({ question: 'q'.repeat(200), try: 't'.repeat(160) })).toEqual({});
    expect(problems({ question: 'q'.repeat(201), try: 't'.repeat(161) })).toEqual({
      question: { kind: 'too-long', length: 201, most: 200 },
      try: { kind: 'too-long', length: 161, most: 160 },
    });
  });

  test('is counted in characters, as people count, and after the white space around it is gone', () => {
    expect(kept('🙂'.repeat(200))).toHaveLength(400);
    expect(problems({ question: '🙂'.repeat(201) })).toMatchObject({ question: { length: 201 } });
    expect(kept(` ${'q'.repeat(200)}\n\n `)).toHaveLength(200);
  });

  test.each([
    ['nothing', ''],
    ['nothing that came back', undefined],
    ['spaces', '   '],
    ['other white space', '\u00A0\u2003\u3000\t\n'],
    ['control characters', '\u0000\u0007\u001B'],
    ['signs without a width', '\u200B\u200D\u2060\uFEFF'],
    ['fillers and blank signs', '\u3164\u115F\u2800\u00AD'],
    ['marks of direction', '\u202E\u2066\u200F'],
  ])('is not %s', (_, text) => {
    expect(problems({ question: text, try: text })).toEqual({
      question: { kind: 'empty' },
      try: { kind: 'empty' },
    });
  });

  test('names every field that is wrong at once', () => {
    expect(Object.keys(problems({ track: 'x', question: ' ', try: 't'.repeat(300) }))).toEqual([
      'track',
      'question',
      'try',
    ]);
  });

  test.each(hostile)('keeps %s as it was typed', (_, text) => {
    expect(kept(text)).toBe(text);
  });
});

describe('a text', () => {
  test('becomes one line', () => {
    expect(tidied('  one\n\ntwo\t three \r\n')).toBe('one two three');
  });

  test('loses what nobody sees but that changes what stands around it', () => {
    expect(tidied('e\u0000\u0301')).toBe('é');
    expect(tidied('a\u0000b \u0007 c\u202Ed\u2066e\uD800f')).toBe('ab cdef');
  });

  test('keeps what joins characters of scripts and emoji', () => {
    for (const text of ['می\u200Cخواهم', '👩\u200D👧', 'א\u200F!']) expect(tidied(text)).toBe(text);
  });

  test('of any kind is tidy for good: one line, no control characters, nothing more to tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = tidied(text);
        expect(once).not.toMatch(/[\p{Cc}\p{Cs}\n\u202A-\u202E\u2066-\u2069]|\s{2}|^\s|\s$/u);
        expect(tidied(once)).toBe(once);
      }),
      { verbose: 1, numRuns: 500 },
    );
  });
});

describe('the essence of a question', () => {
  test.each([
    ['Who could do it?', 'who could DO it ?'],
    ['Who’s there?', "Who's there!"],
    ['Ｗho could do it', 'Who could do it'],
  ])('is the same for “%s” and “%s”', (one, other) => {
    expect(essenceOf(one)).toBe(essenceOf(other));
  });

  test.each([
    ['Who could do it?', 'Who can do it?'],
    ['??', '!!'],
    ['🙂', '🙃'],
    ['कि', 'की'],
  ])('is another for “%s” and “%s”', (one, other) => {
    expect(essenceOf(one)).not.toBe(essenceOf(other));
  });
});

describe('an id of its own', () => {
  test('is random, and what is stored under it is read again', () => {
    const random = createSeededRandom('ids');
    const ids = Array.from({ length: 200 }, () => newOwnId(random));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(ownPromptSchema.parse(own(1, { id }))).toEqual(own(1, { id }));
  });

  test('is known by its beginning, which no id of the library may have', () => {
    expect(isOwn({ id: newOwnId(createSeededRandom('one')) })).toBe(true);
    const [prompt] = readContent().en.prompts;
    expect(promptSchema.safeParse(prompt).success).toBe(true);
    const refused = promptSchema.safeParse({ ...prompt, id: 'own-kindly' });
    expect(refused.error?.issues[0]?.message).toContain('must not begin with “own-”');
    expect(readContent().en.prompts.filter(isOwn)).toEqual([]);
  });
});

test('a team’s own prompt is drawn as a light one, and answers no readout', () => {
  expect(drawable(own(1))).toEqual({
    ...{ id: own(1).id, track: 'delegation', depth: 1 },
    ...{ question: own(1).question, try: own(1).try },
  });
});
