import { describe, expect, test } from 'vitest';
import { calendarEntry, parseCalendarEntry, slotKinds, slotName } from '../../src/calendar/slot.ts';
import { lastPosted, parseSlotRecord, type SlotRecord } from '../../src/calendar/slot-record.ts';
import { parseTeamKey, teamKey } from '../../src/team-id.ts';
import { monday, slot, team } from './agendas.ts';

describe('the names of a slot', () => {
  test('hold no colon, which BullMQ would refuse in a job id', () => {
    expect(slotName(slot())).toBe('T1-C1-prompt-1767571200000');
  });

  test('differ whenever the slots differ, and only then', () => {
    const others = [
      slot({ kind: 'closing' }),
      slot({ instant: monday + 1 }),
      slot({ team: { ...team, channel: 'C2' } }),
      slot({ team: { ...team, workspace: 'T2' } }),
    ];
    expect(new Set([slot(), ...others].map(slotName)).size).toBe(5);
    expect(slotName(slot())).toBe(slotName(slot()));
  });

  test.each(slotKinds)('a calendar entry of a %s reads back as the slot', (kind) => {
    expect(parseCalendarEntry(calendarEntry(team, kind), monday)).toEqual(slot({ kind }));
  });

  test.each(['', 'T1.C1', 'T1.C1.party', 'prompt', 'T1.prompt', 't1.c1.prompt', 'T1.C1.x.prompt'])(
    'the calendar entry “%s” is refused',
    (entry) => {
      expect(() => parseCalendarEntry(entry, monday)).toThrow(/not a/);
    },
  );

  test('a team key reads back as the team', () => {
    expect(parseTeamKey(teamKey(team))).toEqual(team);
  });
});

describe('the record of a slot', () => {
  const records: SlotRecord[] = [
    { state: 'planned' },
    { state: 'sending', since: monday },
    { state: 'sent', ts: '1.2' },
    { state: 'sent' },
    { state: 'unknown' },
    { state: 'not-sent', reason: 'is_archived' },
  ];

  test.each(records)('$state reads back as it was', (record) => {
    expect(parseSlotRecord(JSON.stringify(record))).toEqual(record);
  });

  test.each([null, undefined])('%s means that nothing has happened yet', (stored) => {
    expect(parseSlotRecord(stored)).toEqual({ state: 'planned' });
  });

  test.each(['', '{}', '{"state":"lost"}', '{"state":"not-sent"}', 'sent'])('“%s” is refused', (stored) => {
    expect(() => parseSlotRecord(stored)).toThrow();
  });
});

describe('the last slot that was posted', () => {
  const prompt = (instant: number, record: SlotRecord) => ({ kind: 'prompt' as const, instant, record });

  test.each([{ state: 'sending', since: 1 }, { state: 'sent' }, { state: 'unknown' }] as const)(
    'may be one that is $state: nobody may post beside it',
    (record) => {
      expect(lastPosted([prompt(1, record)], 'prompt')?.instant).toBe(1);
    },
  );

  test.each([{ state: 'planned' }, { state: 'not-sent', reason: 'too-late' }] as const)(
    'is none that is $state',
    (record) => {
      expect(lastPosted([prompt(1, record)], 'prompt')).toBeUndefined();
    },
  );

  test('is the latest of its kind, in whatever order they are remembered', () => {
    const sent = { state: 'sent' } as const;
    const opening = { kind: 'opening' as const, instant: 9, record: sent };
    expect(lastPosted([prompt(2, sent), prompt(5, sent), opening, prompt(3, sent)], 'prompt')?.instant).toBe(
      5,
    );
    expect(lastPosted([], 'prompt')).toBeUndefined();
  });
});
