import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '../src/content.ts';
import { contentFolder } from '../src/content-file.ts';
import { practices, signs } from '../src/prompts/prompt.ts';
import { StartProblem } from '../src/start-problem.ts';
import { subjects, tracks } from '../src/team/team.ts';

describe('the content of this project', () => {
  const content = readContent().en;

  test('can be read: every file is valid', () => {
    expect(content.prompts.length).toBeGreaterThan(0);
    expect(content.questions.length).toBeGreaterThanOrEqual(6);
  });

  test.each(tracks)('has at least twelve prompts about %s', (track) => {
    expect(content.prompts.filter((prompt) => prompt.track === track).length).toBeGreaterThanOrEqual(12);
  });

  test('has a question for each subject, and steps for each question', () => {
    for (const subject of subjects) expect(content.questions.map(({ about }) => about)).toContain(subject);
    for (const { id } of content.questions) expect(content.wordingOf(id).question.id).toBe(id);
  });

  test('touches every sign in both tracks', () => {
    for (const track of tracks) {
      const touched = new Set(
        content.prompts.filter((prompt) => prompt.track === track).map(({ sign }) => sign),
      );
      expect(signs.filter((sign) => !touched.has(sign))).toEqual([]);
    }
  });

  test('names only signs and practices that are used', () => {
    const used = new Set(content.prompts.map(({ practice }) => practice));
    expect(practices.filter((practice) => !used.has(practice))).toEqual([]);
  });

  test('speaks without exclamation marks, and of nobody’s trauma', () => {
    const words = JSON.stringify([content.prompts, content.questions]);
    expect(words.match(/!|trauma|shame/gi)).toBeNull();
  });

  test('has a wording for a question that is no longer there', () => {
    expect(content.wordingOf('gone').question.id).toBe(content.questions[0]?.id);
  });
});

