import type { Totals } from '../../../src/pulse/tally.ts';
import { type Lived, optionChances, RESPONDS } from './absence-calendar.ts';
import { binomial } from './binomial.ts';
import type { CuriousColleague } from './curious-colleague.ts';
import { range } from './range.ts';
import { isStrained, OPTIONS } from './simulated-team.ts';
import { normalise } from './weights.ts';

/** Bits for one option's count in a packed number, so that counts of all options add up at once. */
const BITS = 4;
const ROOM = 1 << BITS;

/** What each person would add to the counts, for every vector of options: the same for every team. */
const columnsOf = (others: number): readonly Uint32Array[] =>
  range(0, others - 1).map((person) =>
    Uint32Array.from(
      { length: OPTIONS ** others },
      (_, vector) => 1 << (BITS * (Math.floor(vector / OPTIONS ** person) % OPTIONS)),
    ),
  );

/**
 * The control of the holiday calendar: the same curious colleague before an ordinary poll, which shows the exact share
 * of each option, however few answer. Keeps a probability for every vector of options. One reader serves one team after the other.
 */
export function createPollReaders({ electorate }: { readonly electorate: number }) {
  const columns = columnsOf(electorate - 1);
  return (strainedShare: number): CuriousColleague => {
    let live = priorOf(columns, optionChances(strainedShare));
    return {
      see({ present, own, totals }) {
        if (total(totals) === 0) return;
        const possible = sameShares(totals, electorate).map((counts) => tableOf(withoutOwn(counts, own)));
        const there = columns.filter((_, person) => ((present >> person) & 1) === 1);
        live = weighAgain(live, there, possible);
        normalise(live.weights);
      },
      beliefs: () => columns.map((column) => strainedIn(live, column)),
    };
  };
}

/** The vectors that are still possible, and how likely each is. */
type Live = { readonly vectors: Uint32Array; readonly weights: Float64Array };

function priorOf(columns: readonly Uint32Array[], chances: readonly number[]): Live {
  const vectors = Uint32Array.from(columns[0] ?? [], (_, vector) => vector);
  const weights = Float64Array.from(vectors, () => 1);
  for (const column of columns)
    for (let vector = 0; vector < vectors.length; vector += 1)
      weights[vector] = (weights[vector] ?? 0) * (chances[optionIn(column, vector)] ?? 0);
  return { vectors, weights };
}

const optionIn = (column: Uint32Array, vector: number): number => Math.log2(column[vector] ?? 1) / BITS;

/** Bayes' rule over the vectors, each with the chance that those who would choose each option give the counts. */
function weighAgain(live: Live, there: readonly Uint32Array[], tables: readonly Float64Array[]): Live {
  const vectors = new Uint32Array(live.vectors.length);
  const weights = new Float64Array(live.vectors.length);
  let kept = 0;
  for (let at = 0; at < live.vectors.length; at += 1) {
    const vector = live.vectors[at] ?? 0;
    let would = 0;
    for (const column of there) would += column[vector] ?? 0;
    let chance = 0;
    for (const table of tables) chance += chanceOf(table, would);
    if (chance === 0) continue;
    vectors[kept] = vector;
    weights[kept] = (live.weights[at] ?? 0) * chance;
    kept += 1;
  }
  return { vectors: vectors.slice(0, kept), weights: weights.slice(0, kept) };
}

/** For each option and each number of people who would choose it, the chance that so many of them do. */
function tableOf(counts: Totals): Float64Array {
  const table = new Float64Array(OPTIONS * ROOM);
  counts.forEach((count, option) => {
    for (let would = Math.max(count, 0); would < ROOM; would += 1)
      table[option * ROOM + would] = responses[would]?.[count] ?? 0;
  });
  return table;
}

const responses = range(0, ROOM - 1).map((people) => binomial(people, RESPONDS));

function chanceOf(table: Float64Array, would: number): number {
  let chance = 1;
  for (let option = 0; option < OPTIONS; option += 1)
    chance *= table[option * ROOM + ((would >> (BITS * option)) & (ROOM - 1))] ?? 0;
  return chance;
}

function strainedIn({ vectors, weights }: Live, column: Uint32Array): number {
  let strained = 0;
  vectors.forEach((vector, at) => {
    if (isStrained(optionIn(column, vector))) strained += weights[at] ?? 0;
  });
  return strained;
}

/** All counts that have the same share of each option: 1 of 3 and 2 of 6. */
function sameShares(totals: Totals, electorate: number): readonly Totals[] {
  const divisor = totals.reduce(greatestCommonDivisor, 0);
  const least = totals.map((votes) => votes / divisor);
  const answers = total(least);
  return range(1, Math.floor(electorate / answers)).map((times) => least.map((votes) => votes * times));
}

const withoutOwn = (counts: Totals, own: Lived['own']): Totals =>
  counts.map((count, option) => (option === own ? count - 1 : count));

const greatestCommonDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestCommonDivisor(other, one % other);

const total = (votes: Totals): number => votes.reduce((sum, count) => sum + count, 0);
