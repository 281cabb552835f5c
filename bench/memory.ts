import type { Redis } from 'ioredis';
import { simulate } from '../playground/simulation/simulation.ts';
import { keys } from '../src/redis/keys.ts';
import { createPulses } from './crowd/pulses.ts';
import { openPlace } from './place.ts';
import type { Section } from './section.ts';
import { number, type Row } from './table.ts';

const PEOPLE = 8;
const WEEKS = 52;
const ELECTORATES = [8, 50, 500] as const;

/** Bytes in Redis: of a team after a year of its life, and of open pulses. */
export const memory: Section = {
  name: 'memory',
  async run({ progress, open }) {
    progress('memory: a team lives through a year');
    const { store, client, keyDir } = await open(openPlace());
    await simulate({ people: PEOPLE, weeks: WEEKS, seed: 7 }, { store });
    const bytes = await sumOf(client, await client.keys('hands:*'));
    const year = { what: `a team of ${PEOPLE} after a year`, measured: `${number(bytes)} bytes in Redis` };
    progress('memory: open pulses');
    return [year, ...(await pulseRows(client, keyDir))];
  },
};

async function pulseRows(client: Redis, keyDir: string): Promise<readonly Row[]> {
  const pulses = createPulses({ client, keyDir });
  const rows: Row[] = [];
  for (const people of ELECTORATES) {
    const { team } = await pulses.open(people);
    const bytes = await sumOf(client, [keys.pulse(team), keys.tokens(team), keys.tally(team)]);
    rows.push({ what: `an open pulse of ${people} people`, measured: `${number(bytes)} bytes in Redis` });
  }
  return rows;
}

/** What Redis says they take, all of their elements counted. */
async function sumOf(client: Redis, names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(names.map((name) => client.memory('USAGE', name, 'SAMPLES', 0)));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
