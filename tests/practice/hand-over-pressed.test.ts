import { describe, expect, test } from 'vitest';
import type { Failure } from '../../playground/stand-in/failures.ts';
import { deleteMessage, type Message } from '../../playground/stand-in/workspace.ts';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { createWorld } from '../../playground/world/world.ts';
import { handOverFields as fields } from '../../src/practice/hand-over-input.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { buttonsOf, seed } from '../listeners/office.ts';
import { type HandOverOffice, openHandOverOffice } from './hand-over-office.ts';

const { pressed: words, giver } = practiceWords('en').handOver;

/** The office with one card that nobody has answered. */
async function offered(): Promise<{ readonly office: HandOverOffice; readonly card: Message }> {
  const office = await openHandOverOffice();
  await office.handOver();
  const card = office.card();
  if (card === undefined) throw new Error('there is no card');
  // As Ben sees it now, whatever becomes of it.
  return { office, card: structuredClone(card) };
}

/** What the giver was told after the first line, that Ben has been asked. */
const told = (office: HandOverOffice) => office.direct('UANN').slice(1);

/** The card with other values in its buttons. */
const withValues = (card: Message, change: (value: string) => string): Message =>
  JSON.parse(JSON.stringify(card), (name, value) => (name === 'value' ? change(value) : value));

describe('a card that was answered already', () => {
  test('says so privately, and changes nothing', async () => {
    const { office, card } = await offered();
    await office.says('take');
    for (const reply of ['take', 'talk', 'decline'] as const)
      expect(await office.says(reply, { seen: card })).toEqual([words.taken]);
    expect(told(office)).toHaveLength(1);
    expect(office.standIn.workspace.scheduled).toHaveLength(1);
  });

  test('takes “let’s talk first” once', async () => {
    const { office, card } = await offered();
    await office.says('talk');
    expect(await office.says('talk', { seen: card })).toEqual([words.talking]);
    expect(told(office)).toHaveLength(1);
  });

  test.each([
    ['take', 'take'],
    ['take', 'decline'],
    ['decline', 'talk'],
    ['talk', 'take'],
  ] as const)(
    'at the same instant (%s, %s): each press counts once, and the card shows what holds',
    async (one, other) => {
      const { office, card } = await offered();
      const answers = await Promise.all([
        office.says(one, { seen: card }),
        office.says(other, { seen: card }),
      ]);
      const [last] = office.written('UBEN').slice(-1);
      const buttons = buttonsOf(last?.blocks ?? []).length;
      const silent = answers.filter((said) => said.length === 0).length;
      expect(told(office)).toHaveLength(silent);
      expect(silent).toBeGreaterThan(0);
      expect(buttons).toBe(0);
      expect(office.standIn.workspace.scheduled.length).toBeLessThan(2);
    },
  );
});

describe('a card that somebody else presses', () => {
  test('says that it is not theirs, and changes nothing', async () => {
    const { office, card } = await offered();
    for (const user of ['UANN', 'UCAT'])
      expect(await office.says('take', { user, seen: card })).toEqual([words['not-yours']]);
    expect(told(office)).toEqual([]);
    expect(office.card()?.blocks).toEqual(card.blocks);
  });
});

describe('a card that cannot be read', () => {
  test('was tampered with: one sign of its values, a piece missing, none at all', async () => {
    const { office, card } = await offered();
    const changes: readonly ((value: string) => string)[] = [
      (value) => value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      (value) => value.slice(1),
      () => '',
      () => 'nonsense',
      () => '💥',
    ];
    for (const change of changes)
      expect(await office.says('take', { seen: withValues(card, change) })).toEqual([words.unreadable]);
    expect(told(office)).toEqual([]);
  });

  test('carries what belongs to another card', async () => {
    const { office, card } = await offered();
    await office.handOver({ [fields.outcome]: 'Another' });
    const other = buttonsOf(office.card()?.blocks ?? []).map(({ value }) => value);
    const copied = withValues(card, () => other.shift() ?? '');
    expect(await office.says('take', { seen: copied })).toEqual([words.unreadable]);
    expect(told(office).filter((text) => text.includes('takes it'))).toEqual([]);
  });

  test('stands in another message than it did', async () => {
    const { office } = await offered();
    await office.says('talk');
    const talking = structuredClone(office.card());
    if (talking === undefined) throw new Error('there is no card');
    await office.handOver({ [fields.outcome]: 'Another' });
    const elsewhere = { ...talking, ts: office.card()?.ts ?? '' };
    expect(await office.says('take', { seen: elsewhere })).toEqual([words.unreadable]);
  });

  test('is sealed under a token that is no longer used', async () => {
    const { office, card } = await offered();
    const bot = { ...seed.bot, token: 'xoxb-rotated' };
    const rotated = await createWorld({ workspace: { ...seed, bot }, store: office.store });
    const press = { user: 'UBEN', channel: 'DBEN', messageTs: card.ts, value: '', seen: card };
    const answers = await rotated.press({ ...press, actionId: 'take-hand-over.card.en' });
    await rotated.close();
    expect(answers.map(({ body }) => body.text)).toEqual([words.unreadable]);
  });
});

