import { expect, it } from 'vitest';
import { DAY, SECOND } from '../../src/duration.ts';
import { EntryUnreadable } from '../../src/pulse/entry.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import { tokenOf } from '../../src/pulse/tally.ts';
import { keys } from '../../src/redis/keys.ts';
import { eventually } from '../redis/stores.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { keyNumber, sampleRecord, team } from './samples.ts';
import { attempt, lastPulse, opened, people, pulseKey, pulseKeys, withRedis } from './store-world.ts';

describeWithRedis('the store of pulses', () => {
  const world = withRedis();
  const client = () => world.redis.client;

  it('knows of no pulse before one is opened', async () => {
    const pulses = createPulseStore({ client: world.store.client });
    expect(await pulses.current(team)).toBeUndefined();
    expect(await pulses.lastPulse(team)).toBeUndefined();
    expect(await pulses.lock(team, 'TWORK-CTEAM-1')).toBeUndefined();
    expect(await pulses.discard(team, 'TWORK-CTEAM-1')).toBe(false);
  });

  it('gives a pulse back as it was opened', async () => {
    const { pulses, record } = await opened(world.store);
    expect(await pulses.current(team)).toEqual({ record, state: 'open', ts: '' });
    expect(await pulses.lastPulse(team)).toEqual(lastPulse);
  });

  it('opened twice is the pulse it was: the same tokens, tally and count of pulses', async () => {
    const { pulses, record } = await opened(world.store);
    await pulses.castVote(team, attempt('UANN', 2));
    const before = [await client().hgetall(keys.tokens(team)), await client().getBuffer(keys.tally(team))];
    const other = people.map((user) => tokenOf(keyNumber(99), user));
    expect(await pulses.open(team, record, other, { ...lastPulse, count: 2 })).toBe(record.id);
    expect([await client().hgetall(keys.tokens(team)), await client().getBuffer(keys.tally(team))]).toEqual(
      before,
    );
    expect(await pulses.lastPulse(team)).toEqual(lastPulse);
  });

  it('opened while another is open leaves that one alone and names it', async () => {
    const { pulses, record } = await opened(world.store);
    const second = sampleRecord({ id: 'TWORK-CTEAM-5000', opensAt: 5000 });
    expect(await pulses.open(team, second, [], { ...lastPulse, count: 2 })).toBe(record.id);
    expect((await pulses.current(team))?.record).toEqual(record);
  });

  it('opens over what a damaged store has left behind', async () => {
    await client().hset(keys.tokens(team), 'f'.repeat(128), '0'.repeat(40));
    await client().set(keys.tally(team), 'x'.repeat(64));
    const { pulses } = await opened(world.store);
    const locked = await pulses.lock(team, sampleRecord().id);
    expect(locked?.entries).toHaveLength(people.length);
    expect(locked?.tally).toEqual(new Uint32Array(8));
  });

  it('takes an electorate of 1,000, and every one of them can answer', async () => {
    const users = Array.from({ length: 1000 }, (_, at) => `U${at}`);
    const { pulses } = await opened(world.store, {}, users);
    const replies = await Promise.all(users.map((user) => pulses.castVote(team, attempt(user, 1))));
    expect(new Set(replies)).toEqual(new Set(['added']));
    expect((await pulses.lock(team, sampleRecord().id))?.entries).toHaveLength(1000);
  });

  it('keeps tokens in an order that is not that in which they came', async () => {
    const inOrder: boolean[] = [];
    for (const size of [5, 8, 20]) {
      await client().flushall();
      const users = Array.from({ length: size }, (_, at) => `U${at}`);
      await opened(world.store, {}, users);
      const order = await client().hkeys(keys.tokens(team));
      inOrder.push(order.join() === users.map((user) => tokenOf(pulseKey, user)).join());
      expect(await client().object('ENCODING', keys.tokens(team))).toBe('hashtable');
    }
    expect(inOrder).not.toEqual([true, true, true]);
  });

  it('would give them away in order if tokens were short: the test above is not blind', async () => {
    const short = ['c', 'a', 'b', 'e', 'd'];
    for (const name of short) await client().hset('short', name, '0'.repeat(40));
    expect(await client().hkeys('short')).toEqual(short);
  });

  it('gives everyone the same entry at opening, answered or not being all there is to tell', async () => {
    await opened(world.store);
    expect(new Set(await client().hvals(keys.tokens(team)))).toEqual(new Set(['0'.repeat(40)]));
  });

  it('locks again and again with the same result', async () => {
    const { pulses, record } = await opened(world.store);
    await pulses.castVote(team, attempt('UANN', 2));
    const first = await pulses.lock(team, record.id);
    expect(await pulses.lock(team, record.id)).toEqual(first);
    expect((await pulses.current(team))?.state).toBe('closing');
    expect(first?.entries.filter(({ version }) => version === 1)).toHaveLength(1);
  });

  it('locks no other pulse than the one it is told', async () => {
    const { pulses } = await opened(world.store);
    expect(await pulses.lock(team, 'TWORK-CTEAM-999')).toBeUndefined();
    expect((await pulses.current(team))?.state).toBe('open');
  });

  it('tells an entry that somebody has edited, without repeating it', async () => {
    const { pulses, record } = await opened(world.store);
    await client().hset(keys.tokens(team), tokenOf(pulseKey, 'UANN'), 'edited by hand');
    await expect(pulses.lock(team, record.id)).rejects.toThrow(EntryUnreadable);
    await expect(pulses.lock(team, record.id)).rejects.not.toThrow(/edited by hand/);
  });

  it('discards a pulse whole, and no other pulse than the one it is told', async () => {
    const { pulses, record } = await opened(world.store);
    expect(await pulses.discard(team, 'TWORK-CTEAM-999')).toBe(false);
    expect(await client().exists(...pulseKeys)).toBe(3);
    expect(await pulses.discard(team, record.id)).toBe(true);
    expect(await client().exists(...pulseKeys)).toBe(0);
    expect(await pulses.discard(team, record.id)).toBe(false);
  });

  it('remembers the last pulse for 35 days, a discarded one too', async () => {
    const { pulses, record } = await opened(world.store);
    await pulses.discard(team, record.id);
    expect(await pulses.lastPulse(team)).toEqual(lastPulse);
    const left = await client().pttl(keys.lastPulse(team));
    expect(left).toBeGreaterThan(35 * DAY - 30 * SECOND);
    expect(left).toBeLessThanOrEqual(35 * DAY);
  });

  it('asks Redis to rewrite its append-only file, and does not mind a refusal', async () => {
    const pulses = createPulseStore({ client: world.store.client });
    await client().config('SET', 'appendonly', 'yes');
    await eventually(async () => /aof_rewrite_in_progress:0/.test(await client().info('persistence')));
    await client().config('RESETSTAT');
    await Promise.all([pulses.forgetHistory(), pulses.forgetHistory()]);
    expect(await client().info('commandstats')).toMatch(/cmdstat_bgrewriteaof:calls=2,.*failed_calls=1/);
    await client().config('SET', 'appendonly', 'no');
  });

  it('asks nothing of a Redis without such a file: it would write one', async () => {
    const pulses = createPulseStore({ client: world.store.client });
    await client().config('RESETSTAT');
    await pulses.forgetHistory();
    expect(await client().info('commandstats')).not.toMatch(/cmdstat_bgrewriteaof/);
  });
});
