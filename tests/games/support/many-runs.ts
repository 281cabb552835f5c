import type { Random } from '../../../src/ports.ts';
import { KEY_BYTES } from '../../../src/pulse/pulse-key.ts';
import { createPulseStore } from '../../../src/pulse/pulse-store.ts';
import { type Choice, maskedChange, maskedVote, PAD_SEED_BYTES, tokenOf } from '../../../src/pulse/tally.ts';
import { keys } from '../../../src/redis/keys.ts';
import { sampleRecord } from '../../pulse/samples.ts';
import type { AttackedRedis } from './attacked-redis.ts';
import type { Example } from './classifier.ts';
import { featuresOf } from './features.ts';
import { OPTIONS } from './pair-of-worlds.ts';
import type { Tape, TapedCommand } from './tape.ts';

/** What one person does in each world: a first tap, a second that is refused, and a change. */
const worlds = [
  { first: 0, again: 4, changed: 1 },
  { first: 4, again: 0, changed: 3 },
] as const;
type World = (typeof worlds)[number];

/** How one run stores the answers of the world it is in. */
export type Storing = (
  run: { readonly channel: string; readonly random: Random },
  world: World,
) => Promise<void>;

const AT_ONCE = 50;

/** Labelled runs, half of them of each world: what MONITOR showed of them, as features. */
export async function runMany(given: {
  readonly runs: number;
  readonly storing: Storing;
  readonly tape: Tape;
  readonly random: Random;
}): Promise<readonly Example[]> {
  const { runs, storing, tape, random } = given;
  const examples: Example[] = [];
  while (examples.length < runs) {
    const batch = Array.from({ length: AT_ONCE }, (_, at) => ({ channel: `C${at}`, label: toLabel(random) }));
    await tape.clear();
    await Promise.all(batch.map(({ channel, label }) => storing({ channel, random }, worlds[label])));
    const commands = byChannel(await tape.read());
    for (const { channel, label } of batch) {
      examples.push({ label, features: featuresOf(commands.get(channel) ?? []) });
    }
  }
  return examples;
}

const toLabel = (random: Random): 0 | 1 => ((random.bytes(1)[0] ?? 0) % 2 === 0 ? 0 : 1);

/** Commands from outside, and those a script ran which depend on its reply, by the channel in their keys. */
function byChannel(commands: readonly TapedCommand[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const { words, by } of commands) {
    const channel = /\{[^}]*?(C\d+)\}/.exec(words.join(' '))?.[1];
    if (channel === undefined || (by === 'lua' && words[0] !== 'HSET')) continue;
    found.set(channel, [...(found.get(channel) ?? []), words]);
  }
  return found;
}

/** The mechanism: real keys, real pads. `seedOfPad` gives each attempt's r. */
export function maskedStoring(redis: AttackedRedis, seedOfPad: (random: Random) => string = freshR): Storing {
  const store = createPulseStore({ client: redis.client });
  return async ({ channel, random }, { first, again, changed }) => {
    const team = { workspace: 'T', channel };
    const pulse = { pulseKey: random.bytes(KEY_BYTES), optionCount: OPTIONS };
    const token = tokenOf(pulse.pulseKey, 'UONE');
    const record = sampleRecord({ id: `T-${channel}-1`, electorate: 2 });
    await store.discard(team, record.id);
    await redis.client.set(keys.team(team), '{}');
    await store.open(team, record, [token, tokenOf(pulse.pulseKey, 'UTWO')], {
      openedAt: 1,
      rosterChanges: 0,
      electorate: 2,
      count: 1,
    });
    const vote = { pulseId: record.id, token, ts: '1.1' };
    const tap = async (choice: Choice) => {
      const r = seedOfPad(random);
      await store.castVote(team, {
        ...vote,
        version: 0,
        r,
        additions: maskedVote({ ...pulse, token, r, choice }),
      });
      return { choice, version: 1, r };
    };
    const from = await tap(first);
    await tap(again);
    const to = { choice: changed, version: 2, r: seedOfPad(random) };
    const additions = maskedChange({ ...pulse, token, from, to });
    await store.castVote(team, { ...vote, version: 1, r: to.r, additions });
  };
}

const freshR = (random: Random): string => random.bytes(PAD_SEED_BYTES).toString('hex');

/** A set of people who answered, and a counter per option. */
export function naiveStoring({ client }: AttackedRedis): Storing {
  return async ({ channel }, { first, again, changed }) => {
    const [voters, counters] = [`hands:{${channel}}:voters`, `hands:{${channel}}:counters`];
    await client.del(voters, counters);
    for (const choice of [first, again]) {
      if ((await client.sadd(voters, 'UONE')) === 1) await client.hincrby(counters, String(choice), 1);
    }
    await client.hincrby(counters, String(first), -1);
    await client.hincrby(counters, String(changed), 1);
  };
}
