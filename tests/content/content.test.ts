import { describe, expect, it } from 'vitest';
import { contentProblems } from '../../scripts/content/check.ts';
import { type Change, changed, placeOf, shipped } from './changed-library.ts';

/** A prompt that everything is tried on. */
const file = 'prompts/control.yml';
const id = 'two-weeks-away';
const question =
  'Imagine you are away for two weeks. What would go fine without you, and where would people have to wait?';
const step = 'Write five lines on one part that would have to wait, so that someone could go on with it.';

const inPrompt = (from: string, to: string): Change => ({ file, from, to });

/** What is wrong, and the one problem that is told for it: each check has a change that trips it. */
const controls: readonly (readonly [what: string, change: Change, problem: RegExp])[] = [
  ['a field that is missing', inPrompt(`  try: "${step}"\n`, ''), /^prompts\/control.yml:1: try: /],
  ['a text that is too long', inPrompt(step, step.repeat(2)), placed(step, 'try: .*160')],
  [
    'an id that another file has',
    inPrompt(`id: ${id}`, 'id: best-handover'),
    /^prompts\/not-delegating.yml:\d+: the id “best-handover” is used more than once$/,
  ],
  [
    'a prompt in the file of another sign',
    inPrompt('sign: control', 'sign: guarded'),
    placed('sign: control', 'a prompt for “guarded” belongs into prompts/guarded.yml'),
  ],
  [
    'a track that is one short',
    inPrompt('track: delegation', 'track: asking-for-help'),
    /^prompts: 51 prompts in the track “delegation”, 52 expected$/,
  ],
  [
    'a question that is nearly another one',
    inPrompt(
      question,
      'What was a really good handover that you got? What were you told, and what was left to decide?',
    ),
    /^prompts\/not-delegating.yml:\d+: too close to prompts\/control.yml:6 \(similarity 0.\d\d/,
  ],
  [
    'a suggested action that is nearly a prompt’s step',
    {
      file: 'actions.yml',
      from: 'Put your own lunch break into the shared calendar, and take it.',
      to: step,
    },
    /^actions.yml:\d+: too close to prompts\/control.yml:7 \(similarity 1.00/,
  ],
  [
    'a line that is hard to read',
    inPrompt(step, 'Identify organizational responsibilities necessitating your continuous participation.'),
    placed(step, 'reads like US grade \\d\\d.\\d, at most 10'),
  ],
  [
    'a forbidden word',
    inPrompt(step, step.replace('one part', 'one toxic part')),
    placed(step, '“toxic” names an illness'),
  ],
  [
    'a forbidden turn of phrase',
    { file: 'questions.yml', from: 'That is calmer than last time.', to: 'You should keep it that way.' },
    /^questions.yml:\d+: “you should” makes someone feel small or guilty$/,
  ],
  [
    'a question that yes or no would answer',
    inPrompt(question, 'Could you be away for two weeks?'),
    placed(question, 'can be answered by yes or no only'),
  ],
  ['an exclamation mark', inPrompt(step, step.replace(/\.$/, '!')), placed(step, 'has an exclamation mark')],
  [
    'an action that is missing',
    {
      file: 'actions.yml',
      from: '    - "Put your own lunch break into the shared calendar, and take it."\n',
      to: '',
    },
    /^actions.yml:\d+: low: .*3/,
  ],
  [
    'a question without actions',
    { file: 'actions.yml', from: 'pace-to-keep:', to: 'pace-to-lose:' },
    /^actions.yml: there are no steps for “pace-to-keep”$/,
  ],
  [
    'a list of forbidden words that cannot be read',
    { file: 'forbidden.yml', from: '  because: "cheers', to: '  why: "cheers' },
    /^forbidden.yml:\d+: /,
  ],
];

describe('the words', () => {
  it('have no problem', () => {
    expect(contentProblems(shipped())).toEqual([]);
  });

  it.each(controls)('are not let through with %s', (_, change, problem) => {
    expect(contentProblems(changed(change))).toContainEqual(expect.stringMatching(problem));
  });

  it('are told with all their problems at once', () => {
    const library = changed(inPrompt(step, 'You should fight for an amazing part!'));
    const told = contentProblems(library).filter((problem) => problem.startsWith(`${placeOf(file, step)}: `));
    expect(told).toHaveLength(4);
  });
});

/** A problem at the line where a text stands now. */
function placed(text: string, sentence: string): RegExp {
  return new RegExp(`^${placeOf(file, text)}: ${sentence}`);
}
