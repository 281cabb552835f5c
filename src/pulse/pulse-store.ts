import { z } from 'zod';
import { DAY, SECOND } from '../duration.ts';
import { jsonOf } from '../json.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { defineScript } from '../redis/scripts.ts';
import { serversOf } from '../redis/servers.ts';
import { orWrongType, withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { formatEntry, parseEntry } from './entry.ts';
import { isRecordOf, type PulseRecord, pulseRecordSchema } from './pulse-record.ts';
import { type Entry, type Lanes, laneCount, NO_PAD } from './tally.ts';

const script = <const Count extends number>(name: string, count: Count) =>
  defineScript({ url: new URL(`./${name}.lua`, import.meta.url), keys: count });
const openPulse = script('open-pulse', 5);
const castVote = script('cast-vote', 3);
const lockPulse = script('lock-pulse', 3);
const discardPulse = script('discard-pulse', 3);

/** How long a team's spacing and count of pulses are remembered, removal or not (docs/privacy.md). */
const REMEMBERED = 35 * DAY;

const lastPulseSchema = z.object({
  openedAt: z.number(),
  electorate: z.int(),
  count: z.int(),
  rosterChanges: z.int().default(0),
});
const voteReply = z.enum(['added', 'closed', 'not-on-pulse', 'already-answered', 'set-back', 'malformed']);
const lockReply = z.tuple([z.array(z.number()), z.array(z.string()), z.string()]).nullable();

/** The last pulse a team opened, how many it has had, and how often its roster had changed by then. */
export type LastPulse = z.infer<typeof lastPulseSchema>;
export type VoteReply = z.infer<typeof voteReply>;

/** The open pulse, its message's ts ('' while unknown) and whether answers are still taken. */
export type CurrentPulse = {
  readonly record: PulseRecord;
  readonly state: 'open' | 'closing';
  readonly ts: string;
};

/** Something stands where the open pulse should, and is none: Redis was edited. `id`: what it calls itself, if anything. */
export type BrokenPulse = { readonly state: 'unreadable'; readonly id: string };

export type Vote = {
  readonly pulseId: string;
  readonly token: string;
  /** The version this person's entry must have now; it has the next one afterwards. */
  readonly version: number;
  readonly r: string;
  readonly additions: Lanes;
  readonly ts: string;
};

export type LockedPulse = {
  readonly tally: Lanes;
  readonly entries: readonly Entry[];
  /** As it was written at opening: see `record-mark.ts`. */
  readonly mark: string;
};

export type PulseStore = ReturnType<typeof createPulseStore>;

/** The pulse's keys in Redis: nothing in them tells an answer to whoever lacks the pulse's key. */
export function createPulseStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  const pulseKeys = (team: TeamId) => [keys.pulse(team), keys.tokens(team), keys.tally(team)] as const;

  /** What stands in the place of the team's open pulse. */
  async function find(team: TeamId): Promise<CurrentPulse | BrokenPulse | undefined> {
    const fields = await orWrongType(client.hgetall(keys.pulse(team)));
    if (fields === 'wrong-type') return { state: 'unreadable', id: '' };
    const { id = '', record: text = '', state, ts = '' } = fields;
    if (Object.keys(fields).length === 0) return undefined;
    const record = pulseRecordSchema.safeParse(jsonOf(text)).data;
    if (record === undefined || !isRecordOf(team, id, record)) return { state: 'unreadable', id };
    return { record, state: state === 'open' ? 'open' : 'closing', ts };
  }

  return {
    /**
     * Opens a pulse with its electorate's tokens (shuffled). Returns the id of the pulse that is open now; `undefined`
     * for a team that was removed meanwhile, of which nothing is written.
     */
    async open(
      team: TeamId,
      record: PulseRecord,
      tokens: readonly string[],
      last: LastPulse,
      mark = '',
    ): Promise<string | undefined> {
      const untouched = formatEntry({ version: 0, r: NO_PAD });
      const fixed = [record.id, JSON.stringify(record), laneCount(record.optionCount), JSON.stringify(last)];
      const args = [...fixed, REMEMBERED / SECOND, untouched, mark, ...tokens];
      const touched = [...pulseKeys(team), keys.lastPulse(team), keys.team(team)] as const;
      return String(await openPulse(client, touched, args)) || undefined;
    },

    find,

    /** The pulse that is open or closing, if there is one that can be read. */
    async current(team: TeamId): Promise<CurrentPulse | undefined> {
      const found = await find(team);
      return found?.state === 'unreadable' ? undefined : found;
    },

    /** Takes one answer in one round trip, or says why not. */
    async castVote(team: TeamId, vote: Vote): Promise<VoteReply> {
      const { pulseId, token, version, r, additions, ts } = vote;
      const expected = formatEntry({ version, r: '' });
      const entry = formatEntry({ version: version + 1, r });
      return voteReply.parse(
        await castVote(client, pulseKeys(team), [pulseId, token, expected, entry, ts, ...additions]),
      );
    },

    /** Stops the taking of answers and reads what closing needs; `undefined` if that pulse is gone. */
    async lock(team: TeamId, pulseId: string): Promise<LockedPulse | undefined> {
      const reply = lockReply.parse((await lockPulse(client, pulseKeys(team), [pulseId])) ?? null);
      if (reply === null) return undefined;
      const [lanes, flat, mark] = reply;
      return { tally: Uint32Array.from(lanes), entries: entriesOf(flat), mark };
    },

    /** Deletes a pulse (`''`: one that is none) unread. Returns false if that pulse is gone. */
    async discard(team: TeamId, pulseId: string): Promise<boolean> {
      return (await discardPulse(client, pulseKeys(team), [pulseId])) === 1;
    },

    async lastPulse(team: TeamId): Promise<LastPulse | undefined> {
      const stored = await withoutArguments(client.get(keys.lastPulse(team)));
      return stored === null ? undefined : lastPulseSchema.parse(JSON.parse(stored));
    },

    /**
     * Asks Redis to rewrite its append-only file, so that a closed pulse's commands leave it. Best effort. Where
     * there is no such file, asking would make one: a copy of everything that nothing ever rewrites.
     */
    async forgetHistory(): Promise<void> {
      await Promise.all(
        serversOf(client).map(async (server) => {
          const persistence = await server.info('persistence').catch(() => '');
          if (persistence.includes('aof_enabled:1')) await server.bgrewriteaof().catch(() => undefined);
        }),
      );
    },
  };
}

function entriesOf(flat: readonly string[]): readonly Entry[] {
  return flat.flatMap((token, at) => (at % 2 === 0 ? [{ token, ...parseEntry(flat[at + 1] ?? '') }] : []));
}
