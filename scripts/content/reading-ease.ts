import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { type Line, linesOf, sentencesOf, wordsOf } from './line.ts';

/** Half of all lines can be read after this many years of school in the US, and every line after ten. */
export const MEDIAN_GRADE = 8;
export const HIGHEST_GRADE = 10;

/** The US school grade of a text by the formula of Flesch and Kincaid. */
export function gradeOf(text: string): number {
  const words = wordsOf(text);
  return fleschKincaid({
    sentence: sentencesOf(text).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

/** Lines that are whole sentences; titles and options are too short for the formula to mean anything. */
export function sentenceLines(lines: readonly Line[]): readonly Line[] {
  return linesOf(lines, ['prompt', 'try', 'for-managers', 'pulse', 'readout', 'direction', 'action']);
}

/** The middle of the lines' grades. */
export function medianGrade(lines: readonly Line[]): number {
  const grades = sentenceLines(lines)
    .map(({ text }) => gradeOf(text))
    .sort((one, other) => one - other);
  const middle = Math.floor(grades.length / 2);
  const [upper = 0, lower = upper] = [grades[middle], grades[grades.length % 2 === 0 ? middle - 1 : middle]];
  return (upper + lower) / 2;
}

/** The line that is hardest to read. */
export function hardestLine(lines: readonly Line[]): Line | undefined {
  return sentenceLines(lines).toSorted((one, other) => gradeOf(other.text) - gradeOf(one.text))[0];
}

/** Every line above grade 10, and the whole where its middle is above grade 8. */
export function readingEaseProblems(lines: readonly Line[]): readonly string[] {
  const hard = sentenceLines(lines)
    .map((line) => ({ place: line.place, grade: gradeOf(line.text) }))
    .filter(({ grade }) => grade > HIGHEST_GRADE)
    .map(
      ({ place, grade }) =>
        `${place}: reads like US grade ${grade.toFixed(1)}, at most ${HIGHEST_GRADE}: use shorter words or sentences`,
    );
  const median = medianGrade(lines);
  const all = `the median line reads like US grade ${median.toFixed(1)}, at most ${MEDIAN_GRADE}`;
  return median > MEDIAN_GRADE ? [...hard, all] : hard;
}
