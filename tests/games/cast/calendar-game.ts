import { subjectOf } from '../../../src/pulse/question.ts';
import { type CalendarTeam, playCalendarTeam } from './absence-calendar.ts';
import { type CuriousColleague, createReader, createWatcher, type Mind } from './curious-colleague.ts';
import type { Dice } from './dice.ts';
import { levelLikelihood, levelsOf, shareLikelihood, sharesOf } from './likelihood.ts';
import { createPollReaders } from './poll-reader.ts';
import { range } from './range.ts';
import { isStrained } from './simulated-team.ts';

/** Seven others: the vectors of their answers fit into a mask. */
export const ELECTORATE = 8;
/** More sure than that of somebody's answer is called pinned. */
const SURE = 0.95;

/** How likely anybody is to be strained, as the attacker knows; `unknown`: any share is as likely as any other. */
export type StrainedShare = number | 'unknown';
type Knowledge = { readonly share: StrainedShare; readonly team: CalendarTeam };

const levels = levelsOf(ELECTORATE);
const shares = sharesOf(ELECTORATE);
const ofLevels = levelLikelihood(ELECTORATE);
const ofShares = shareLikelihood(ELECTORATE);
const createPollReader = createPollReaders({ electorate: ELECTORATE });

/** Who is curious, by what they see of each pulse. */
export const attackers = {
  /** Every readout as it is published. */
  displayed: (knowledge: Knowledge) => createWatcher({ ...mindOf(knowledge), electorate: ELECTORATE }),
  /** The level of each pulse as it is stored, displayed or not. */
  stored: (knowledge: Knowledge) =>
    createReader({
      ...mindOf(knowledge),
      outcomeOf: ({ readout }) => {
        const stored = readout?.undisplayed;
        if (stored === undefined) return undefined;
        return levels.findIndex(
          ({ position, scale }) => position === stored.position && scale === stored.scale,
        );
      },
    }),
  /** A control: the exact share of strained answers. */
  exactShare: (knowledge: Knowledge) =>
    createReader({
      ...mindOf(knowledge),
      likelihood: ofShares,
      outcomeOf: ({ readout, totals }) =>
        readout === undefined ? undefined : shares.indexOf(shareOf(totals)),
    }),
  /** The control: the exact share of every option, as in an ordinary poll. */
  ordinaryPoll: ({ share }: Knowledge) => createPollReader(share === 'unknown' ? 0.5 : share),
} satisfies { readonly [name: string]: (knowledge: Knowledge) => CuriousColleague };

/** Of the first weeks, all, or those in which workload is asked (two pulses of three). */
export const everyWeek = (weeks: number): readonly number[] => range(0, weeks - 1);
export const workloadWeeks = (weeks: number): readonly number[] =>
  everyWeek(weeks).filter((week) => subjectOf(week) === 'workload');

export type GameOutcome = {
  /** Of what share of their colleagues the attackers are more than 95 % sure, and its standard error. */
  readonly pinned: number;
  readonly error: number;
  /** How sure they are on average, and in what share of the cases their best guess is right. */
  readonly sureness: number;
  readonly right: number;
};

/** Lets one attacker loose on each of many teams. */
export function playCalendarGame(options: {
  readonly teams: number;
  readonly weeks: readonly number[];
  readonly share: StrainedShare;
  readonly attacker: keyof typeof attackers;
  readonly dice: Dice;
}): GameOutcome {
  const { teams, weeks, share, attacker, dice } = options;
  const played = range(1, teams).map(() => {
    const strainedShare = share === 'unknown' ? dice.share() : share;
    const team = playCalendarTeam({ electorate: ELECTORATE, weeks, strainedShare, dice });
    const colleague = attackers[attacker]({ share, team });
    for (const lived of team.pulses) colleague.see(lived);
    return judge(colleague.beliefs(), team);
  });
  const pinned = mean(played.map((one) => one.pinned));
  const variance = mean(played.map((one) => (one.pinned - pinned) ** 2));
  return {
    pinned,
    error: Math.sqrt(variance / teams),
    sureness: mean(played.map((one) => one.sureness)),
    right: mean(played.map((one) => one.right)),
  };
}

function judge(beliefs: readonly number[], { truth }: CalendarTeam) {
  const sureness = beliefs.map((belief) => Math.max(belief, 1 - belief));
  return {
    pinned: mean(sureness.map((sure) => (sure > SURE ? 1 : 0))),
    sureness: mean(sureness),
    right: mean(beliefs.map((belief, at) => (belief > 0.5 === isStrained(truth[at] ?? 0) ? 1 : 0))),
  };
}

function mindOf({ share, team }: Knowledge): Mind {
  const others = ELECTORATE - 1;
  const own = isStrained(team.own) ? 1 : 0;
  const prior = (strained: number) =>
    share === 'unknown'
      ? 1 / waysToChoose(ELECTORATE, strained + own)
      : share ** strained * (1 - share) ** (others - strained);
  return { others, likelihood: ofLevels, prior };
}

/** ∫ p^k (1 − p)^(n − k) dp = 1 / ((n + 1) · (n over k)): a vector's weight where the share is unknown. */
const waysToChoose = (n: number, k: number): number => (k === 0 ? 1 : (waysToChoose(n - 1, k - 1) * n) / k);

const shareOf = (totals: readonly number[]): number =>
  totals.reduce((all, votes, option) => all + (isStrained(option) ? votes : 0), 0) /
  totals.reduce((all, votes) => all + votes, 0);

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;
