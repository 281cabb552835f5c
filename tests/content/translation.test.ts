import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../scripts/content/check.ts';
import { type Library, linesIn, readLibrary, readTranslatedLibrary } from '../../scripts/content/library.ts';
import { gapsByKind, missingReport } from '../../scripts/content/missing.ts';
import { contentFolder } from '../../src/content-file.ts';
import { fallbackLocale, type Locale, locales } from '../../src/locale.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { tracks } from '../../src/team/team.ts';
import { entryOf, folderInGerman } from '../support/translated-content.ts';
import { shipped } from './changed-library.ts';

const english = shipped();
const [prompt, second] = english.prompts.entries;
const [question] = english.questions.entries;
if (prompt === undefined || second === undefined || question === undefined) throw new Error('nothing ships');
const file = `prompts/${prompt.sign}.yml`;

const inGerman = (changes: readonly (readonly [string, string])[] = []) =>
  entryOf(file, prompt.id, [['question', '"Was wäre zu zweit leichter?"'], ...changes]);

async function german(files: { readonly [name: string]: string }) {
  const folder = await folderInGerman(files);
  return readTranslatedLibrary(new URL('de/', folder), 'de', readLibrary(new URL('en/', folder)));
}

const problems = async (files: { readonly [name: string]: string }) => contentProblems(await german(files));

/**
 * Languages that a team can live in without reading English: half a year of prompts, every question and every step.
 * What English has beyond that may wait for its translation; `npm run content` prints it.
 */
const complete: readonly Locale[] = ['de'];
const PROMPTS = 26;
const PER_TRACK = 13;

/** What a complete language lacks. */
function lacks(library: Library, of: Library): readonly string[] {
  const { entries } = library.prompts;
  const missing = gapsByKind(library, of).filter(({ name }) => name !== 'prompts');
  return [
    ...missing.flatMap(({ name, missing: ids }) => ids.map((id) => `${name}: ${id}`)),
    ...(entries.length < PROMPTS ? ['prompts'] : []),
    ...tracks.filter((track) => entries.filter((one) => one.track === track).length < PER_TRACK),
  ];
}

describe('the translations that ship', () => {
  const read = (locale: Locale, of = english) =>
    readTranslatedLibrary(new URL(`${locale}/`, contentFolder), locale, of);

  it.each(locales.filter((locale) => locale !== fallbackLocale))('have no problem: %s', (locale) => {
    expect(contentProblems(read(locale))).toEqual([]);
  });

  it.each(complete)('lack nothing that a team cannot do without: %s', (locale) => {
    expect(lacks(read(locale), english)).toEqual([]);
  });

  it.each(complete)('need not have a prompt at once that English gains: %s', (locale) => {
    const gained = { ...prompt, id: 'a-prompt-that-is-new' };
    const entries = [...english.prompts.entries, gained];
    const more = { ...english, prompts: { ...english.prompts, entries } };
    const library = read(locale, more);
    expect(contentProblems(library)).toEqual([]);
    expect(lacks(library, more)).toEqual([]);
    expect(missingReport(library, more)).toContain(`  ${file}: ${gained.id}`);
  });

  it.each(complete)(
    'would be found with too few prompts, or a question or steps in English: %s',
    (locale) => {
      const library = read(locale);
      const few = (entries: readonly Prompt[]) => ({ ...library, prompts: { ...library.prompts, entries } });
      const { entries } = library.prompts;
      expect(lacks(few(entries.slice(0, PROMPTS - 1)), english)).toContain('prompts');
      expect(lacks(few(entries.filter(({ track }) => track !== prompt.track)), english)).toEqual([
        prompt.track,
      ]);
      const [, ...questions] = library.questions.entries;
      const [, ...actions] = library.actions.entries;
      const less = {
        ...library,
        questions: { ...library.questions, entries: questions },
        actions: { ...library.actions, entries: actions },
      };
      expect(lacks(less, english)).toHaveLength(2);
    },
  );
});

