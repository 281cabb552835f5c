import { subjectOf } from '../../../src/pulse/question.ts';
import type { Totals } from '../../../src/pulse/tally.ts';
import type { Readout } from '../../../src/readout/readout.ts';
import { placeOf } from '../../../src/readout/same-side.ts';
import { RESPONDS } from './absence-calendar.ts';
import type { Dice } from './dice.ts';
import { range } from './range.ts';
import { createQuestion } from './simulated-team.ts';

/** How often a person's answer is last week's; otherwise it is drawn anew. */
const PERSISTS = 0.7;
/** Weeks before the jump, so that the level has settled, and weeks to wait for it to rise. */
const SETTLED = 24;
const PATIENCE = 80;
const YEAR = 52;
const TOP = 1;

/** How heavy a pulse looks, from 0 to 1, to whoever sees this much of it; `undefined`: nothing is shown. */
export type Look = (readout: Readout | undefined, totals: Totals) => number | undefined;

/** What the product shows: the place of the displayed level on its scale. */
export const levelShown: Look = (readout) => readout && placeOf(readout.level);

/** The control: the exact share of strained answers. */
export const exactShown: Look = (_, [calm = 0, , , strained = 0]) => strained / (strained + calm);

type Team = { readonly electorate: number; readonly look: Look; readonly dice: Dice };

/**
 * Weeks from the one in which the share of strained people jumps until what is shown rises; `top` where it was at the
 * top already. The jump comes in any week of the round of three: workload is asked in two of them.
 */
export function weeksUntilRise(team: Team, from: number, to: number): number | 'top' {
  const { electorate, dice } = team;
  const week = weekly(team, Math.floor(dice.share() * 3));
  let shown: number | undefined;
  const calm = () => dice.happens(from);
  let answers = range(1, electorate).map(calm);
  for (let at = 0; at < SETTLED; at += 1) {
    answers = answers.map((answer) => (dice.happens(PERSISTS) ? answer : calm()));
    shown = week(at, answers) ?? shown;
  }
  if (shown === undefined || shown === TOP) return 'top';
  answers = answers.map(() => dice.happens(to));
  for (let waited = 0; waited < PATIENCE; waited += 1) {
    if ((week(SETTLED + waited, answers) ?? shown) > shown) return waited;
    answers = answers.map((answer) => (dice.happens(PERSISTS) ? answer : dice.happens(to)));
  }
  return PATIENCE;
}

/** How often what is shown moves in a year in which nothing does. */
export function movesInSteadyYear(team: Team, share: number): number {
  const { electorate, dice } = team;
  const week = weekly(team, 0);
  let answers = range(1, electorate).map(() => dice.happens(share));
  let shown: number | undefined;
  let moves = 0;
  for (let at = 0; at < YEAR; at += 1) {
    answers = answers.map((answer) => (dice.happens(PERSISTS) ? answer : dice.happens(share)));
    const now = week(at, answers) ?? shown;
    if (shown !== undefined && now !== shown) moves += 1;
    shown = now;
  }
  return moves;
}

/** Plays a week and gives what is seen of it; `undefined` where another question is asked or nothing is published. */
function weekly({ electorate, look, dice }: Team, phase: number) {
  const question = createQuestion({ electorate, dice });
  return (week: number, answers: readonly boolean[]): number | undefined => {
    if (subjectOf(week + phase) !== 'workload') return undefined;
    const responding = answers.filter(() => dice.happens(RESPONDS));
    const strained = responding.filter(Boolean).length;
    const totals = [responding.length - strained, 0, 0, strained, 0];
    return look(question.close(week, totals), totals);
  };
}
