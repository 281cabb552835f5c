import { describe, expect, it } from 'vitest';
import type { Line } from '../../scripts/content/line.ts';
import {
  gradeOf,
  hardestLine,
  medianGrade,
  readingEaseProblems,
} from '../../scripts/content/reading-ease.ts';

const easy = 'Ask one person for help.';
const hard = 'Identify organizational responsibilities necessitating your continuous participation.';

/** US grade 9: a line that is let through alone, but not as the middle of all. */
const middling = 'Consider which regular meeting you could cancel.';

const linesWith = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text, at) => ({ place: `prompts/a.yml:${at + 1}`, kind: 'try', text }));

describe('the grade of a text', () => {
  it('is the Flesch-Kincaid formula on its sentences, words and syllables', () => {
    // 2 sentences, 6 words, 7 syllables.
    expect(gradeOf('Ask one person. Thank them too.')).toBeCloseTo(0.39 * 3 + 11.8 * (7 / 6) - 15.59);
  });

  it('counts a word with an apostrophe or a hyphen once', () => {
    expect(gradeOf("The week's plan")).toBeCloseTo(gradeOf('The big plan'));
  });

  it('grows with long words and long sentences', () => {
    expect(gradeOf(hard)).toBeGreaterThan(gradeOf(middling));
    expect(gradeOf(middling)).toBeGreaterThan(gradeOf(easy));
    expect(gradeOf('Ask one and two and three and four.')).toBeGreaterThan(
      gradeOf('Ask one. And two. And four.'),
    );
  });
});

describe('reading ease', () => {
  it('names the line that is above grade 10', () => {
    expect(readingEaseProblems(linesWith(easy, easy, hard))).toEqual([
      expect.stringMatching(/^prompts\/a.yml:3: reads like US grade \d+\.\d, at most 10/),
    ]);
  });

  it('says so where the median is above grade 8, although no line is above 10', () => {
    expect(readingEaseProblems(linesWith(middling, middling, easy))).toEqual([
      expect.stringMatching(/^the median line reads like US grade [89]\.\d, at most 8$/),
    ]);
  });

  it('takes the middle of an even number of lines', () => {
    const grades = [easy, middling].map(gradeOf);
    expect(medianGrade(linesWith(easy, middling))).toBeCloseTo(((grades[0] ?? 0) + (grades[1] ?? 0)) / 2);
  });

  it('does not look at titles and options, which are no sentences', () => {
    const title: Line = { place: 'questions.yml:1', kind: 'title', text: 'Responsibility' };
    expect(readingEaseProblems([...linesWith(easy), title])).toEqual([]);
    expect(hardestLine([...linesWith(easy), title])?.text).toBe(easy);
  });
});
