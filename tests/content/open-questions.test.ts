import { describe, expect, it } from 'vitest';
import { isOpen, openQuestionProblems } from '../../scripts/content/open-questions.ts';

describe('an open question', () => {
  it.each([
    'Which task comes back every week?',
    'Whose work would you like to watch?',
    'In which week was it easy to ask?',
    'When did a small question save you hours?',
    'From 1 to 5, how easy is it to ask?',
    'You are busy and someone offers to help. What do you say?',
    'Would a second person help most at the start or at the end, and with what?',
    'Imagine that nobody may answer “all good”. How is your week going?',
    "Of this past week's work that could be shared, how much was shared?",
  ])('is “%s”', (text) => {
    expect(isOpen(text)).toBe(true);
  });

  it.each([
    'Do you find it hard to ask?',
    'When you are busy, do you ask for help?',
    'Where others work late, is it your choice?',
    'Do you know who could help you?',
    'Can you think of a week in which you asked nobody?',
    'Did you know how to do it?',
    'Name one task that you could share.',
    'Say what you would drop.',
    'Was it easy, or was it hard?',
  ])('is not “%s”', (text) => {
    expect(isOpen(text)).toBe(false);
  });

  it('is asked of prompts and pulses only, and told with the line', () => {
    const text = 'Is it easy?';
    expect(
      openQuestionProblems([
        { place: 'a.yml:1', kind: 'prompt', text },
        { place: 'b.yml:2', kind: 'pulse', text },
        { place: 'c.yml:3', kind: 'try', text },
      ]),
    ).toEqual([expect.stringMatching(/^a.yml:1: /), expect.stringMatching(/^b.yml:2: /)]);
  });
});
