import type { Locale } from '../locale.ts';
import { answeredCode } from '../slack/outcome.ts';
import type { Person } from '../slack/people.ts';
import { teamWords } from './words/index.ts';

/** Why somebody cannot manage a team: they could never open its settings, and so nobody could any more. */
export type ManagerProblem = 'bot' | 'deactivated' | 'guest' | 'not-known' | 'not-told';

/** Codes with which Slack says that there is no such person, or none that we may see. */
const NOBODY = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** Why this person cannot manage a team, or `undefined` if they can. */
export function managerProblem(person: Person): ManagerProblem | undefined {
  if (person.isBot) return 'bot';
  if (person.isDeactivated) return 'deactivated';
  return person.isGuest ? 'guest' : undefined;
}

/** What it means for a manager-to-be that Slack failed to show them. */
export function problemOfError(error: unknown): ManagerProblem {
  return NOBODY.has(answeredCode(error) ?? '') ? 'not-known' : 'not-told';
}

/**
 * The problem that keeps a choice of managers from being taken. What Slack did not tell does not, as long as the
 * person who chose stays a manager (`isStaying`): they can mend it.
 */
export function problemOfChoice(
  problems: readonly (ManagerProblem | undefined)[],
  { isStaying }: { readonly isStaying: boolean },
): ManagerProblem | undefined {
  const certain = problems.find((problem) => problem !== undefined && problem !== 'not-told');
  if (certain !== undefined) return certain;
  return isStaying ? undefined : problems.find((problem) => problem !== undefined);
}

/** For the field of the form. */
export const managerSentence = (problem: ManagerProblem, locale: Locale): string =>
  teamWords(locale).managerProblems[problem];
