import { describe, expect, test } from 'vitest';
import { type Message, place } from '../../../playground/stand-in/workspace.ts';
import { createSeededRandom } from '../../../playground/world/seeded-random.ts';
import { createWorld } from '../../../playground/world/world.ts';
import { cardKeyFrom, piecesOf, sealCard } from '../../../src/practice/sealed-card.ts';
import { sampleAsk } from '../../practice/asks.ts';
import { messageButton } from '../../support/payloads.ts';
import { asking } from '../asks.ts';
import { buttonsOf, openOffice, seed } from '../office.ts';

const unreadable =
  'This card cannot be read any more, so nothing was changed. Whoever asked can ask again with */hands ask*.';

/** A card of Ann's and one of Cat's, of which nobody has pressed anything for a minute. */
async function twoCards() {
  const office = await openOffice();
  await office.enrolled();
  const verbs = asking(office);
  await verbs.ask('The export times out.');
  const ann = verbs.card();
  await verbs.ask('The import too.', {}, 'UCAT');
  const cat = verbs.card();
  for (const key of await office.store.client.keys('hands:{card.*')) await office.store.client.del(key);
  return { office, ...verbs, ann, cat };
}

/** A card with other things in its buttons: their values, or the id of their block. */
function changed(card: Message, change: (buttons: Buttons) => Buttons): Message {
  const blocks = card.blocks.map((block) => (isButtons(block) ? change(block) : block));
  return { ...card, blocks };
}

type Buttons = { readonly block_id: string; readonly elements: readonly { readonly value: string }[] };
const isButtons = (block: unknown): block is Buttons => Object(block).type === 'actions';
const buttonsIn = (card: Message): Buttons => {
  const found = card.blocks.find(isButtons);
  if (found === undefined) throw new Error('the card has no buttons');
  return found;
};
const withValues = (buttons: Buttons, values: readonly (string | undefined)[]): Buttons => ({
  ...buttons,
  elements: buttons.elements.map((element, at) => ({ ...element, value: values[at] ?? '' })),
});
const valuesOf = ({ elements }: Buttons) => elements.map(({ value }) => value);

const tamperings: readonly (readonly [string, (own: Buttons, other: Buttons) => Buttons])[] = [
  [
    'changed in one sign',
    (own) =>
      withValues(own, [
        valuesOf(own)[0]?.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')),
        ...valuesOf(own).slice(1),
      ]),
  ],
  ['in another order', (own) => withValues(own, valuesOf(own).toReversed())],
  ['missing in part', (own) => withValues(own, valuesOf(own).slice(1))],
  ['of another card', (own, other) => withValues(own, valuesOf(other))],
  ['of another card, with the id of its block', (_, other) => other],
  ['nonsense', (own) => withValues(own, ['<!channel>', '💥', 'x'.repeat(2_000)])],
  ['sealed under another token', (own) => withValues(own, forged(own.block_id))],
  ['gone', (own) => ({ ...own, elements: [] })],
];

function forged(id: string): readonly string[] {
  const random = createSeededRandom('forger');
  const where = { workspace: 'TWORK', channel: 'CTEAM', kind: 'ask', id } as const;
  return piecesOf(sealCard(cardKeyFrom('xoxb-guessed'), where, sampleAsk(), random), 3);
}

describe('a card whose values are', () => {
  test.each(tamperings)('%s changes nothing, and whoever presses is told', async (_, change) => {
    const { office, ann, cat, press, text } = await twoCards();
    const seen = changed(ann, (own) => change(own, buttonsIn(cat)));
    for (const [user, action] of [
      ['UBEN', 'help'],
      ['UANN', 'thank'],
      ['UCAT', 'drop'],
    ] as const)
      expect(await press(user, action, seen)).toBe(unreadable);
    expect([text(ann), text(cat)]).toEqual([ann.text, cat.text]);
    expect(await office.store.client.keys('hands:{card.*')).toEqual([]);
    expect(office.direct('UBEN')).toEqual([]);
  });

  test('those of a card that was pressed just now are refused no less', async () => {
    const { ann, cat, press, text } = await twoCards();
    await press('UBEN', 'help', ann);
    const seen = changed(ann, (own) => withValues(own, valuesOf(buttonsIn(cat))));
    expect(await press('UDAN', 'help', seen)).toBe(unreadable);
    expect(text(ann)).not.toContain('UDAN');
  });

  test('whole, but in another channel or another message, are a copy', async () => {
    const { office, ann, press } = await twoCards();
    const copy = { ...ann, ts: '1800000000.000001' };
    place(office.standIn.workspace, 'CTEAM', copy);
    expect(await press('UBEN', 'help', copy)).toBe(unreadable);
    place(office.standIn.workspace, 'CSMALL', ann);
    expect(await asking(office, 'CSMALL').press('UBEN', 'help', ann)).toBe(unreadable);
    expect(await press('UBEN', 'help', ann)).toContain('You are on the card.');
  });
});

test('a card can be pressed in any instance of the app, also after the one that posted it has ended', async () => {
  const { office, ann, text } = await twoCards();
  await office.app.stop();
  const { store, standIn, keyDir } = office;
  const config = { slackApiUrl: standIn.apiUrl, keyDir };
  const other = await createWorld({ workspace: seed, store, config, seed: 'another instance' });
  const [button] = buttonsOf(ann.blocks);
  const responseUrl = standIn.responseUrl('UBEN', 'CTEAM');
  const { actionId = '', value = '' } = button ?? {};
  const at = { user: 'UBEN', channel: 'CTEAM', messageTs: ann.ts, blocks: ann.blocks, responseUrl };
  await other.receiver.send(messageButton({ ...at, actionId, value }));
  await other.receiver.settled();
  await other.close();
  expect(text(ann)).toContain('Can help: <@UBEN>');
});