describe('where Slack fails', () => {
  const failures: readonly Failure[] = [
    { kind: 'server-error' },
    { kind: 'rate-limited', retryAfterSeconds: 30 },
    { kind: 'error', code: 'msg_too_long' },
  ];

  test.each(failures.slice(1))(
    'to change the card ($kind): nothing is changed, and it can be pressed again',
    async (failure) => {
      const { office, card } = await offered();
      office.standIn.failNext('chat.update', failure);
      expect(await office.says('take')).toEqual([words['not-shown']]);
      expect(told(office)).toEqual([]);
      expect(office.standIn.workspace.scheduled).toEqual([]);
      expect(await office.says('take', { seen: card })).toEqual([]);
      expect(told(office)).toHaveLength(1);
    },
  );

  test('once to say whether the card was changed: it is changed again, since twice is as good as once', async () => {
    const { office } = await offered();
    office.standIn.failNext('chat.update', { kind: 'server-error' });
    expect(await office.says('take')).toEqual([]);
    expect(office.card()?.text).toContain('You took it.');
    expect(told(office)).toHaveLength(1);
  });

  const cut: Failure = { kind: 'accept-then-cut' };

  test.each<readonly [Failure, Failure]>([
    [{ kind: 'server-error' }, { kind: 'server-error' }],
    [cut, cut],
    [cut, { kind: 'rate-limited', retryAfterSeconds: 30 }],
  ])('to say whether the card was changed ($kind, $kind): it counts, and only once', async (...both) => {
    const { office, card } = await offered();
    await office.enrolled();
    for (const failure of both) office.standIn.failNext('chat.update', failure);
    expect(await office.says('take')).toEqual([words.maybeShown('<@UANN>')]);
    for (const reply of ['take', 'decline'] as const)
      expect(await office.says(reply, { seen: card })).toEqual([words.taken]);
    expect(office.card()?.text).toContain('You took it.');
    expect(told(office)).toEqual([expect.stringContaining('<@UBEN> takes it')]);
    expect(office.standIn.workspace.scheduled).toHaveLength(1);
    expect(await office.store.client.hget('hands:{TWORK.CTEAM}:practice', '2026-W02.taken')).toBe('1');
  });

  test('since the message was deleted: it says so', async () => {
    const { office, card } = await offered();
    deleteMessage(office.standIn.workspace, 'DBEN', card.ts);
    expect(await office.says('take', { seen: card })).toEqual([words.gone]);
    expect(told(office)).toEqual([]);
  });

  test.each(failures)(
    'to tell the giver ($kind): the receiver is asked to, and reads that nothing will bring up the check-in',
    async (failure) => {
      const { office } = await offered();
      office.standIn.failNext('chat.postMessage', failure);
      expect(await office.says('take')).toEqual([
        'It counts, but I am not sure that <@UANN> has heard of it, and no message will bring up the check-in. Please tell them in a word, and agree on it together.',
      ]);
      expect(office.card()?.text).toContain('You took it.');
      expect(office.standIn.workspace.scheduled).toEqual([]);
      const toGiver = office.standIn.calls.filter((call) => call.arguments.channel === 'UANN');
      expect(toGiver).toHaveLength(2);
    },
  );

  test('to tell the giver of an answer without a check-in: the receiver is asked to, and that is all', async () => {
    const { office } = await offered();
    office.standIn.failNext('chat.postMessage', { kind: 'server-error' });
    expect(await office.says('decline')).toEqual([words.notTold('<@UANN>')]);
  });

  test('to set the reminder: the giver gets the date for a calendar of their own', async () => {
    const { office } = await offered();
    office.standIn.failNext('chat.scheduleMessage', { kind: 'error', code: 'restricted_too_many' });
    expect(await office.says('take')).toEqual([]);
    expect(told(office).at(-1)).toBe(giver.notScheduled('Monday 12 January'));
  });

  test('to say whether the reminder is set: it is not set twice, and the giver gets the date', async () => {
    for (const failure of [{ kind: 'server-error' }, { kind: 'accept-then-cut' }] as const) {
      const { office } = await offered();
      office.standIn.failNext('chat.scheduleMessage', failure);
      await office.says('take');
      expect(told(office).at(-1)).toBe(giver.maybeScheduled('Monday 12 January'));
      const scheduled = office.standIn.calls.filter(({ method }) => method === 'chat.scheduleMessage');
      expect(scheduled).toHaveLength(1);
    }
  });
});

test('a hand-over that is taken after its check-in brings it up the next morning, and says which', async () => {
  const { office, card } = await offered();
  office.clock.jumpTo(Date.UTC(2026, 0, 20, 15));
  await office.says('take', { seen: card });
  expect(told(office).at(-1)).toContain('On the morning of Wednesday 21 January');
  expect(office.standIn.workspace.scheduled).toMatchObject([
    { post_at: Date.UTC(2026, 0, 21, 9, 30) / 1_000 },
  ]);
});

test('the longest texts without any pattern come back whole from the buttons, from two of them too', async () => {
  const random = createSeededRandom('any signs');
  // Where no sign has another form that it could be tidied into.
  const sign = () => String.fromCodePoint(0x30000 + (random.bytes(4).readUInt32BE() % 0xe0000));
  const any = (length: number) => Array.from({ length }, sign).join('');
  const long = { [fields.outcome]: any(300), [fields.context]: any(600) };
  const office = await openHandOverOffice();
  expect(await office.handOver(long)).toMatchObject({ response: undefined });
  expect(await office.says('talk')).toEqual([]);
  expect(await office.says('decline')).toEqual([]);
  expect(office.card()?.text.includes(long[fields.outcome])).toBe(true);
  expect(told(office).at(-1)?.includes(long[fields.context])).toBe(true);
});
