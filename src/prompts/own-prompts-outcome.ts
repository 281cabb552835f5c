import type { FieldProblems } from './own-prompt.ts';
import { fields } from './own-prompt-form.ts';
import type { OwnPromptsChange } from './own-prompts-service.ts';
import { ownPromptsWords as words } from './own-prompts-words.ts';

export type FormErrors = { readonly [block: string]: string };

/** A line above the list; trouble is told even to somebody who has closed it. */
export type Note = { readonly text: string; readonly isTrouble: boolean };

type Refused = Exclude<OwnPromptsChange, { kind: 'done' | 'unchanged' | 'invalid' }>;

/** The form's own errors after a request to change a prompt; none where it has done what was asked. */
export function errorsOf(change: OwnPromptsChange): FormErrors | undefined {
  if (change.kind === 'done' || change.kind === 'unchanged') return undefined;
  if (change.kind === 'invalid') return errorsAt(change.problems);
  return { [fields.question]: refusalOf(change) };
}

/** The error of a form that cannot be read. */
export const unreadable: FormErrors = { [fields.question]: words.refused.unreadable };

/** What to say of a request that was to have done something. */
export function noteOf(change: OwnPromptsChange, wanted: keyof typeof words.announced): Note | undefined {
  if (change.kind === 'unchanged' || change.kind === 'invalid') return undefined;
  if (change.kind !== 'done') return { text: refusalOf(change), isTrouble: true };
  const done = words.done[wanted];
  if (change.isHeard) return { text: done, isTrouble: false };
  return { text: `${done} ${words.done.notHeard}`, isTrouble: true };
}

/** Why nothing was changed, in one sentence. */
function refusalOf(change: Refused): string {
  if (change.kind === 'known') return words.refused[change.to];
  if (change.kind !== 'not-announced') return words.refused[change.kind];
  return change.code === 'ratelimited' ? words.refused.busy : words.refused['not-announced'](change.code);
}

function errorsAt(problems: FieldProblems): FormErrors {
  const named = (['track', 'question', 'try'] as const).flatMap((field) => {
    const problem = problems[field];
    return problem === undefined ? [] : [[fields[field], words.problem(problem)]];
  });
  return Object.fromEntries(named);
}
