import { describe, expect, test } from 'vitest';
import { archive, deleteMessage } from '../../../playground/stand-in/workspace.ts';
import { DAY, HOUR } from '../../../src/duration.ts';
import { asking } from '../asks.ts';
import { type Office, openOffice } from '../office.ts';

async function enrolledOffice(options: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(options);
  await office.enrolled();
  return { office, ...asking(office) };
}

/** A card of Ann's, as it stands once everything about it is done. */
async function asked(words = 'The export times out.', entries = {}) {
  const world = await enrolledOffice();
  await world.ask(words, entries);
  return { ...world, card: world.card() };
}

const counted = async ({ store }: Office) => store.client.hgetall('hands:{TWORK.CTEAM}:practice');
const reminders = ({ standIn }: Office) => standIn.workspace.scheduled;

describe('an ask', () => {
  test('stands in the channel in the asker’s name, as it was typed, with what would help and by when', async () => {
    const { office, card } = await asked('Where would *you* look?', {
      'ask-help': 'pairing',
      'ask-by': 'today',
    });
    expect(card.text).toBe('<@UANN> asks for a hand\nWhere would *you* look?\nHalf an hour together · Today');
    expect(card.blocks[1]).toEqual({
      type: 'section',
      text: { type: 'plain_text', text: 'Where would *you* look?', emoji: true },
    });
    expect(await counted(office)).toEqual({ '2026-W02.asks': '1' });
  });

  test('is helped with where Slack does not say where the card stands: without a link', async () => {
    const { office, card, press } = await asked();
    office.standIn.failNext('chat.getPermalink', { kind: 'server-error' });
    expect(await press('UBEN', 'help', card)).toContain('I wrote to both of you');
    expect(office.direct('UBEN').at(-1)).toMatch(/stay with it\.$/);
  });

  test('is helped with: the card shows who, and both are told how to start', async () => {
    const { office, card, press, text } = await asked();
    expect(await press('UBEN', 'help', card)).toBe(
      'You are on the card. I wrote to both of you how to start.',
    );
    expect(text(card)).toContain('Can help: <@UBEN>');
    expect(office.direct('UBEN').join()).toContain(
      'You offered <@UANN> a hand in <#CTEAM>.\nThe export times out.',
    );
    expect(office.direct('UANN').join()).toContain('<@UBEN> can help with what you asked in <#CTEAM>.');
    const link = `https://many-hands.slack.com/archives/CTEAM/p${card.ts.replace('.', '')}`;
    for (const place of ['DBEN', 'DANN']) {
      const started = office.posts(place).at(-1);
      expect(JSON.stringify(started?.blocks)).toContain(`<${link}|To the card and its thread>`);
      expect(started?.text).toContain(`To the card and its thread: ${link}`);
    }
    expect(await counted(office)).toEqual({ '2026-W02.asks': '1', '2026-W02.answered': '1' });
  });

  test.each([
    ['hint', 'A hint is enough', 'where you are stuck'],
    ['review', 'what matters most', 'Put a link'],
    ['pairing', 'Suggest two times', 'Agree on a time'],
    ['take-over', 'how you get there', 'leave the way to them'],
  ])('of the kind %s starts in its own way', async (help, forHelper, forAsker) => {
    const { office, card, press } = await asked('Please.', { 'ask-help': help });
    await press('UBEN', 'help', card);
    expect(office.direct('UBEN').join().toLowerCase()).toContain(forHelper.toLowerCase());
    expect(office.direct('UANN').join()).toContain(forAsker);
  });

  test('is helped with by several, and counted as answered once', async () => {
    const { office, press, card, text } = await asked();
    const current = () => office.posts().find(({ ts }) => ts === card.ts) ?? card;
    for (const user of ['UBEN', 'UCAT', 'UDAN']) await press(user, 'help', { ...current() });
    expect(text(card)).toContain('Can help: <@UBEN>, <@UCAT> and <@UDAN>');
    expect(await counted(office)).toEqual({ '2026-W02.asks': '1', '2026-W02.answered': '1' });
  });

  test('is closed with thanks: the card says so, has no buttons, and the helpers are told', async () => {
    const { office, press, card, text } = await asked();
    await press('UBEN', 'help', card);
    expect(await press('UANN', 'thank', card)).toBe(
      'Closed with your thanks. Whoever offered help has been told.',
    );
    expect(text(card)).toContain('<@UANN> says thank you to <@UBEN>.');
    expect(JSON.stringify(office.posts().at(-1)?.blocks)).not.toContain('button');
    expect(office.direct('UBEN').at(-1)).toBe(
      '<@UANN> says thank you for your help in <#CTEAM>.\nThe export times out.',
    );
  });

  test('is closed as no longer needed, with helpers or without', async () => {
    const { office, press, card, text } = await asked();
    expect(await press('UANN', 'drop', card)).toBe('Closed: no longer needed.');
    expect(text(card)).toContain('No longer needed.');
    expect(office.direct('UANN')).toEqual([]);
  });
});

