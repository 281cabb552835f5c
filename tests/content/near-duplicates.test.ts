import { describe, expect, it } from 'vitest';
import type { Line, LineKind } from '../../scripts/content/line.ts';
import {
  closePairs,
  nearDuplicateProblems,
  similarity,
  TOO_CLOSE,
} from '../../scripts/content/near-duplicates.ts';

const line = (place: string, kind: LineKind, text: string): Line => ({ place, kind, text });

const asked = 'When did a small question save you hours of work? What did you ask, and who answered?';
const askedAgain = 'When did a short question save you hours of work? What was it, and who answered?';
const other = 'Which meeting do you join mainly to make sure that nothing goes wrong?';

describe('similarity', () => {
  it('is 1 for the same words, whatever their case and punctuation', () => {
    expect(similarity('Ask one person, early.', 'ask one person early')).toBe(1);
  });

  it('is 0 for texts that share no three letters', () => {
    expect(similarity('Ask early.', 'Thank them.')).toBe(0);
  });

  it('is the same in both directions', () => {
    expect(similarity(asked, other)).toBe(similarity(other, asked));
  });

  it('tells a reworded question from another one', () => {
    expect(similarity(asked, askedAgain)).toBeGreaterThan(TOO_CLOSE);
    expect(similarity(asked, other)).toBeLessThan(TOO_CLOSE / 2);
  });

  it('leaves out what every question of a pulse must say', () => {
    const hours = "How well did this past week's work fit?";
    expect(similarity(hours, "Who saw this past week's work?")).toBeLessThan(0.1);
  });
});

describe('near-duplicates', () => {
  it('are looked for among the questions of prompts and pulses together, and told at the later one', () => {
    const lines = [line('a.yml:1', 'prompt', asked), line('b.yml:2', 'pulse', askedAgain)];
    expect(nearDuplicateProblems(lines)).toEqual([
      expect.stringMatching(/^b.yml:2: too close to a.yml:1 \(similarity 0\.\d\d, below 0.45 allowed\)$/),
    ]);
  });

  it('are looked for among steps and actions together', () => {
    const lines = [line('a.yml:1', 'try', askedAgain), line('b.yml:2', 'action', asked)];
    expect(nearDuplicateProblems(lines)).toHaveLength(1);
  });

  it('are not a question and a step that say the same', () => {
    expect(nearDuplicateProblems([line('a.yml:1', 'prompt', asked), line('a.yml:2', 'try', asked)])).toEqual(
      [],
    );
  });

  it('come with the closest first', () => {
    const lines = [asked, askedAgain, asked].map((text, at) => line(`a.yml:${at}`, 'prompt', text));
    const [first, ...rest] = closePairs(lines, TOO_CLOSE).map((pair) => pair.similarity);
    expect(first).toBe(1);
    expect(rest).toHaveLength(2);
  });
});
