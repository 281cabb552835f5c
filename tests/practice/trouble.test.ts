import { describe, expect, test } from 'vitest';
import type { Failure } from '../../playground/stand-in/failures.ts';
import { addUser } from '../../playground/stand-in/workspace.ts';
import { asking } from '../listeners/asks.ts';
import { type Office, openOffice } from '../listeners/office.ts';

const busy: Failure = { kind: 'rate-limited', retryAfterSeconds: 30 };
const cut: Failure = { kind: 'accept-then-cut' };
const helping = 'You are on the card. I wrote to both of you how to start.';

async function asked() {
  const office = await openOffice();
  await office.enrolled();
  const verbs = asking(office);
  await verbs.ask('The export times out.');
  return { office, ...verbs, card: verbs.card() };
}

const fail = ({ standIn }: Office, method: string, ...failures: readonly Failure[]) => {
  for (const failure of failures) standIn.failNext(method, failure);
};

describe('where Slack does not change the card', () => {
  test.each<[string, readonly Failure[], string]>([
    ['is busy', [busy], 'Slack is busy just now, so nothing was changed. Please press again in a minute.'],
    [
      'refuses',
      [{ kind: 'error', code: 'weird_error' }],
      'Slack did not change the card (it says “weird_error”)',
    ],
  ])(
    'because it %s, the helper is told, nobody else is, and pressing again does it',
    async (_, failures, sentence) => {
      const { office, press, card, text } = await asked();
      fail(office, 'chat.update', ...failures);
      expect(await press('UBEN', 'help', card)).toContain(sentence);
      expect([office.direct('UBEN'), office.direct('UANN')]).toEqual([[], []]);
      expect(office.standIn.workspace.scheduled).toHaveLength(1);
      expect(await press('UBEN', 'help', card)).toBe(helping);
      expect(text(card)).toContain('Can help: <@UBEN>');
      expect(await office.store.client.hget('hands:{TWORK.CTEAM}:practice', '2026-W02.answered')).toBe('1');
    },
  );

  const answered = (office: Office) =>
    office.store.client.hget('hands:{TWORK.CTEAM}:practice', '2026-W02.answered');

  const doubtful: readonly (readonly [string, readonly Failure[], boolean])[] = [
    ['fails twice', [{ kind: 'server-error' }, { kind: 'cut' }], false],
    ['takes it twice without saying so', [cut, cut], true],
    ['takes it without saying so, and is busy then', [cut, busy], true],
  ];

  test.each(doubtful)(
    'and does not say so, for it %s: helping counts once, and nobody is lost by the next press',
    async (_, failures, isShown) => {
      const { office, press, card, text } = await asked();
      fail(office, 'chat.update', ...failures);
      const maybe = `${helping} Slack did not say whether the card shows it; there is no need to press again.`;
      expect(await press('UBEN', 'help', card)).toBe(maybe);
      expect(text(card).includes('Can help: <@UBEN>')).toBe(isShown);
      expect(office.standIn.workspace.scheduled).toEqual([]);
      expect(await press('UBEN', 'help', card)).toBe('You are on this card already.');
      expect(text(card)).toContain('Can help: <@UBEN>');
      expect([office.direct('UBEN').length, office.direct('UANN').length]).toEqual([1, 1]);
      expect(await press('UCAT', 'help', card)).toBe(helping);
      expect(text(card)).toContain('Can help: <@UBEN> and <@UCAT>');
      expect(await answered(office)).toBe('1');
    },
  );

  test.each(doubtful)(
    'and does not say so, for it %s: the thanks are told to the helpers',
    async (_, failures) => {
      const { office, press, card } = await asked();
      await press('UBEN', 'help', card);
      fail(office, 'chat.update', ...failures);
      const said = await press('UANN', 'thank', card);
      expect(said).toMatch(/^Closed with your thanks. Whoever offered help has been told. Slack did not say/);
      expect(office.direct('UBEN').at(-1)).toContain('says thank you for your h');
      expect(await press('UCAT', 'help', card)).toContain('has been closed meanwhile');
    },
  );

  test('and does not say so: also once the newest state is forgotten, what the card shows is not done again', async () => {
    const { office, press, card } = await asked();
    fail(office, 'chat.update', cut, cut);
    await press('UBEN', 'help', card);
    const { client } = office.store;
    await client.del(await client.keys('hands:{card.*'));
    const [seen = card] = office.posts().filter(({ ts }) => ts === card.ts);
    expect(await press('UBEN', 'help', { ...seen })).toBe('You are on this card already.');
    expect([office.direct('UBEN').length, office.direct('UANN').length]).toEqual([1, 1]);
    expect(await answered(office)).toBe('1');
  });

  test('nor says so of the reminder: it is taken back, since the card may not know of it', async () => {
    const office = await openOffice();
    await office.enrolled();
    fail(office, 'chat.update', cut, busy);
    await asking(office).ask('The export times out.');
    expect(office.standIn.workspace.scheduled).toEqual([]);
    expect(office.direct('UANN')).toEqual([expect.stringContaining('nobody will be reminded')]);
  });

  test.each<Failure>([{ kind: 'server-error' }, { kind: 'accept-then-cut' }])(
    'once ($kind), it is tried again at once',
    async (failure) => {
      const { office, press, card, text } = await asked();
      fail(office, 'chat.update', failure);
      expect(await press('UBEN', 'help', card)).toBe(helping);
      expect(text(card)).toContain('Can help: <@UBEN>');
    },
  );

  test('closing it is as if it had not been pressed', async () => {
    const { office, press, card, text } = await asked();
    await press('UBEN', 'help', card);
    fail(office, 'chat.update', busy);
    expect(await press('UANN', 'thank', card)).toContain('Slack is busy');
    expect(office.direct('UBEN')).toHaveLength(1);
    expect(await press('UCAT', 'help', card)).toBe(helping);
    expect(await press('UANN', 'thank', card)).toContain('Closed with your thanks.');
    expect(text(card)).toContain('says thank you to <@UBEN> and <@UCAT>');
  });
});

