import { sumOfPads, unmaskTotals } from '../../../src/pulse/tally.ts';
import { isCertain, type Person, possibleChoices } from './person.ts';
import type { Scene } from './scene.ts';
import { OPTIONS } from './taps.ts';

/** What was wrong about a closed pulse: its tally, and acknowledged answers that are not in it. */
export type Verdict = { readonly wrong: readonly string[]; readonly lost: readonly string[] };

/** Compares what was closed and published with what people were told. */
export async function judge(scene: Scene, pulseKey: Buffer, people: readonly Person[]): Promise<Verdict> {
  const { last, histories } = await scene.published();
  const totals = totalsIn(scene, pulseKey);
  const count = totals?.reduce((sum, votes) => sum + votes, 0) ?? 0;
  const kind = count >= 5 ? 'published' : 'too-few';
  const receipts = last?.receipts ?? [];
  const isSorted = receipts.every((code, at) => at === 0 || (receipts[at - 1] ?? '') < code);
  const left = await scene.current();
  const wrong = [
    totals === undefined || !possibleTotals(people).has(totals.join()) ? `the tally is ${totals}` : '',
    last?.kind === kind ? '' : `the pulse ended as ${last?.kind} with ${count} answers`,
    [...histories.values()].flat().length === (kind === 'published' ? 1 : 0)
      ? ''
      : 'readouts are too many or too few',
    receipts.length === people.length && isSorted ? '' : 'the receipts are not one for each person, sorted',
    people.some(({ oldReceipts }) => oldReceipts.some((code) => receipts.includes(code)))
      ? 'an old receipt'
      : '',
    left === undefined ? '' : 'the pulse is still there',
    Buffer.isBuffer(await scene.custody.read(scene.pulseId)) ? 'the key is still there' : '',
    scene.posted.length <= 2 ? '' : 'the channel was told more than twice',
    scene.direct.length <= 1 ? '' : 'the manager was told more than once',
  ];
  const lost = people
    .filter(
      (person) => isCertain(person) && person.receipt !== undefined && !receipts.includes(person.receipt),
    )
    .map(({ user }) => `the acknowledged answer of ${user} is not in the list`);
  return { wrong: wrong.filter(Boolean), lost };
}

function totalsIn({ seen }: Scene, pulseKey: Buffer) {
  if (seen.locked === undefined) return undefined;
  const { entries, tally } = seen.locked;
  const answered = entries.filter(({ version }) => version > 0);
  return unmaskTotals(pulseKey, tally, sumOfPads(pulseKey, answered, OPTIONS), answered.length);
}

/** Every tally that agrees with what people were told. */
function possibleTotals(people: readonly Person[]): ReadonlySet<string> {
  let tallies = new Set([Array.from({ length: OPTIONS }, () => 0).join()]);
  for (const person of people) {
    const choices = possibleChoices(person);
    tallies = new Set([...tallies].flatMap((tally) => choices.map((choice) => added(tally, choice))));
  }
  return tallies;
}

function added(tally: string, choice: number | 'none'): string {
  return tally
    .split(',')
    .map((votes, option) => Number(votes) + (option === choice ? 1 : 0))
    .join();
}
