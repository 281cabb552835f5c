import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { buttonIn, mate, type Seen, type TeamWorld, teamWorld } from '../pulse/team-world.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { describeWithRedis } from '../support/private-redis.ts';

const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/g;
const codesIn = ({ text }: Seen): readonly string[] => text.match(code) ?? [];
const receiptIn = (seen: Seen): string => codesIn(seen)[0] ?? 'none';

describeWithRedis('receipts', () => {
  const redis = withRedis();
  let there: TeamWorld;
  beforeEach(async () => {
    there = await teamWorld({ store: redis.store });
    await there.open();
  });
  afterEach(() => there.world.close());

  const answer = async (people: number): Promise<readonly Seen[]> => {
    const seen: Seen[] = [];
    for (let at = 0; at < people; at += 1) seen.push(await there.tap(mate(at), at % 5));
    return seen;
  };
  /** What somebody sees who presses *Check my receipt* under the result. */
  const listFor = (user: string) => there.press(user, buttonIn(there.lastSaid(), 'show-receipts'));

  it('are shown in the acknowledgement, one each, and to nobody else', async () => {
    const [first, second] = await answer(2);
    expect(codesIn(first ?? there.lastSaid())).toHaveLength(1);
    expect(receiptIn(first ?? there.lastSaid())).not.toBe(receiptIn(second ?? there.lastSaid()));
    expect(there.said().flatMap(codesIn)).toEqual([]);
  });

  it('are not shown again to whoever taps again', async () => {
    await answer(1);
    expect(codesIn(await there.tap(mate(0), 0))).toEqual([]);
  });

  it('are new for a changed answer, and the old one is no longer in the list', async () => {
    const [first = there.lastSaid()] = await answer(6);
    const changed = await there.change(mate(0), first, 2);
    expect(receiptIn(changed)).not.toBe(receiptIn(first));
    await there.close();
    const list = codesIn(await listFor(mate(0)));
    expect(list).toContain(receiptIn(changed));
    expect(list).not.toContain(receiptIn(first));
  });

  it('of a withdrawn answer are in the list too: it arrived as it was last left', async () => {
    const [first = there.lastSaid()] = await answer(6);
    const withdrawn = await there.change(mate(0), first, 5);
    expect(withdrawn.text).toContain('Changed in the locked total.');
    await there.close();
    expect(codesIn(await listFor(mate(0)))).toContain(receiptIn(withdrawn));
  });

  it.each([0, 3, 5, 8])(
    'are listed as eight sorted codes for eight people when %i answered',
    async (people) => {
      const given = (await answer(people)).map(receiptIn);
      await there.close();
      const list = codesIn(await listFor(mate(7)));
      expect(list).toHaveLength(8);
      expect(new Set(list).size).toBe(8);
      expect(list).toEqual([...list].sort());
      for (const receipt of given) expect(list).toContain(receipt);
    },
  );

  it('are listed privately, the same to everyone, and never in the channel', async () => {
    await answer(6);
    await there.close();
    const before = there.said().length;
    const lists = [await listFor(mate(0)), await listFor(mate(7)), await listFor('USTRANGER')];
    expect(new Set(lists.map(({ text }) => text)).size).toBe(1);
    expect(there.said()).toHaveLength(before);
    expect(there.said().flatMap(codesIn)).toEqual([]);
    const answered = there.world.standIn.responses.slice(-3);
    for (const { kind, body } of answered) {
      expect(kind).toBe('ephemeral');
      expect(body.response_type).toBe('ephemeral');
    }
  });

  it('are nowhere in Redis while the pulse is open, and none of an earlier pulse once the next has closed', async () => {
    const given = (await answer(6)).map(receiptIn);
    await redis.redis.client.config('SET', 'rdbcompression', 'no');
    await redis.redis.client.save();
    const stored = await readFile(join(redis.redis.folder, 'dump.rdb'));
    for (const receipt of given) expect(stored.includes(receipt)).toBe(false);
    await there.close();
    await there.open();
    await there.close();
    const last = (await redis.redis.client.hget(keys.readouts(team), 'last')) ?? '';
    for (const receipt of given) expect(last).not.toContain(receipt);
  });

  it('of an earlier pulse are said to be gone, in a sentence', async () => {
    await answer(6);
    await there.close();
    const old = buttonIn(there.lastSaid(), 'show-receipts');
    await there.open();
    await there.close();
    expect((await there.press(mate(0), old)).text).toBe(
      'The list of receipts is kept until the next pulse closes. This one is gone, or the pulse could not be counted.',
    );
  });

  it('are not shown while the pulse is open, whatever button somebody makes up', async () => {
    await answer(6);
    const id = (await there.world.app.rooms.pulses.current(team))?.record.id ?? '';
    for (const value of [id, '', 'TWORK-CTEAM-1'])
      expect(codesIn(await there.press(mate(0), { actionId: 'show-receipts', value }))).toEqual([]);
  });

  it('stay within what Slack takes, all of them', async () => {
    await answer(8);
    await there.close();
    await listFor(mate(0));
    expect(problemsOfEverythingSent(there.world.standIn)).toEqual([]);
  });
});
