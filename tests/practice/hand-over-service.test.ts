import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { buttonsOf } from '../listeners/office.ts';
import { entered, openHandOverOffice } from './hand-over-office.ts';

const actions = (blocks: readonly unknown[] = []) =>
  buttonsOf(blocks).map(({ actionId }) => actionId.split('.')[0]);

describe('a hand-over', () => {
  test('reaches its receiver with everything they need to decide, and the giver reads that it did', async () => {
    const office = await openHandOverOffice();
    expect(await office.handOver()).toMatchObject({ acked: true, response: undefined });
    const card = office.card();
    for (const part of ['<@UANN>', entered['hand-over-outcome'], entered['hand-over-context'], '12 January'])
      expect(card?.text).toContain(part);
    expect(actions(card?.blocks)).toEqual(['take-hand-over', 'talk-hand-over', 'decline-hand-over']);
    expect(office.direct('UANN')).toEqual([expect.stringContaining('<@UBEN> has been asked')]);
  });

  test('is taken: the card has no buttons any more, the giver is told, and a reminder is set for half past nine', async () => {
    const office = await openHandOverOffice();
    await office.handOver();
    expect(await office.says('take')).toEqual([]);
    expect(actions(office.card()?.blocks)).toEqual([]);
    expect(office.card()?.text).toContain('You took it.');
    expect(office.direct('UANN').at(-1)).toMatch(/<@UBEN> takes it[\s\S]*12 January/);
    expect(office.standIn.workspace.scheduled).toMatchObject([
      { channel: 'DANN', post_at: Date.UTC(2026, 0, 12, 9, 30) / 1_000 },
    ]);
    office.clock.jumpTo(Date.UTC(2026, 0, 12, 9, 31));
    const reminder = office.direct('UANN').at(-1);
    expect(reminder).toContain('A good day to ask <@UBEN> how it is going');
    expect(reminder).toContain(entered['hand-over-outcome']);
    expect(reminder).toContain('They propose how they would do it, then do it.');
    expect(reminder).toContain('Ask, rather than take it back');
  });

  test('is not now: nobody asks why, and the giver reads it as a normal answer with what to do next', async () => {
    const office = await openHandOverOffice();
    await office.handOver();
    expect(await office.says('decline')).toEqual([]);
    expect(actions(office.card()?.blocks)).toEqual([]);
    expect(office.standIn.workspace.modals.size).toBe(1);
    expect(office.direct('UANN').at(-1)).toMatch(/says not now\. That is a normal answer.*somebody else/);
    expect(office.standIn.workspace.scheduled).toEqual([]);
  });

  test.each(['take', 'decline'] as const)(
    'can be talked about first, and then %s is still there',
    async (then) => {
      const office = await openHandOverOffice();
      await office.handOver();
      await office.says('talk');
      expect(actions(office.card()?.blocks)).toEqual(['take-hand-over', 'decline-hand-over']);
      expect(office.direct('UANN').at(-1)).toContain('would like to talk first');
      office.clock.jumpTo(office.clock.now() + DAY);
      expect(await office.says(then)).toEqual([]);
      expect(actions(office.card()?.blocks)).toEqual([]);
      expect(office.direct('UANN')).toHaveLength(3);
    },
  );
});
