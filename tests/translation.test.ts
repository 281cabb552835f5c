import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readContent } from '../src/content.ts';
import { StartProblem } from '../src/start-problem.ts';
import { entryOf, folderInGerman } from './support/translated-content.ts';

const english = readContent().en;
const [prompt, other] = english.prompts.filter((one) => one['for-managers'] === undefined);
const noted = english.prompts.find((one) => one['for-managers'] !== undefined);
const [question] = english.questions;
if (prompt === undefined || other === undefined || noted === undefined || question === undefined)
  throw new Error('the words that ship are too few for this test');

const file = `prompts/${prompt.sign}.yml`;
const inGerman = (changes: readonly (readonly [string, string])[] = []) =>
  entryOf(file, prompt.id, [['question', '"Was wäre leichter zu zweit?"'], ...changes]);
const questionInGerman = (changes: readonly (readonly [string, string])[] = []) =>
  entryOf('questions.yml', question.id, [['text', '"Wie gut passte die Arbeit?"'], ...changes]);

const read = async (files: { readonly [name: string]: string }) => readContent(await folderInGerman(files));

async function problems(files: { readonly [name: string]: string }): Promise<readonly string[]> {
  return problemsOf(await folderInGerman(files));
}

function problemsOf(folder: URL): readonly string[] {
  try {
    readContent(folder);
    return [];
  } catch (error) {
    if (error instanceof StartProblem) return error.problems;
    throw error;
  }
}

const without = (content: typeof english) => JSON.stringify([content.prompts, content.questions]);

describe('a locale', () => {
  test('without a folder is English, and nothing is wrong with that', async () => {
    const { de, en } = await read({});
    expect(without(de)).toBe(without(en));
    expect(de.wordingOf(question.id)).toEqual(en.wordingOf(question.id));
  });

  test('has its own words for what it has, in the place and under the id of the English ones', async () => {
    const { de, en } = await read({ [file]: await inGerman() });
    expect(de.prompts.map(({ id }) => id)).toEqual(en.prompts.map(({ id }) => id));
    const own = de.prompts.filter(({ question: text }, at) => text !== en.prompts[at]?.question);
    expect(own).toEqual([{ ...prompt, question: 'Was wäre leichter zu zweit?' }]);
    expect(en).toEqual({ ...english, wordingOf: en.wordingOf });
  });

  test('falls back to English by entry: a German question with English steps, and the other way round', async () => {
    const steps = `${question.id}:\n${['low', 'middle', 'high']
      .map(
        (weight) => `  ${weight}:\n${[1, 2, 3].map((at) => `    - "Schritt ${weight} ${at}."\n`).join('')}`,
      )
      .join('')}`;
    const one = (await read({ 'questions.yml': await questionInGerman() })).de.wordingOf(question.id);
    expect(one.question.text).toBe('Wie gut passte die Arbeit?');
    expect(one.actions).toEqual(english.wordingOf(question.id).actions);
    const two = (await read({ 'actions.yml': steps })).de.wordingOf(question.id);
    expect(two.question).toEqual(question);
    expect(two.actions.low[0]).toBe('Schritt low 1.');
  });
});

describe('what English alone decides is told with its file and line', () => {
  const lineOf = (text: string, part: string) =>
    text.split('\n').findIndex((line) => line.includes(part)) + 1;

  test.each([
    ['track', prompt.track === 'delegation' ? 'asking-for-help' : 'delegation', prompt.track],
    ['sign', other.sign === prompt.sign ? 'solitude' : other.sign, prompt.sign],
    ['practice', prompt.practice === 'rest' ? 'autonomy' : 'rest', prompt.practice],
    ['depth', prompt.depth === 3 ? '1' : '3', String(prompt.depth)],
  ])('of a prompt: its %s', async (field, wrong, right) => {
    const text = await inGerman([[field, wrong]]);
    const line = lineOf(text, `${field}: `);
    expect(await problems({ [file]: text })).toEqual([
      `de/${file}:${line}: ${field}: must be ${right}, as in English`,
    ]);
  });

  test('of a prompt: whether managers get a note', async () => {
    const from = `prompts/${noted.sign}.yml`;
    const text = (await entryOf(from, noted.id)).replace(/ {2}for-managers: .*\n/, '');
    expect(await problems({ [from]: text })).toEqual([
      `de/${from}:1: for-managers: must be there, as in English`,
    ]);
  });

  test('of a question: what it is about, how many options it has, and which of them are strained', async () => {
    const text = await questionInGerman([['about', 'asking']]);
    const about = `de/questions.yml:${lineOf(text, 'about: ')}: about: must be ${question.about}, as in English`;
    expect(await problems({ 'questions.yml': text })).toEqual([about]);

    const whole = await questionInGerman();
    const [first = '', second = ''] = whole.match(/ {4}- .*\n/g) ?? [];
    const strained = question.options.map((option) => option.strained).join(', ');
    const options = `de/questions.yml:${lineOf(whole, 'options:') + 1}: options: must be ${question.options.length} with strained ${strained}, as in English`;
    for (const wrong of [whole.replace(second, ''), whole.replace(first, first.replace('false', 'true'))])
      expect(await problems({ 'questions.yml': wrong })).toEqual([options]);
  });

  test('and so is an entry that English does not have, of every kind', async () => {
    const gone = (text: string, id: string) => text.replace(id, 'nirgendwo');
    const files = {
      [file]: gone(await inGerman(), prompt.id),
      'questions.yml': gone(await questionInGerman(), question.id),
      'actions.yml': 'nirgendwo:\n  low: [a, b, c]\n  middle: [d, e, f]\n  high: [g, h, i]\n',
    };
    expect(await problems(files)).toEqual([
      `de/${file}:1: English has no “nirgendwo”`,
      'de/questions.yml:1: English has no “nirgendwo”',
      'de/actions.yml:2: English has no “nirgendwo”',
    ]);
  });
});

describe('mistakes in a translation', () => {
  test('of form are told as those in English are', async () => {
    const long = await inGerman([['try', `"${'x'.repeat(161)}"`]]);
    expect(await problems({ [file]: long, 'actions.yml': 'just words\n' })).toEqual([
      expect.stringMatching(`^de/${file}:\\d+: try: is longer than 160 characters$`),
      'de/actions.yml:1: the file has no entries',
    ]);
  });

  test('are told once English is right: an entry may be missing there because it is broken', async () => {
    const folder = await folderInGerman({ [file]: await inGerman() });
    await writeFile(new URL(`en/${file}`, folder), 'just words\n');
    expect(problemsOf(folder)).toEqual([`en/${file}:1: the file has no entries`]);
  });

  test('are no matter for English: without it nothing starts', async () => {
    const folder = await folderInGerman({ 'questions.yml': await questionInGerman() });
    await rm(new URL('en/questions.yml', folder));
    expect(problemsOf(folder)).toEqual(['en/questions.yml:1: the file cannot be read']);
  });
});