describe('an ask that nobody answers', () => {
  test('is brought up once, after a day, in its thread', async () => {
    const { office, card } = await asked();
    office.clock.jumpTo(office.clock.now() + DAY - HOUR);
    expect(office.posts().filter(({ thread_ts }) => thread_ts !== undefined)).toEqual([]);
    office.clock.jumpTo(office.clock.now() + HOUR);
    office.clock.jumpTo(office.clock.now() + 30 * DAY);
    const replies = office.posts().filter(({ thread_ts }) => thread_ts !== undefined);
    expect(replies.map(({ thread_ts, text }) => [thread_ts, text])).toEqual([
      [card.ts, expect.stringMatching(/^Still open\..*nobody has to\..*\*No longer needed\* closes it\.$/)],
    ]);
  });

  test.each([
    ['somebody helps', 'UBEN', 'help'],
    ['it is closed with thanks', 'UANN', 'thank'],
    ['it is no longer needed', 'UANN', 'drop'],
  ] as const)('is not brought up once %s', async (_, user, action) => {
    const { office, press, card } = await asked();
    expect(reminders(office)).toHaveLength(1);
    await press(user, action, card);
    expect(reminders(office)).toEqual([]);
  });

  test('is tried to be left alone again by the next press where Slack does not take the first', async () => {
    const { office, press, card } = await asked();
    office.standIn.failNext('chat.deleteScheduledMessage', { kind: 'server-error' });
    await press('UBEN', 'help', card);
    expect(reminders(office)).toHaveLength(1);
    await press('UANN', 'thank', card);
    expect(reminders(office)).toEqual([]);
  });
});

describe('a press that does nothing says why', () => {
  test.each([
    ['thank', 'Only <@UANN> can close this ask. Nothing was changed.'],
    ['drop', 'Only <@UANN> can close this ask. Nothing was changed.'],
  ] as const)('someone else’s %s', async (action, sentence) => {
    const { press, card, text } = await asked();
    expect(await press('UBEN', action, card)).toBe(sentence);
    expect(text(card)).toBe(card.text);
  });

  test('I can help on one’s own ask, and twice', async () => {
    const { press, card, text, office } = await asked();
    expect(await press('UANN', 'help', card)).toContain('This is your own ask.');
    await press('UBEN', 'help', card);
    const shown = text(card);
    expect(await press('UBEN', 'help', card)).toBe('You are on this card already.');
    expect(text(card)).toBe(shown);
    expect(office.direct('UBEN')).toHaveLength(1);
  });

  test.each(['help', 'thank', 'drop'] as const)('%s after it was closed', async (action) => {
    const { press, card, text } = await asked();
    await press('UANN', 'drop', card);
    const shown = text(card);
    expect(await press(action === 'help' ? 'UBEN' : 'UANN', action, card)).toBe(
      'This ask has been closed meanwhile. Nothing was changed.',
    );
    expect(text(card)).toBe(shown);
  });

  test('on a card that was deleted', async () => {
    const { office, press, card } = await asked();
    deleteMessage(office.standIn.workspace, 'CTEAM', card.ts);
    expect(await press('UBEN', 'help', card)).toBe(
      'This card has been deleted meanwhile. Nothing was changed.',
    );
    expect(office.direct('UANN')).toEqual([]);
    expect(reminders(office)).toEqual([]);
  });

  test('in a channel that was archived meanwhile', async () => {
    const { office, press, card } = await asked();
    archive(office.standIn.workspace, 'CTEAM');
    expect(await press('UBEN', 'help', card)).toContain('the channel is archived');
    expect(office.direct('UANN')).toEqual([]);
  });
});