describe('where Slack does not write to people', () => {
  test.each<[string, readonly Failure[], string]>([
    ['the helper', [busy], 'so here is how to start: A hint is enough'],
    ['either', [busy, busy], 'I could not write to <@UANN>: please do.'],
  ])(
    'the private line says what was to be in the message to %s; the card stands',
    async (_, failures, sentence) => {
      const { office, press, card, text } = await asked();
      fail(office, 'chat.postMessage', ...failures);
      expect(await press('UBEN', 'help', card)).toContain(sentence);
      expect(text(card)).toContain('Can help: <@UBEN>');
    },
  );

  test('the helper reads that the asker does not know yet', async () => {
    const { office, press, card } = await asked();
    addUser(office.standIn.workspace, { id: 'UANN', deleted: true });
    expect(await press('UBEN', 'help', card)).toBe(
      'You are on the card. I could not write to <@UANN>: please do.',
    );
    expect(office.direct('UBEN')).toHaveLength(1);
  });

  test('the asker reads whom the thanks did not reach', async () => {
    const { office, press, card } = await asked();
    await press('UBEN', 'help', card);
    fail(office, 'chat.postMessage', busy);
    expect(await press('UANN', 'thank', card)).toBe(
      'Closed with your thanks. I could not write to <@UBEN>: please do.',
    );
  });
});

describe('where Slack does not take the reminder', () => {
  test.each<[Failure, string]>([
    [{ kind: 'error', code: 'restricted_too_many' }, 'nobody will be reminded of it after a day.'],
    [busy, 'nobody will be reminded of it after a day.'],
    [{ kind: 'server-error' }, 'Slack did not say whether it took the reminder'],
  ])('($kind) the card stays, and its asker is told privately', async (failure, sentence) => {
    const office = await openOffice();
    await office.enrolled();
    const { ask, card, press, text } = asking(office);
    fail(office, 'chat.scheduleMessage', failure);
    expect(await ask('The export times out.')).toMatchObject({ acked: true, response: undefined });
    expect(office.direct('UANN')).toEqual([expect.stringContaining(sentence)]);
    const seen = card();
    expect(await press('UBEN', 'help', seen)).toBe(helping);
    expect(text(seen)).toContain('Can help: <@UBEN>');
  });

  test('nor the card what it needs to take it back, the reminder is taken back at once', async () => {
    const office = await openOffice();
    await office.enrolled();
    fail(office, 'chat.update', busy);
    await asking(office).ask('The export times out.');
    expect(office.standIn.workspace.scheduled).toEqual([]);
    expect(office.direct('UANN')).toEqual([expect.stringContaining('nobody will be reminded')]);
  });

  test('nor the card, nor that it is taken back, the asker reads that one may come', async () => {
    const office = await openOffice();
    await office.enrolled();
    fail(office, 'chat.update', busy);
    fail(office, 'chat.deleteScheduledMessage', busy);
    await asking(office).ask('The export times out.');
    expect(office.direct('UANN')).toEqual([
      expect.stringContaining('did not say whether it took the reminder'),
    ]);
  });
});
