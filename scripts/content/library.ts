import type { ContentFile } from '../../src/content-file.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { readPrompts } from '../../src/prompts/prompt-catalogue.ts';
import type { Question } from '../../src/pulse/question.ts';
import { readQuestions } from '../../src/pulse/question-catalogue.ts';
import { readActions, type SuggestedActions } from '../../src/readout/action-catalogue.ts';
import { type ForbiddenWords, readForbiddenWords } from './forbidden-words.ts';
import type { Line } from './line.ts';

/** Everything of a locale that is checked, each file with its own problems of form. */
export type Library = {
  readonly prompts: ContentFile<Prompt>;
  readonly questions: ContentFile<Question>;
  readonly actions: ContentFile<SuggestedActions>;
  readonly forbidden: ContentFile<ForbiddenWords>;
};

/** Reads a locale's folder (`content/en/`). Never throws: what cannot be read is a problem of its file. */
export function readLibrary(folder: URL): Library {
  const questions = readQuestions(folder);
  const ids = questions.entries.map(({ id }) => id);
  return {
    prompts: readPrompts(folder),
    questions,
    actions: readActions(folder, ids),
    forbidden: readForbiddenWords(folder),
  };
}

/** Every text that people read, with its file and line. */
export function linesIn(library: Library): readonly Line[] {
  return [
    ...promptLines(library.prompts),
    ...questionLines(library.questions),
    ...actionLines(library.actions),
  ];
}

function promptLines({ entries, place }: ContentFile<Prompt>): readonly Line[] {
  return entries.flatMap((prompt): readonly Line[] => {
    const note = prompt['for-managers'];
    return [
      { place: place(prompt, ['question']), kind: 'prompt', text: prompt.question },
      { place: place(prompt, ['try']), kind: 'try', text: prompt.try },
      ...(note === undefined
        ? []
        : [{ place: place(prompt, ['for-managers']), kind: 'for-managers', text: note } as const]),
    ];
  });
}

function questionLines({ entries, place }: ContentFile<Question>): readonly Line[] {
  return entries.flatMap((question): readonly Line[] => [
    { place: place(question, ['title']), kind: 'title', text: question.title },
    { place: place(question, ['text']), kind: 'pulse', text: question.text },
    ...question.options.map(
      ({ text }, at) => ({ place: place(question, ['options', at]), kind: 'option', text }) as const,
    ),
    // Any level will do: what is looked at is the sentence around it.
    {
      place: place(question, ['readout']),
      kind: 'readout',
      text: question.readout.replace('{level}', 'About half'),
    },
    { place: place(question, ['calmer']), kind: 'direction', text: question.calmer },
    { place: place(question, ['heavier']), kind: 'direction', text: question.heavier },
  ]);
}

function actionLines({ entries, place }: ContentFile<SuggestedActions>): readonly Line[] {
  return entries.flatMap((actions) =>
    (['low', 'middle', 'high'] as const).flatMap((weight) =>
      actions[weight].map(
        (text, at) => ({ place: place(actions, [weight, at]), kind: 'action', text }) as const,
      ),
    ),
  );
}
