import { describe, expect, it } from 'vitest';
import { blockKitProblems, everyLevel } from '../../scripts/content/block-kit.ts';
import type { Library } from '../../scripts/content/library.ts';
import { levelName } from '../../src/readout/level.ts';
import { shipped } from './changed-library.ts';

const library = shipped();
const { prompts, questions, actions } = library;

/** Longer than any text Slack takes: what the schema would not let through. */
const endless = 'word '.repeat(1_000);

function firstOf<T extends object>(entries: readonly T[], change: Partial<T>): readonly T[] {
  return entries.map((entry, at) => (at === 0 ? { ...entry, ...change } : entry));
}

/** Every one of these breaks a message or the form in its own place. */
const broken: readonly (readonly [what: string, library: Library, problem: RegExp])[] = [
  [
    'a question of a prompt',
    { ...library, prompts: { ...prompts, entries: firstOf(prompts.entries, { question: endless }) } },
    /^prompts.*message.blocks\[1\].text.text: \d+ characters/,
  ],
  [
    'a line for managers, in the preview',
    { ...library, prompts: { ...prompts, entries: firstOf(prompts.entries, { 'for-managers': endless }) } },
    /^prompts.*message.blocks\[5\].elements\[0\].text: \d+ characters/,
  ],
  [
    'an option of a pulse',
    {
      ...library,
      questions: {
        ...questions,
        entries: firstOf(questions.entries, { options: [{ text: endless, strained: true }] }),
      },
    },
    /^questions.*message.blocks\[1\].elements\[0\].text.text: \d+ characters/,
  ],
  [
    'a title, in the settings form',
    { ...library, questions: { ...questions, entries: firstOf(questions.entries, { title: endless }) } },
    /^questions.yml: modal.blocks.*text: \d+ characters/,
  ],
  [
    'a readout, at the level it is shown with',
    {
      ...library,
      questions: { ...questions, entries: firstOf(questions.entries, { readout: `{level} ${endless}` }) },
    },
    /^actions.*message.blocks\[0\].text.text: \d+ characters/,
  ],
  [
    'the last action of a level',
    {
      ...library,
      actions: {
        ...actions,
        entries: firstOf(actions.entries, { high: ['One.', 'Two.', 'Three.', endless] }),
      },
    },
    /^actions.*message.blocks\[1\].text.text: \d+ characters/,
  ],
];

describe('the messages made from the words', () => {
  it('keep the limits of Block Kit', () => {
    expect(blockKitProblems(library)).toEqual([]);
  });

  it.each(broken)('would not with an endless text as %s', (_, changed, problem) => {
    expect(blockKitProblems({ ...changed })).toContainEqual(expect.stringMatching(problem));
  });

  it('are made for all seven words a level can have', () => {
    expect(new Set(everyLevel.map((level) => levelName(level, 'en'))).size).toBe(7);
  });
});
