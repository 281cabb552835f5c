import { expect } from 'vitest';
import { team } from '../../playground/simulation/cast.ts';
import type { PracticeDeed } from '../../playground/simulation/practice-run.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { keys } from '../../src/redis/keys.ts';
import type { Invariant } from './invariant.ts';
import { postsIn } from './posts.ts';

/** What becomes of asks and hand-overs: holds for every cast, however large. */
export const practiceInvariants: readonly Invariant[] = [
  [
    'every ask is one card in the channel, in the name of whoever asks',
    (simulation) => {
      const cards = postsIn(simulation).filter(({ kind }) => kind === 'card');
      const asks = simulation.practice.filter(({ kind }) => kind === 'ask');
      expect(cards.map(({ at }) => at)).toEqual(asks.map(({ at }) => at));
      for (const [at, { text }] of cards.entries())
        expect(text).toContain(`<@${asks[at]?.person.id}> asks for a hand\n${wordsOf(asks[at])}`);
    },
  ],
  [
    'what a card shows in the end is what was pressed on it',
    (simulation) => {
      for (const ask of simulation.practice.filter(({ kind }) => kind === 'ask')) {
        const pressed = simulation.practice.filter(({ card }) => card.ts === ask.card.ts);
        const helpers = pressed.filter(({ kind }) => kind === 'help').map(({ person }) => person.id);
        const text = lastText(simulation, ask);
        expect(helpers.filter((id) => !text.includes(`<@${id}>`))).toEqual([]);
        const kinds = pressed.map(({ kind }) => kind);
        expect(text.includes('says thank you')).toBe(kinds.includes('thank'));
        expect(text.includes('No longer needed.')).toBe(kinds.includes('drop'));
      }
    },
  ],
  [
    'a card that nobody answers for a day is brought up once in its thread, and no other is',
    (simulation) => {
      const { practice, later, end } = simulation;
      const DAY = 86_400_000;
      const open = practice.filter(
        ({ kind, at, card }) =>
          kind === 'ask' &&
          at + DAY <= end.at &&
          !practice.some((deed) => deed.card.ts === card.ts && deed.at > at && deed.at < at + DAY),
      );
      const replies = later.filter(({ channel }) => channel === team.channel);
      expect(replies.map(({ thread }) => thread)).toEqual(open.map(({ card }) => card.ts));
    },
  ],
  [
    'the giver is asked to check in once for each hand-over that was taken, on its day',
    (simulation) => {
      const { practice, later, end } = simulation;
      const taken = practice.filter(({ kind }) => kind === 'take').map(({ card }) => card.ts);
      const due = practice.flatMap((deed) =>
        deed.kind === 'hand-over' && taken.includes(deed.card.ts)
          ? [{ channel: `D${deed.person.id.slice(1)}`, day: dayAfter(deed.at, deed.words.days) }]
          : [],
      );
      const came = later.filter(({ channel }) => channel.startsWith('D'));
      expect(came.map(({ at, channel }) => ({ channel, day: dayAfter(at, 0) })).sort(byDay)).toEqual(
        due.filter(({ day }) => day <= dayAfter(end.at, 0)).sort(byDay),
      );
    },
  ],
  [
    'what is stored of it are counts by week, which are those of what was done',
    (simulation) => {
      const stored = simulation.end.keys.find(({ name }) => name === keys.practice(team))?.values ?? [];
      const sum = (counter: string) =>
        stored
          .filter(({ label }) => label.endsWith(`.${counter}`))
          .reduce((total, { text }) => total + Number(text), 0);
      const done = (kind: PracticeDeed['kind']) =>
        new Set(simulation.practice.filter((deed) => deed.kind === kind).map(({ card }) => card.ts)).size;
      expect({ asks: sum('asks'), answered: sum('answered'), taken: sum('taken') }).toEqual({
        ...{ asks: done('ask'), answered: done('help'), taken: done('take') },
      });
    },
  ],
];

function wordsOf(deed: PracticeDeed | undefined): string {
  return deed?.kind === 'ask' ? deed.words.what : '';
}

/** What the card of an ask was changed to last. */
function lastText({ calls }: Simulation, { card }: PracticeDeed): string {
  const changes = calls.filter(
    ({ method, arguments: sent }) => method === 'chat.update' && sent.ts === card.ts,
  );
  return String(changes.at(-1)?.arguments.text);
}

/** The date of so many days after an instant, in Berlin. */
function dayAfter(instant: number, days: number): string {
  const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
  return berlin.format(instant + days * 86_400_000);
}

const byDay = (one: { readonly day: string; readonly channel: string }, other: typeof one): number =>
  `${one.day} ${one.channel}` < `${other.day} ${other.channel}` ? -1 : 1;
