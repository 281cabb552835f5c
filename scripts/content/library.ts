import { type ContentFiles, readEnglish, readTranslation } from '../../src/content.ts';
import type { ContentFile } from '../../src/content-file.ts';
import { fallbackLocale, type Locale } from '../../src/locale.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import type { Question } from '../../src/pulse/question.ts';
import type { SuggestedActions } from '../../src/readout/action-catalogue.ts';
import { translated } from '../../src/translation.ts';
import { type ForbiddenWords, readForbiddenWords } from './forbidden-words.ts';
import type { Line } from './line.ts';

/** Everything of a locale that is checked, each file with its own problems of form. */
export type Library = ContentFiles & {
  readonly locale: Locale;
  readonly forbidden: ContentFile<ForbiddenWords>;
  /** What a translation is compared with; absent for English itself. */
  readonly english?: Library;
};

/** Reads the English folder (`content/en/`). Never throws: what cannot be read is a problem of its file. */
export function readLibrary(folder: URL): Library {
  return { ...readEnglish(folder), locale: fallbackLocale, forbidden: readForbiddenWords(folder) };
}

/** Reads the folder of another locale, which may lack whatever is then shown in English. */
export function readTranslatedLibrary(folder: URL, locale: Locale, english: Library): Library {
  const forbidden = readForbiddenWords(folder, { mayBeMissing: true });
  return { ...readTranslation(folder, english), locale, forbidden, english };
}

/** The questions as people read them: in English where the locale has no words of its own. */
export function shownQuestions({ questions, english }: Library): readonly Question[] {
  return translated(english?.questions.entries ?? questions.entries, questions.entries);
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
