import { contentFolder } from './content-file.ts';
import type { Prompt } from './prompts/prompt.ts';
import { readPrompts } from './prompts/prompt-catalogue.ts';
import type { Question } from './pulse/question.ts';
import { readQuestions } from './pulse/question-catalogue.ts';
import { readActions } from './readout/action-catalogue.ts';
import type { Wording } from './readout/readout-view.ts';
import { StartProblem } from './start-problem.ts';

/** The words of a locale, read and checked. */
export type Content = {
  readonly prompts: readonly Prompt[];
  readonly questions: readonly Question[];
  /** A question with its suggested steps; the first question where the id is not known (any more). */
  readonly wordingOf: (question: string) => Wording;
};

/** Reads all content of a locale. Throws `StartProblem` with every problem of every file. */
export function readContent(folder: URL = new URL('en/', contentFolder)): Content {
  const prompts = readPrompts(folder);
  const questions = readQuestions(folder);
  const actions = readActions(
    folder,
    questions.entries.map(({ id }) => id),
  );
  const problems = [prompts, questions, actions].flatMap((file) => file.problems);
  if (problems.length > 0) throw new StartProblem(problems);
  const wordings = new Map(
    questions.entries.flatMap((question) => {
      const fitting = actions.entries.find(({ id }) => id === question.id);
      return fitting === undefined ? [] : [[question.id, { question, actions: fitting }] as const];
    }),
  );
  const [first] = wordings.values();
  if (first === undefined) throw new StartProblem(['questions.yml: there are no questions']);
  return {
    prompts: prompts.entries,
    questions: questions.entries,
    wordingOf: (question) => wordings.get(question) ?? first,
  };
}
