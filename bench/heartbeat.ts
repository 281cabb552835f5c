import { DAY } from '../src/duration.ts';
import { enrol } from './crowd/enrolled.ts';
import { openOffice } from './office.ts';
import { openPlace } from './place.ts';
import type { Section } from './section.ts';
import { median } from './statistics.ts';
import { number, type Row } from './table.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const BEATS = 100;
/** Milliseconds. */
const LONGEST = 2;
/** Flat: with a hundred times as many teams, no more than twice as long. */
const FLAT = 2;

/** How long a heartbeat takes while nothing is due. */
export const heartbeat: Section = {
  name: 'heartbeat',
  async run({ progress, open }) {
    const place = await open(openPlace());
    const office = await open(openOffice(place));
    const found: { readonly teams: number; readonly milliseconds: number }[] = [];
    let from = 0;
    for (const teams of SIZES) {
      progress(`heartbeat: enrolling ${number(teams)} teams`);
      const later = Date.now() + DAY;
      await enrol({
        client: place.client,
        from,
        to: teams,
        planned: { prompt: later, opening: later },
      });
      from = teams;
      found.push({ teams, milliseconds: await beatOf(office.beat) });
    }
    const [first] = found;
    return found.map((one) => rowOf(one, first?.milliseconds ?? 0));
  },
};

/** Milliseconds of one beat: the median of many. */
async function beatOf(beat: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let count = 0; count < BEATS; count += 1) {
    const begun = performance.now();
    await beat();
    took.push(performance.now() - begun);
  }
  return median(took);
}

function rowOf(
  { teams, milliseconds }: { readonly teams: number; readonly milliseconds: number },
  first: number,
): Row {
  return {
    what: `a heartbeat, ${number(teams)} teams, none due`,
    measured: `${number(milliseconds, 2)} ms`,
    goals: [
      { text: `< ${LONGEST} ms`, isMet: milliseconds < LONGEST },
      ...(teams === SIZES[0] ? [] : [{ text: 'flat', isMet: milliseconds < Math.max(FLAT * first, 0.5) }]),
    ],
  };
}
