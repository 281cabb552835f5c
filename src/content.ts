import { type ContentFile, contentFolder } from './content-file.ts';
import { type ByLocale, byLocale, fallbackLocale, type Locale, locales } from './locale.ts';
import type { Prompt } from './prompts/prompt.ts';
import { readPrompts, readTranslatedPrompts } from './prompts/prompt-catalogue.ts';
import type { Question } from './pulse/question.ts';
import { readQuestions, readTranslatedQuestions } from './pulse/question-catalogue.ts';
import { readActions, readTranslatedActions, type SuggestedActions } from './readout/action-catalogue.ts';
import type { Wording } from './readout/readout-view.ts';
import { StartProblem } from './start-problem.ts';
import { translated } from './translation.ts';

/** The words of a locale, read and checked. In each the same ids in the same order: the places teams are at. */
export type Content = {
  readonly prompts: readonly Prompt[];
  readonly questions: readonly Question[];
  /** A question with its suggested steps; the first question where the id is not known (any more). */
  readonly wordingOf: (question: string) => Wording;
};

/** The same entries as they were read, with their problems. */
export type ContentFiles = {
  readonly prompts: ContentFile<Prompt>;
  readonly questions: ContentFile<Question>;
  readonly actions: ContentFile<SuggestedActions>;
};

/**
 * Reads the content of every locale (`content/<locale>/`). What one does not have in its own words is English.
 * Throws `StartProblem` with every problem of every file.
 */
export function readContent(folder: URL = contentFolder): ByLocale<Content> {
  const english = readEnglish(new URL(`${fallbackLocale}/`, folder));
  const own = byLocale((locale) =>
    locale === fallbackLocale ? english : readTranslation(new URL(`${locale}/`, folder), english),
  );
  const problems = locales.flatMap((locale) => problemsIn(own[locale], locale));
  if (problems.length > 0) throw new StartProblem(problems);
  return byLocale((locale) => contentOf(own[locale], english));
}

/** Reads what everything else is compared with. `folder` ends with a slash. */
export function readEnglish(folder: URL): ContentFiles {
  const questions = readQuestions(folder);
  const ids = questions.entries.map(({ id }) => id);
  return { prompts: readPrompts(folder), questions, actions: readActions(folder, ids) };
}

/** Reads what another locale has in its own words. A folder or a file that is not there has none. */
export function readTranslation(folder: URL, english: ContentFiles): ContentFiles {
  return {
    prompts: readTranslatedPrompts(folder, english.prompts),
    questions: readTranslatedQuestions(folder, english.questions),
    actions: readTranslatedActions(folder, english.actions),
  };
}

function problemsIn({ prompts, questions, actions }: ContentFiles, locale: Locale): readonly string[] {
  const problems = [prompts, questions, actions].flatMap((file) => file.problems);
  return problems.map((problem) => `${locale}/${problem}`);
}

function contentOf(own: ContentFiles, english: ContentFiles): Content {
  const prompts = translated(english.prompts.entries, own.prompts.entries);
  const questions = translated(english.questions.entries, own.questions.entries);
  const actions = new Map(
    translated(english.actions.entries, own.actions.entries).map((entry) => [entry.id, entry]),
  );
  const wordings = new Map(
    questions.flatMap((question) => {
      const fitting = actions.get(question.id);
      return fitting === undefined ? [] : [[question.id, { question, actions: fitting }] as const];
    }),
  );
  const [first] = wordings.values();
  if (first === undefined) throw new StartProblem(['questions.yml: there are no questions']);
  return { prompts, questions, wordingOf: (question) => wordings.get(question) ?? first };
}
