import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { HOUR } from '../../src/duration.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { KEY_BYTES } from '../../src/pulse/pulse-key.ts';
import { type PulseRecord, pulseIdOf } from '../../src/pulse/pulse-record.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import { markOf } from '../../src/pulse/record-mark.ts';
import { tokenOf } from '../../src/pulse/tally.ts';
import { keys } from '../../src/redis/keys.ts';
import type { TeamId } from '../../src/team-id.ts';

/** A pulse that is open, with those it asks. */
export type OpenPulse = {
  readonly team: TeamId;
  readonly record: PulseRecord;
  readonly people: readonly string[];
};

export const WORKSPACE = 'TBENCH';
const OPTIONS = 5;

export type Pulses = ReturnType<typeof createPulses>;

/** Opens pulses directly in Redis and the key folder, as the app would have left them there. */
export function createPulses(deps: { readonly client: Redis; readonly keyDir: string }) {
  const { client, keyDir } = deps;
  const store = createPulseStore({ client });
  const custody = createKeyFolder({ folder: keyDir });
  let opened = 0;

  return {
    /** One more pulse, in a channel of its own, with an electorate of that size. */
    async open(electorate: number): Promise<OpenPulse> {
      opened += 1;
      const team = { workspace: WORKSPACE, channel: `CPULSE${opened}` };
      const record = recordFor(team, electorate);
      const people = Array.from({ length: electorate }, (_, person) => `U${opened}P${person}`);
      const pulseKey = await custody.keep(record.id, randomBytes(KEY_BYTES));
      const tokens = people.map((user) => tokenOf(pulseKey, user));
      await client.set(keys.team(team), '{}');
      const last = { openedAt: record.opensAt, electorate, count: 1, rosterChanges: 0 };
      await store.open(team, record, tokens, last, markOf(pulseKey, record, tokens));
      return { team, record, people };
    },
  };
}

function recordFor(team: TeamId, electorate: number): PulseRecord {
  const opensAt = Date.now();
  return {
    id: pulseIdOf(team, opensAt),
    question: 'work-fits-hours',
    optionCount: OPTIONS,
    strained: [3, 4],
    electorate,
    rosterChanges: 0,
    threshold: 5,
    audience: 'everyone',
    opensAt,
    closesAt: opensAt + 48 * HOUR,
  };
}
