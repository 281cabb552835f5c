import type { Locale } from '../src/locale.ts';
import type { Clock, Random } from '../src/ports.ts';
import { type Company, type CompanyChannel, teammates } from './company.ts';
import type { Control } from './control.ts';
import type { Narrator } from './narrator.ts';
import type { News } from './news.ts';
import { type Card, practitioner } from './practitioner.ts';
import { createChance } from './simulation/chance.ts';
import { askEntries, handOverEntries } from './simulation/practice-entries.ts';
import { type PlannedDeed, planPractice } from './simulation/practice-plan.ts';
import { practiceTexts } from './simulation/practice-texts.ts';
import { yours } from './yours.ts';

/** A deed of the week of a prompt; `cards` are those that the week has brought so far. */
type Due = {
  readonly deed: PlannedDeed;
  readonly at: number;
  readonly channel: CompanyChannel;
  readonly prompt: Card;
  readonly cards: Map<number, Card>;
};

/** What the terminal tells of a deed; cards in the channel are told as news, and names of hand-overs never. */
const tellings: { readonly [kind in PlannedDeed['kind']]?: (name: string) => readonly [string, string] } = {
  help: (name) => ['help', `${name} can help`],
  thank: (name) => ['thank you', `${name} says thank you`],
  drop: (name) => ['ask', `${name} needs it no longer`],
  'hand-over': () => ['hand-over', 'somebody would like to hand something over'],
  take: () => ['hand-over', 'it is taken'],
  talk: () => ['hand-over', 'they would like to talk first'],
  decline: () => ['hand-over', 'not now, which is a normal answer'],
};

/** Simulated colleagues ask for hands, help and hand over, some virtual hours after a prompt. */
export function createPractising(deps: {
  readonly control: Control;
  readonly company: Company;
  readonly clock: Clock;
  readonly random: Random;
  readonly narrator: Narrator;
  /** What they write in. */
  readonly locale: Locale;
}) {
  const { control, company, clock, random, narrator, locale } = deps;
  const chance = createChance(random);
  const hands = practitioner(control);
  let planned: readonly Due[] = [];

  return {
    /** Takes note of a prompt that was posted. */
    notice({ channel, kind, message }: News): void {
      if (kind !== 'prompt') return;
      const people = teammates(channel).filter((person) => person !== yours(channel));
      const prompt = { channel: channel.id, ts: message.ts };
      const cards = new Map<number, Card>();
      const now = clock.now();
      const deeds = planPractice(people, practiceTexts[locale], chance);
      planned = [
        ...planned,
        ...deeds.map((deed) => ({ deed, at: now + deed.after, channel, prompt, cards })),
      ];
    },

    /** Does what is due by now. Forms wait while there is one on the screen, which belongs to everybody. */
    async act(): Promise<void> {
      const due = planned.filter(({ at }) => at <= clock.now());
      for (const each of due) {
        if (needsForm(each.deed) && control.hasForm()) return;
        planned = planned.filter((other) => other !== each);
        if (await isDone(each)) tell(each);
      }
    },
  };

  function tell({ deed, channel }: Due): void {
    const telling = tellings[deed.kind]?.(deed.person.name);
    if (telling !== undefined) narrator.tell(channel, ...telling);
  }

  async function isDone({ deed, channel, prompt, cards }: Due): Promise<boolean> {
    const { id: user } = deed.person;
    if (deed.kind === 'ask') {
      cards.set(deed.of, await hands.ask(user, prompt, askEntries(deed.words)));
      return true;
    }
    if (deed.kind === 'hand-over') {
      const entries = handOverEntries(deed.words, { now: clock.now(), timezone: channel.manager.timezone });
      cards.set(deed.of, await hands.handOver(user, prompt, deed.words.receiver.id, entries));
      return true;
    }
    const card = cards.get(deed.of);
    if (card === undefined) return false; // The channel was emptied.
    const before = new Set((await control.ephemerals(user, card.channel)).map(({ ts }) => ts));
    const isPressed = await hands.press(user, card, deed.kind);
    if (isPressed && card.channel === channel.id) await takeLineAway(user, channel.id, before);
    return isPressed;
  }

  /** In Slack nobody else would see the private line; here everybody does. */
  async function takeLineAway(user: string, channel: string, before: ReadonlySet<string>): Promise<void> {
    const line = await control.ephemeral(user, channel, 'a private line', ({ ts }) => !before.has(ts));
    await control.takeAway(channel, line.ts, company.app.userId);
  }
}

const needsForm = ({ kind }: PlannedDeed): boolean => kind === 'ask' || kind === 'hand-over';
