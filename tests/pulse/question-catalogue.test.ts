import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/pulse/question.ts';
import { defaultQuestions, questionFor, readQuestions } from '../../src/pulse/question-catalogue.ts';
import { folderWith } from '../readout/content-folder.ts';
import { questions } from '../readout/samples.ts';
import { temporaryFolder } from '../redis/stores.ts';

const entry = (fields: string = '', id = 'a-question', about = 'workload') => `
- id: ${id}
  about: ${about}
  title: A title
  text: How was it?
  options:
    - { text: One, strained: false }
    - { text: Two, strained: false }
    - { text: Three, strained: true }
    - { text: Four, strained: true }
  readout: "{level} of those who answered."
  calmer: Calmer.
  heavier: Heavier.
${fields}`;
const others = entry('', 'another', 'asking') + entry('', 'a-third', 'delegation');

const problemsOfQuestions = async (text: string) =>
  readQuestions(await folderWith('questions.yml', text)).problems;

describe('the catalogue of questions', () => {
  it('has what the specification asks for: six questions and more, about all three subjects', () => {
    expect(questions.length).toBeGreaterThanOrEqual(6);
    expect(new Set(questions.map(({ about }) => about))).toEqual(
      new Set(['workload', 'asking', 'delegation']),
    );
  });

  it('is read without a problem where there is none', async () => {
    expect(await problemsOfQuestions(entry() + others)).toEqual([]);
  });

  it.each([
    ['an id that is no name', '- id: a-question', '- id: A Question', 'questions.yml:2: id: must be words'],
    [
      'an unknown subject',
      'about: workload',
      'about: mood',
      'questions.yml:3: about: must be one of workload',
    ],
    [
      'a question that is too long',
      'How was it?',
      'x'.repeat(151),
      'questions.yml:5: text: is longer than 150',
    ],
    [
      'an option that is too long',
      'One',
      'x'.repeat(31),
      'questions.yml:7: options.0.text: is longer than 30',
    ],
    [
      'an option without a side',
      ', strained: true }\n    - { text: Four',
      ' }\n    - { text: Four',
      'questions.yml:9: options.2.strained',
    ],
    ['a readout that does not start with the level', '"{level} of', '"Some of', 'questions.yml:11: readout'],
    ['a field that is missing', '  calmer: Calmer.\n', '', 'questions.yml:2: calmer'],
    [
      'a field that is unknown',
      '  calmer:',
      '  colour: red\n  calmer:',
      'questions.yml:12: colour: is not a field',
    ],
    [
      'no strained option',
      /strained: true/g,
      'strained: false',
      'questions.yml:7: options: no option is strained',
    ],
    [
      'strained options only',
      /strained: false/g,
      'strained: true',
      'questions.yml:7: options: every option is strained',
    ],
  ])('names file and line of %s', async (_, before, after, problem) => {
    const problems = await problemsOfQuestions(entry().replace(before, after) + others);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('takes four or five options, no fewer and no more', async () => {
    const option = '    - { text: Four, strained: true }\n';
    const withOptions = (count: number) => entry().replace(option, option.repeat(count));
    expect(await problemsOfQuestions(withOptions(0) + others)).toEqual([
      expect.stringMatching(/questions.yml:7: options/),
    ]);
    expect(await problemsOfQuestions(withOptions(3) + others)).toEqual([
      expect.stringMatching(/questions.yml:7: options/),
    ]);
    expect(await problemsOfQuestions(withOptions(1) + others)).toEqual([]);
  });

  it('lists all problems at once', async () => {
    const text = entry().replace('A title', '""').replace('How was it?', '""') + others;
    expect(await problemsOfQuestions(text)).toHaveLength(2);
  });

  it('names an id that stands twice, and a subject that nothing asks about', async () => {
    expect(await problemsOfQuestions(entry() + entry() + others)).toEqual([
      expect.stringMatching(/^questions\.yml:\d+: the id “a-question” is used already/),
    ]);
    expect(await problemsOfQuestions(entry())).toEqual([
      'questions.yml: there is no question about “asking”',
      'questions.yml: there is no question about “delegation”',
    ]);
  });

  it('is a problem, not an exception, where the file is missing, empty or no YAML', async () => {
    for (const text of ['', 'just words', '- id: [', ': :'])
      expect((await problemsOfQuestions(text)).length).toBeGreaterThan(0);
    const nowhere = pathToFileURL(`${await temporaryFolder()}/`);
    expect(readQuestions(nowhere).problems).toEqual([expect.stringMatching(/^questions\.yml:1: the file /)]);
  });
});

describe('which question a pulse asks', () => {
  it('is about workload in two of three, and about asking and delegating in turn in the third', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(subjectOf)).toEqual([
      ...[
        'workload',
        'workload',
        'asking',
        'workload',
        'workload',
        'delegation',
        'workload',
        'workload',
        'asking',
      ],
    ]);
  });

  it('is the one the team tracks, or the first of its subject where that is no longer there', () => {
    expect(questionFor(questions, 'workload', 'hours-worked').id).toBe('hours-worked');
    expect(questionFor(questions, 'asking', 'no-longer-there').about).toBe('asking');
    expect(() => questionFor([], 'asking', 'any')).toThrow('no question about a subject');
  });

  it('is the first of each subject for a new team', () => {
    const tracked = defaultQuestions(questions);
    expect(tracked).toEqual({
      workload: 'work-fits-hours',
      asking: 'ease-of-asking',
      delegation: 'work-shared',
    });
  });
});