describe('the check of a translation', () => {
  it('finds nothing wrong with one that has hardly begun', async () => {
    expect(await problems({})).toEqual([]);
    expect(await problems({ [file]: await inGerman() })).toEqual([]);
  });

  it('does not measure it by the grammar of English, nor ask for what English decides', async () => {
    const long =
      '"Verantwortungsübernahmebereitschaft: Zusammenarbeitsvereinbarungen, Aufgabenverteilungen?"';
    expect(await problems({ [file]: await inGerman([['question', long]]) })).toEqual([]);
  });

  it.each([
    ['a field that says something else', [['practice', 'moon']], 'practice: must be one of'],
    ['another structure', [['depth', prompt.depth === 3 ? '1' : '3']], 'depth: must be '],
    ['an exclamation mark', [['try', '"Fragt nach!"']], 'has an exclamation mark'],
  ] as const)('tells %s with its file and line', async (_, changes, sentence) => {
    const text = await inGerman(changes);
    const line = text.split('\n').findIndex((one) => one.includes(`${changes[0][0]}: `)) + 1;
    const [told = ''] = await problems({ [file]: text });
    expect(told.startsWith(`${file}:${line}: ${sentence}`), told).toBe(true);
  });

  it('tells two lines that are nearly the same, and one in the file of another sign', async () => {
    const one = await inGerman();
    const other = await entryOf(file, second.id, [['question', '"Was wäre zu zweit denn leichter?"']]);
    expect(await problems({ [file]: `${one}\n${other}` })).toContainEqual(
      expect.stringMatching(`^${file}:\\d+: too close to ${file}:\\d+ `),
    );
    const elsewhere = `prompts/${prompt.sign === 'weakness' ? 'control' : 'weakness'}.yml`;
    expect(await problems({ [elsewhere]: one })).toContainEqual(
      expect.stringContaining(`belongs into ${file}`),
    );
  });

  it('applies the locale’s own list of forbidden words where there is one, and not the English one', async () => {
    const text = await inGerman([['question', '"Wer ist schuld, und wer ist toxic?"']]);
    expect(await problems({ [file]: text })).toEqual([]);
    const forbidden = '- id: blame\n  because: gibt jemandem die Schuld\n  words: [schuld]\n';
    expect(await problems({ [file]: text, 'forbidden.yml': forbidden })).toEqual([
      expect.stringMatching(`^${file}:\\d+: “schuld” gibt jemandem die Schuld$`),
    ]);
  });

  it('looks at what Slack would refuse of the messages in that language', async () => {
    const library = await german({ [file]: await inGerman() });
    const entries = library.prompts.entries.map((one) => ({ ...one, question: 'Wort '.repeat(1_000) }));
    expect(contentProblems({ ...library, prompts: { ...library.prompts, entries } })).toContainEqual(
      expect.stringContaining('message.blocks[1].text.text: '),
    );
  });
});

describe('what is missing', () => {
  const total = english.prompts.entries.length;
  const questions = english.questions.entries.length;

  it('is everything where there is nothing, file by file', async () => {
    const report = missingReport(await german({}), english);
    expect(report).toContain(`Deutsch (de): 0 of ${total} prompts, 0 of ${questions} questions`);
    expect(report).toMatch(/^ {2}prompts\/control\.yml: all \d+$/m);
    expect(report).toContain(`  questions.yml: all ${questions}`);
  });

  it('is told by id where something is there', async () => {
    const library = await german({ [file]: await inGerman() });
    const report = missingReport(library, english);
    expect(report).toContain(`1 of ${total} prompts`);
    const line = report.split('\n').find((one) => one.startsWith(`  ${file}: `)) ?? '';
    expect(line).toContain(second.id);
    expect(line).not.toContain(prompt.id);
    expect(gapsByKind(library, english).map(({ missing }) => missing.length)).toEqual([
      total - 1,
      questions,
      english.actions.entries.length,
    ]);
  });

  it('is nothing where all of it is there', () => {
    const whole = { ...english, locale: 'de', english } as const;
    expect(missingReport(whole, english)).toMatch(/\nnothing is missing$/);
    expect(linesIn(whole).length).toBeGreaterThan(total);
  });

  it('is printed by the command, after problems with the locale’s folder before their file', async () => {
    const folder = fileURLToPath(await folderInGerman({ [file]: await inGerman([['depth', '9']]) }));
    const words = ['--import', 'tsx', 'scripts/content.ts', folder];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`/de/${file}:\\d+: depth: must be one of 1, 2, 3`));
    expect(stdout).toContain('Deutsch (de): 0 of');
  });
});
