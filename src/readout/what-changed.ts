import { isVisible, tidiedLines } from '../typed-text.ts';
import { type History, OLDEST_KEPT } from './readout.ts';

/**
 * What is kept of a change that the team was told of: when (ms), and the question it was about. Neither the words nor who
 * told it: those stand in the channel.
 */
export type Changed = { readonly at: number; readonly question: string };

/** How many are kept for a team: as many as readouts of three questions. */
export const MOST_CHANGES_KEPT = 24;
/** How many of one question are shown: the last. */
const MOST_SHOWN = 8;
/** In characters. */
export const LONGEST_CHANGE = 400;

/** As it came from the form. What did not come back at all is absent. */
export type EnteredChange = { readonly question?: string; readonly text?: string };

/** What is wrong with a field. Lengths are in characters. */
export type ChangeProblems = {
  readonly question?: 'not-chosen' | 'not-tracked';
  readonly text?: 'empty' | { readonly length: number; readonly most: number };
};

/** What was entered, ready to be posted; or what is wrong with it. `tracked`: the questions that it may be about. */
export function readChange(
  { question, text: entered = '' }: EnteredChange,
  tracked: readonly string[],
): { readonly question: string; readonly text: string } | { readonly problems: ChangeProblems } {
  const text = tidiedLines(entered);
  const { length } = [...text];
  const problems: ChangeProblems = {
    ...(question ? {} : { question: 'not-chosen' }),
    ...(question && !tracked.includes(question) ? { question: 'not-tracked' } : {}),
    ...(isVisible(text) ? {} : { text: 'empty' }),
    ...(length > LONGEST_CHANGE ? { text: { length, most: LONGEST_CHANGE } } : {}),
  };
  return !question || Object.keys(problems).length > 0 ? { problems } : { question, text };
}

/**
 * When (ms) the team was told of changes about a question, as far as it is shown beside the readouts: since the first of
 * those, and for a year.
 */
export function changesBeside(
  history: History,
  changes: readonly Changed[],
  { question, now }: { readonly question: string; readonly now: number },
): readonly number[] {
  const since = Math.max(history[0]?.closedAt ?? 0, now - OLDEST_KEPT);
  const instants = changes.filter((change) => change.question === question && change.at >= since);
  return instants.slice(-MOST_SHOWN).map(({ at }) => at);
}
