import type { Locale } from '../locale.ts';
import { type FieldProblem, type FieldProblems, MOST_OWN_PROMPTS } from './own-prompt.ts';
import { fields } from './own-prompt-form.ts';
import type { OwnPromptsChange } from './own-prompts-service.ts';
import type { OwnPromptsStep } from './own-prompts-view.ts';
import { promptsWords } from './words/index.ts';

export type FormErrors = { readonly [block: string]: string };

/** A line above the list; trouble is told even to somebody who has closed it. */
export type Note = { readonly text: string; readonly isTrouble: boolean };

type Refused = Exclude<OwnPromptsChange, { kind: 'done' | 'unchanged' | 'invalid' }>;

/** The form's own errors after a request to change a prompt; none where it has done what was asked. */
export function errorsOf(change: OwnPromptsChange, locale: Locale): FormErrors | undefined {
  if (change.kind === 'done' || change.kind === 'unchanged') return undefined;
  if (change.kind === 'invalid') return errorsAt(change.problems, locale);
  return { [fields.question]: refusalOf(change, locale) };
}

/** The error of a form that cannot be read. */
export const unreadable = (locale: Locale): FormErrors => ({
  [fields.question]: promptsWords(locale).own.refused.unreadable,
});

/** What to say of a request that was to have done something. */
export function noteOf(change: OwnPromptsChange, wanted: OwnPromptsStep, locale: Locale): Note | undefined {
  const { own: words } = promptsWords(locale);
  if (change.kind === 'unchanged' || change.kind === 'invalid') return undefined;
  if (change.kind !== 'done') return { text: refusalOf(change, locale), isTrouble: true };
  const done = words.done[wanted];
  if (change.isHeard) return { text: done, isTrouble: false };
  return { text: `${done} ${words.notHeard}`, isTrouble: true };
}

/** Why nothing was changed, in one sentence. */
function refusalOf(change: Refused, locale: Locale): string {
  const { refused: words } = promptsWords(locale).own;
  if (change.kind === 'known') return words[change.to];
  if (change.kind === 'full') return words.full(MOST_OWN_PROMPTS);
  if (change.kind !== 'not-announced') return words[change.kind];
  return change.code === 'ratelimited' ? words.busy : words['not-announced'](change.code);
}

function errorsAt(problems: FieldProblems, locale: Locale): FormErrors {
  const named = (['track', 'question', 'try'] as const).flatMap((field) => {
    const problem = problems[field];
    return problem === undefined ? [] : [[fields[field], problemSentence(problem, locale)]];
  });
  return Object.fromEntries(named);
}

function problemSentence(problem: FieldProblem, locale: Locale): string {
  const { problems: words } = promptsWords(locale).own;
  if (problem.kind === 'too-long') return words.tooLong(problem.length, problem.most);
  return problem.kind === 'empty' ? words.empty : words.unknownTrack;
}
