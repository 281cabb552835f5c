import type { Locale } from '../../src/locale.ts';
import { askAction, handOverAction } from '../../src/practice/practice-buttons.ts';
import { keys } from '../../src/redis/keys.ts';
import type { Entries } from '../form-values.ts';
import { type Card, cardButtons } from '../practitioner.ts';
import { directChannel, type Message, messagesIn } from '../stand-in/workspace.ts';
import type { World } from '../world/world.ts';
import { type Cast, CHANNEL, TIMEZONE, team } from './cast.ts';
import type { Chance } from './chance.ts';
import { askEntries, handOverEntries } from './practice-entries.ts';
import { type Deed, planPractice } from './practice-plan.ts';
import { practiceTexts } from './practice-texts.ts';
import { buttonNamed } from './pulse-buttons.ts';
import { sendForm } from './send-form.ts';

/** Something that somebody did about an ask or a hand-over, when (ms), and what they were told privately. */
export type PracticeDeed = Deed & {
  readonly at: number;
  readonly answers: readonly string[];
  /** The card that it was about: of an ask in the channel, of a hand-over in the receiver's direct messages. */
  readonly card: Card;
};

/** Lets the cast ask for hands and hand things over, if a prompt with its buttons was posted just now. */
export async function practise(stage: {
  readonly world: World;
  readonly cast: Cast;
  readonly locale: Locale;
  readonly chance: Chance;
}): Promise<readonly PracticeDeed[]> {
  const { world, cast, locale, chance } = stage;
  const prompt = messagesIn(world.standIn.workspace, CHANNEL).at(-1);
  if (prompt === undefined || buttonNamed(prompt.blocks, askAction) === undefined) return [];
  const begun = world.clock.now();
  const cards = new Map<number, Card>();
  const done: PracticeDeed[] = [];
  for (const { after, ...deed } of planPractice(cast.teammates, practiceTexts[locale], chance)) {
    await world.advanceTo(begun + after, [team]);
    const { card, answers } = await act(world, deed, cards.get(deed.of) ?? prompt);
    cards.set(deed.of, card);
    done.push({ ...deed, at: world.clock.now(), card, answers });
    await forgetPressed(world);
  }
  return done;
}

type Acted = { readonly card: Card; readonly answers: readonly string[] };

function act(world: World, deed: Deed, on: Card | Message): Promise<Acted> {
  const { id: user } = deed.person;
  if (deed.kind === 'ask') {
    const entries = askEntries(deed.words);
    return fillIn(world, { user, ts: on.ts, actionId: askAction, entries, channel: CHANNEL });
  }
  if (deed.kind === 'hand-over') {
    const entries = handOverEntries(deed.words, { now: world.clock.now(), timezone: TIMEZONE });
    const { id: channel } = directChannel(world.standIn.workspace, deed.words.receiver.id);
    return fillIn(world, { user, ts: on.ts, actionId: handOverAction, entries, channel });
  }
  return press(world, { user, on: { channel: CHANNEL, ...on }, name: cardButtons[deed.kind] });
}

/** Presses a button under the prompt and sends the form it opens; the card is what is posted to `channel` then. */
async function fillIn(
  world: World,
  form: {
    readonly user: string;
    readonly ts: string;
    readonly actionId: string;
    readonly entries: Entries;
    readonly channel: string;
  },
): Promise<Acted> {
  const { user, ts, actionId, entries, channel } = form;
  const { workspace } = world.standIn;
  const answers = await press(world, { user, on: { channel: CHANNEL, ts }, name: actionId });
  await sendForm(world, user, entries);
  const card = messagesIn(workspace, channel).at(-1);
  if (card === undefined) throw new Error(`There is no card in ${channel}.`);
  return { card: { channel, ts: card.ts }, answers: answers.answers };
}

/** Presses a button that stands in a message, named without its language. */
async function press(
  world: World,
  { user, on, name }: { readonly user: string; readonly on: Card; readonly name: string },
): Promise<Acted> {
  const { channel, ts } = on;
  const message = messagesIn(world.standIn.workspace, channel).find((each) => each.ts === ts);
  const found = ['', '.en', '.de'].map((end) => buttonNamed(message?.blocks, `${name}${end}`)).find(Boolean);
  if (found === undefined) throw new Error(`Nobody can press ${name}: it is not there.`);
  const { actionId, value } = found;
  const answers = await world.press({ user, channel, messageTs: ts, actionId, value });
  return { card: { channel, ts }, answers: answers.map(({ body }) => String(body.text)) };
}

/** Between two deeds lie minutes; Redis, whose clock is the real one, would not have noticed. */
async function forgetPressed({ store: { client } }: World): Promise<void> {
  for (const name of await client.keys(`${keys.card('').split('}')[0]}*`)) await client.del(name);
}
