import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../scripts/content/check.ts';
import { readLibrary, readTranslatedLibrary } from '../../scripts/content/library.ts';
import { contentFolder } from '../../src/content-file.ts';
import { type Change, changed, placeOf, shipped, withChange } from './changed-library.ts';

/** What is changed to see a check fail: taken from what ships, so that anyone may reword it. */
const { prompts, questions, actions } = shipped();
const prompt = first(prompts.entries);
const other = first(prompts.entries.filter(({ sign }) => sign !== prompt.sign));
const pulse = first(questions.entries);
const steps = first(actions.entries.filter(({ low }) => low.length === 3));
const [action = ''] = steps.low;

const file = `prompts/${prompt.sign}.yml`;
const inPrompt = (from: string, to: string): Change => ({ file, from, to });
const atQuestion = placeOf(file, prompt.question);
const atStep = placeOf(file, prompt.try);

/** What is wrong, and how the problem that tells it begins: each check has a change that trips it. */
const controls: readonly (readonly [what: string, change: Change, problem: string])[] = [
  ['a field that is missing', inPrompt(`  try: "${prompt.try}"\n`, ''), `${file}:1: try: is missing`],
  [
    'a text that is too long',
    inPrompt(prompt.try, 'word '.repeat(40)),
    `${atStep}: try: is longer than 160 characters`,
  ],
  [
    'an id that another file has',
    inPrompt(`id: ${prompt.id}`, `id: ${other.id}`),
    `${placeOf(`prompts/${other.sign}.yml`, `id: ${other.id}`)}: the id “${other.id}” is used already`,
  ],
  [
    'a prompt in the file of another sign',
    inPrompt(`sign: ${prompt.sign}`, `sign: ${other.sign}`),
    `${placeOf(file, `sign: ${prompt.sign}`)}: a prompt for “${other.sign}” belongs into`,
  ],
  [
    'a question that is nearly another one',
    inPrompt(prompt.question, `Tell us: ${other.question}`),
    `${placeOf(`prompts/${other.sign}.yml`, other.question)}: too close to ${atQuestion} `,
  ],
  [
    'an action that is nearly a prompt’s step',
    { file: 'actions.yml', from: action, to: prompt.try },
    `${placeOf('actions.yml', action)}: too close to ${atStep} (similarity 1.00`,
  ],
  [
    'a line that is hard to read',
    inPrompt(prompt.try, 'Identify organizational responsibilities necessitating participation.'),
    `${atStep}: reads like US grade `,
  ],
  ['a forbidden word', inPrompt(prompt.try, 'Leave one toxic task.'), `${atStep}: “toxic” `],
  [
    'a forbidden turn of phrase, in a readout',
    { file: 'questions.yml', from: pulse.calmer, to: 'You should keep it that way.' },
    `${placeOf('questions.yml', pulse.calmer)}: “you should” `,
  ],
  [
    'a question that yes or no would answer',
    inPrompt(prompt.question, 'Could you be away for two weeks?'),
    `${atQuestion}: can be answered by yes or no only`,
  ],
  ['an exclamation mark', inPrompt(prompt.try, 'Ask one person!'), `${atStep}: has an exclamation mark`],
  [
    'an option that does not fit on a button',
    { file: 'questions.yml', from: first(pulse.options).text, to: 'word '.repeat(20) },
    `${placeOf('questions.yml', first(pulse.options).text)}: options.0.text: is longer than 30 characters`,
  ],
  [
    'two actions where three are needed',
    { file: 'actions.yml', from: `    - "${action}"\n`, to: '' },
    `${placeOf('actions.yml', action)}: low: must have at least 3 items`,
  ],
  [
    'a question without actions',
    { file: 'actions.yml', from: `${steps.id}:`, to: 'a-question-that-is-gone:' },
    `actions.yml: there are no steps for “${steps.id}”`,
  ],
  [
    'a list of forbidden words without a reason',
    { file: 'forbidden.yml', from: '  because: ', to: '  why: ' },
    'forbidden.yml:3: because: is missing',
  ],
];

describe('the words', () => {
  it('have no problem', () => {
    expect(contentProblems(shipped())).toEqual([]);
  });

  it.each(controls)('are not let through with %s', (_, change, problem) => {
    const problems = contentProblems(changed(change));
    expect(problems.filter((told) => told.startsWith(problem))).toHaveLength(1);
  });

  it('are not let through with a message that Slack would refuse, although its form is right', () => {
    const library = shipped();
    const entries = [{ ...prompt, question: 'word '.repeat(1_000) }];
    const problems = contentProblems({ ...library, prompts: { ...library.prompts, entries } });
    expect(problems).toContainEqual(expect.stringContaining('message.blocks[1].text.text: '));
  });

  it('are not let through with a subject that has too few questions', () => {
    const library = shipped();
    const entries = library.questions.entries.filter(({ about }) => about !== 'asking');
    const problems = contentProblems({ ...library, questions: { ...library.questions, entries } });
    expect(problems).toContain('questions.yml: 0 questions about “asking”, at least 3 needed');
  });

  it.each([
    ['a prompt', inPrompt(`question: "${prompt.question}"`, 'question: What helps: you or me?'), atQuestion],
    [
      'a pulse question',
      { file: 'questions.yml', from: `text: "${pulse.text}"`, to: 'text: How was it: good or bad?' },
      placeOf('questions.yml', pulse.text),
    ],
    [
      'an option',
      { file: 'questions.yml', from: `"${first(pulse.options).text}"`, to: 'Well: good' },
      placeOf('questions.yml', first(pulse.options).text),
    ],
    ['a step that begins with a sign', inPrompt(`"${prompt.try}"`, '`Ask` one person.'), atStep],
  ])('tell a text without double quotes by one sentence that says what to do, in %s', (_, change, place) => {
    const told = withChange(change, (folder) => {
      const library = readLibrary(pathToFileURL(`${folder}/en/`));
      const german = readTranslatedLibrary(new URL('de/', contentFolder), 'de', library);
      return [...contentProblems(library), ...contentProblems(german)];
    });
    expect(told).toEqual([
      `${place}: put the whole text in double quotes, and “…” around what it quotes itself`,
    ]);
  });

  it('are told with all their problems at once', () => {
    const library = changed(inPrompt(prompt.try, 'You should fight for an amazing part!'));
    const told = contentProblems(library).filter((problem) => problem.startsWith(`${atStep}: `));
    expect(told).toHaveLength(4);
  });
});

function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error('there is nothing to change');
  return found;
}
