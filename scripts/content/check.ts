import { blockKitProblems } from './block-kit.ts';
import {
  actionCountProblems,
  coverageProblems,
  misplacedPrompts,
  questionCountProblems,
} from './coverage.ts';
import { forbiddenWordProblems } from './forbidden-words.ts';
import { type Library, linesIn } from './library.ts';
import { nearDuplicateProblems } from './near-duplicates.ts';
import { openQuestionProblems } from './open-questions.ts';
import { plainTextProblems } from './plain-text.ts';
import { readingEaseProblems } from './reading-ease.ts';

/** Everything that is wrong with a locale's words, as `file:line: sentence`, file by file. */
export function contentProblems(library: Library): readonly string[] {
  const { prompts, questions, actions, forbidden } = library;
  const lines = linesIn(library);
  return [
    ...[prompts, questions, actions, forbidden].flatMap(({ problems }) => problems),
    ...blockKitProblems(library),
    ...nearDuplicateProblems(lines),
    ...forbiddenWordProblems(lines, forbidden.entries),
    ...plainTextProblems(lines),
    ...(library.english === undefined ? englishProblems(library) : misplacedPrompts(prompts)),
  ].toSorted(byPlace);
}

/** What English decides for every locale, and what is measured by its grammar. */
function englishProblems(library: Library): readonly string[] {
  const lines = linesIn(library);
  return [
    ...coverageProblems(library.prompts),
    ...questionCountProblems(library.questions),
    ...actionCountProblems(library.actions),
    ...readingEaseProblems(lines),
    ...openQuestionProblems(lines),
  ];
}

function byPlace(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
