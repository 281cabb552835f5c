import { blockKitProblems } from './block-kit.ts';
import {
  actionCountProblems,
  coverageProblems,
  misplacedPrompts,
  questionCountProblems,
} from './coverage.ts';
import { forbiddenWordProblems } from './forbidden-words.ts';
import { type Library, linesIn } from './library.ts';
import type { Line } from './line.ts';
import { nearDuplicateProblems } from './near-duplicates.ts';
import { openQuestionProblems } from './open-questions.ts';
import { plainTextProblems } from './plain-text.ts';
import { readingEaseProblems } from './reading-ease.ts';

/**
 * Everything that is wrong with a locale's words, as `file:line: sentence`, file by file. While something cannot be
 * read nothing is counted: what one slip takes away would be told ten times over, and the slip once.
 */
export function contentProblems(library: Library): readonly string[] {
  const { prompts, forbidden } = library;
  const lines = linesIn(library);
  return [
    ...readingProblems(library),
    ...blockKitProblems(library),
    ...countProblems(library),
    ...nearDuplicateProblems(lines),
    ...forbiddenWordProblems(lines, forbidden.entries),
    ...plainTextProblems(lines),
    ...misplacedPrompts(prompts),
    ...(library.english === undefined ? englishProblems(lines) : []),
  ].toSorted(byPlace);
}

function readingProblems({ prompts, questions, actions, forbidden }: Library): readonly string[] {
  return [prompts, questions, actions, forbidden].flatMap(({ problems }) => problems);
}

/** How much there has to be: English alone decides it. */
function countProblems(library: Library): readonly string[] {
  const { prompts, questions, actions, english } = library;
  if (english !== undefined || readingProblems(library).length > 0) return [];
  return [...coverageProblems(prompts), ...questionCountProblems(questions), ...actionCountProblems(actions)];
}

/** What is measured by the grammar of English. */
function englishProblems(lines: readonly Line[]): readonly string[] {
  return [...readingEaseProblems(lines), ...openQuestionProblems(lines)];
}

function byPlace(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
