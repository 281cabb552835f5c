import { beforeEach, expect, it } from 'vitest';
import type { PulseStore } from '../../src/pulse/pulse-store.ts';
import { sumOfPads, unmaskTotals } from '../../src/pulse/tally.ts';
import { keys } from '../../src/redis/keys.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { commandsDuring } from './monitor.ts';
import { sampleRecord, team } from './samples.ts';
import { attempt, opened, people, pulseKey, withRedis } from './store-world.ts';

describeWithRedis('taking an answer', () => {
  const world = withRedis();
  let pulses: PulseStore;
  beforeEach(async () => {
    ({ pulses } = await opened(world.store));
  });

  /** Everything stored, to see that nothing has changed. */
  const stored = async () => {
    const [pulse, tokens, tally] = await Promise.all([
      world.redis.client.hgetall(keys.pulse(team)),
      world.redis.client.hgetall(keys.tokens(team)),
      world.redis.client.getBuffer(keys.tally(team)),
    ]);
    return { pulse, tokens, tally };
  };
  const totals = async () => {
    const locked = await pulses.lock(team, sampleRecord().id);
    const answered = (locked?.entries ?? []).filter(({ version }) => version > 0);
    const pads = sumOfPads(pulseKey, answered, 5);
    return locked && unmaskTotals(pulseKey, locked.tally, pads, answered.length);
  };

  it('adds it to the tally, once', async () => {
    expect(await pulses.castVote(team, attempt('UANN', 3))).toBe('added');
    expect(await totals()).toEqual([0, 0, 0, 1, 0]);
  });

  it('refuses the second of the same person and changes nothing, whatever it says', async () => {
    await pulses.castVote(team, attempt('UANN', 3));
    const before = await stored();
    expect(await pulses.castVote(team, attempt('UANN', 3))).toBe('already-answered');
    expect(await pulses.castVote(team, attempt('UANN', 0))).toBe('already-answered');
    expect(await stored()).toEqual(before);
  });

  it('refuses somebody who is not on the pulse and changes nothing', async () => {
    const before = await stored();
    expect(await pulses.castVote(team, attempt('ULATE', 1))).toBe('not-on-pulse');
    expect(await stored()).toEqual(before);
  });

  it('refuses an answer for another pulse, or for a team without one', async () => {
    const before = await stored();
    const other = { ...attempt('UANN', 1), pulseId: 'TWORK-CTEAM-999' };
    expect(await pulses.castVote(team, other)).toBe('closed');
    expect(await pulses.castVote({ ...team, channel: 'CELSE' }, attempt('UANN', 1))).toBe('closed');
    expect(await stored()).toEqual(before);
  });

  it('refuses every answer once the pulse is closing', async () => {
    await pulses.lock(team, sampleRecord().id);
    const before = await stored();
    expect(await pulses.castVote(team, attempt('UANN', 1))).toBe('closed');
    expect(await stored()).toEqual(before);
  });

  it.each([0, 1, 7, 9, 16])(
    'refuses one with %i lanes where the pulse has eight, and changes nothing',
    async (lanes) => {
      const before = await stored();
      const additions = new Uint32Array(lanes).fill(5);
      expect(await pulses.castVote(team, { ...attempt('UANN', 1), additions })).toBe('malformed');
      expect(await stored()).toEqual(before);
      expect(await pulses.castVote(team, attempt('UANN', 1))).toBe('added');
    },
  );

  it('refuses one whose tally somebody has deleted', async () => {
    await world.redis.client.del(keys.tally(team));
    expect(await pulses.castVote(team, attempt('UANN', 1))).toBe('malformed');
  });

  it('keeps the ts of the first tapped message, and no later one', async () => {
    expect((await pulses.current(team))?.ts).toBe('');
    await pulses.castVote(team, attempt('UANN', 1, { ts: '17.1' }));
    await pulses.castVote(team, attempt('UBEN', 1, { ts: '18.1' }));
    await pulses.castVote(team, attempt('UANN', 1, { ts: '19.1' }));
    expect((await pulses.current(team))?.ts).toBe('17.1');
  });

  it('does not keep the ts of a tap that was refused', async () => {
    await pulses.castVote(team, attempt('ULATE', 1, { ts: '17.1' }));
    expect((await pulses.current(team))?.ts).toBe('');
  });

  it('is one command, whether it is added or refused', async () => {
    await pulses.castVote(team, attempt('UHAL', 0));
    const commands = await commandsDuring(world.redis, async () => {
      await pulses.castVote(team, attempt('UANN', 3));
      await pulses.castVote(team, attempt('UANN', 3));
      await pulses.castVote(team, attempt('ULATE', 3));
    });
    expect(commands.map(([name]) => name)).toEqual(['evalsha', 'evalsha', 'evalsha']);
  });

  it('leaves nothing in the stream of commands but keys, the ts, and what looks like chance', async () => {
    await pulses.castVote(team, attempt('UHAL', 0));
    const vote = attempt('UANN', 3, { ts: '17.1' });
    const [seen = []] = await commandsDuring(world.redis, () => pulses.castVote(team, vote));
    const [, digest, count, ...rest] = seen;
    expect([digest?.length, count]).toEqual([40, '3']);
    expect(rest.slice(0, 8)).toEqual([
      keys.pulse(team),
      keys.tokens(team),
      keys.tally(team),
      vote.pulseId,
      vote.token,
      '00000000',
      `00000001${vote.r}`,
      '17.1',
    ]);
    expect(rest.slice(8)).toEqual([...vote.additions].map(String));
  });

  it('keeps every stored value at the size it had before anyone answered', async () => {
    const sizes = async () => {
      const { tokens, tally } = await stored();
      return {
        tally: tally?.length,
        tokens: Object.entries(tokens).map(([name, entry]) => [name.length, entry.length]),
      };
    };
    const before = await sizes();
    expect(before.tally).toBe(32);
    for (const [at, user] of people.entries()) {
      await pulses.castVote(team, attempt(user, at % 5));
      expect(await sizes()).toEqual(before);
    }
  });
});