describe('content with mistakes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'many-hands-content-'));
    await cp(new URL('en/', contentFolder), join(folder, 'en'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Everything that keeps the app from starting with this folder, all of it in `en/`. */
  function problems(): readonly string[] {
    try {
      readContent(pathToFileURL(`${folder}/`));
      return [];
    } catch (error) {
      if (error instanceof StartProblem) return error.problems.map(inEnglish);
      throw error;
    }
  }

  const edit = async (name: string, change: (text: string) => string) =>
    writeFile(join(folder, 'en', name), change(await readFile(join(folder, 'en', name), 'utf8')));
  const lineOf = async (name: string, text: string) =>
    (await readFile(join(folder, 'en', name), 'utf8')).split('\n').findIndex((line) => line.includes(text)) +
    1;

  test('control: the copy has none', () => {
    expect(problems()).toEqual([]);
  });

  test('are all reported at once, each with its file and line', async () => {
    await edit('prompts/control.yml', (text) => text.replace('depth: 1', 'depth: 7'));
    await edit('prompts/solitude.yml', (text) => text.replace('track: delegation', 'track: gardening'));
    await edit('questions.yml', (text) => text.replace('about: asking', 'about: lunch'));
    const found = problems();
    expect(found).toHaveLength(3);
    expect(found[0]).toBe(
      `prompts/control.yml:${await lineOf('prompts/control.yml', 'depth: 7')}: depth: must be one of 1, 2, 3`,
    );
    expect(found[1]).toContain(
      `prompts/solitude.yml:${await lineOf('prompts/solitude.yml', 'gardening')}: track: `,
    );
    expect(found[2]).toContain(`questions.yml:${await lineOf('questions.yml', 'lunch')}: about: `);
  });

  test('are found all within one entry', async () => {
    const entry =
      '- id: Not An Id\n  track: delegation\n  sign: moon\n  practice: reflect\n  depth: 1\n  question: ""\n  try: "x"\n';
    await writeFile(join(folder, 'en/prompts/extra.yml'), entry);
    expect(problems().map((problem) => problem.split(': ').slice(0, 2).join(': '))).toEqual([
      'prompts/extra.yml:1: id',
      'prompts/extra.yml:3: sign',
      'prompts/extra.yml:6: question',
    ]);
  });

  test('such as a sentence that is too long or a word that is unknown point at their line', async () => {
    await edit('prompts/control.yml', (text) => text.replace(/try: .*/, `try: "${'x'.repeat(161)}"`));
    await edit('prompts/solitude.yml', (text) => text.replace('depth: 1', 'depth: 1\n  mood: "sunny"'));
    const found = problems();
    expect(found[0]).toContain(`prompts/control.yml:${await lineOf('prompts/control.yml', 'xxx')}: try: `);
    expect(found[1]).toContain('prompts/solitude.yml:');
    expect(found[1]).toContain('mood');
  });

  test('such as broken YAML point at their line', async () => {
    await edit('questions.yml', (text) => text.replace('about: asking', 'about: "asking'));
    expect(problems()[0]).toMatch(/^questions\.yml:\d+: /);
  });

  test('are said in words, each at the line of its field', async () => {
    const entry = [
      '- id: extra',
      '  track: delegation',
      '  sign: control',
      '  question: ""',
      `  try: "${'x'.repeat(161)}"`,
      '  depth: 1',
      '  notes:',
      '    - one',
      '    - two',
    ];
    await writeFile(join(folder, 'en/prompts/extra.yml'), `${entry.join('\n')}\n`);
    await edit('questions.yml', (text) => text.replace(/options:\n(?: {4}.*\n)+/, 'options: none\n'));
    expect(problems().filter((problem) => !problem.includes('sign:'))).toEqual([
      'prompts/extra.yml:1: practice: is missing',
      'prompts/extra.yml:4: question: must not be empty',
      'prompts/extra.yml:5: try: is longer than 160 characters',
      'prompts/extra.yml:7: notes: is not a field of an entry',
      expect.stringMatching(/^questions\.yml:\d+: options: must be a list$/),
    ]);
  });

  test('such as broken YAML name their place once', async () => {
    await writeFile(join(folder, 'en/prompts/extra.yml'), '- id: "open\n');
    expect(problems()).toEqual([expect.stringMatching(/^prompts\/extra\.yml:\d+: [^:]*[a-z"]$/)]);
    expect(problems().join()).not.toMatch(/at line|column/);
  });

  test('such as a file of prompts that would be left out say how to name it', async () => {
    await writeFile(join(folder, 'en/prompts/extra.yaml'), '');
    expect(problems()).toEqual(['prompts/extra.yaml:1: is not read: name it extra.yml']);
  });

  test('such as fewer than three steps for a level', async () => {
    await edit('actions.yml', (text) => text.replace(/( {2}low:\n(?: {4}.*\n){2})(?: {4}.*\n)+/, '$1'));
    expect(problems()).toEqual([
      expect.stringMatching(/^actions\.yml:\d+: low: must have at least 3 items$/),
    ]);
  });

  test('such as an id that stands twice in a file name both places', async () => {
    const [, id] = /id: (\S+)/.exec(await readFile(join(folder, 'en/prompts/control.yml'), 'utf8')) ?? [];
    await edit('prompts/control.yml', (text) => text + text);
    const found = problems();
    expect(found.length).toBeGreaterThan(1);
    expect(found[0]).toMatch(
      new RegExp(
        `^prompts/control\\.yml:\\d\\d+: the id “${id}” is used already, at prompts/control\\.yml:1$`,
      ),
    );
  });

  test('such as an id that stands in two files name both places', async () => {
    const text = await readFile(join(folder, 'en/prompts/control.yml'), 'utf8');
    await writeFile(join(folder, 'en/prompts/zebra.yml'), text.slice(0, text.indexOf('\n\n') + 1));
    const [, id] = /id: (\S+)/.exec(text) ?? [];
    expect(problems()).toEqual([
      `prompts/zebra.yml:1: the id “${id}” is used already, at prompts/control.yml:1`,
    ]);
  });

  test('such as a question that stands twice name both places, once', async () => {
    await edit('questions.yml', (text) => text + text.slice(text.indexOf('- id'), text.indexOf('\n\n') + 1));
    expect(problems()).toHaveLength(1);
    expect(problems()[0]).toMatch(/^questions\.yml:\d+: the id “.*” is used already, at questions\.yml:\d+$/);
  });

  test('such as a track without prompts are reported', async () => {
    for (const name of await readdir(join(folder, 'en/prompts'))) {
      await edit(`prompts/${name}`, (text) => text.replaceAll('track: asking-for-help', 'track: delegation'));
    }
    expect(problems()).toEqual(['prompts: there is no prompt for the track “asking-for-help”']);
  });

  test.each(['questions.yml', 'actions.yml'])(
    'such as a missing %s are reported, not thrown',
    async (name) => {
      await rm(join(folder, 'en', name));
      expect(problems()).toContain(`${name}:1: the file cannot be read`);
    },
  );

  test.each(['', '# nothing but a comment\n', 'just words\n'])(
    'such as a file without entries are reported: “%s”',
    async (text) => {
      await writeFile(join(folder, 'en/prompts/extra.yml'), text);
      expect(problems()).toEqual(['prompts/extra.yml:1: the file has no entries']);
    },
  );

  test('such as no folder at all are reported', async () => {
    await rm(folder, { recursive: true });
    expect(problems().length).toBeGreaterThan(2);
  });

  test('such as a question without steps are reported', async () => {
    await edit('actions.yml', (text) => text.replace('work-fits-hours:', 'other-question:'));
    expect(problems()).toContain('actions.yml: there are no steps for “work-fits-hours”');
  });
});

function inEnglish(problem: string): string {
  expect(problem).toMatch(/^en\//);
  return problem.slice('en/'.length);
}
