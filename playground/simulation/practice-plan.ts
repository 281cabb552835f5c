import { DAY, HOUR } from '../../src/duration.ts';
import { type AskWords, urgencies } from '../../src/practice/ask.ts';
import { type Latitude, latitudes, type Reply } from '../../src/practice/hand-over.ts';
import type { Teammate } from './cast.ts';
import type { Chance } from './chance.ts';
import type { PracticeTexts } from './practice-texts.ts';

/** What a form of a hand-over is filled in with; the check-in is so many days ahead. */
export type HandOverWords = {
  readonly receiver: Teammate;
  readonly outcome: string;
  readonly context: string;
  readonly latitude: Latitude;
  readonly days: number;
};

/** Something that somebody does about an ask or a hand-over; `of` tells which of the week. */
export type Deed = { readonly person: Teammate; readonly of: number } & (
  | { readonly kind: 'ask'; readonly words: AskWords }
  | { readonly kind: 'help' | 'thank' | 'drop' }
  | { readonly kind: 'hand-over'; readonly words: HandOverWords }
  | { readonly kind: Reply }
);

/** A deed and when it is done, in milliseconds after the prompt. */
export type PlannedDeed = Deed & { readonly after: number };

/** Working hours between the prompt, on Monday at 9:30, and the pulse, on Wednesday at 14:00. */
const WORKING_HOURS = 18;
const MOST_ASKS = 3;
const MOST_HAND_OVERS = 2;

/** What a week's asks and hand-overs are, in the order in which things are done. */
export function planPractice(
  people: readonly Teammate[],
  texts: PracticeTexts,
  chance: Chance,
): readonly PlannedDeed[] {
  const asks = Math.floor(chance.between(0, MOST_ASKS + 1));
  const planned = shuffled(texts.asks, chance)
    .slice(0, asks)
    .map((topic, of) => planAsk(of, topic, { people, chance }));
  const handOvers = Math.floor(chance.between(0, MOST_HAND_OVERS + 1));
  const handed = shuffled(texts.outcomes, chance)
    .slice(0, handOvers)
    .map((outcome, at) => planHandOver(asks + at, outcome, { people, texts, chance }));
  return [...planned, ...handed]
    .flat()
    .filter(({ hours }) => hours < WORKING_HOURS)
    .sort((one, other) => one.hours - other.hours)
    .map(({ hours, ...deed }) => ({ ...deed, after: officeTime(hours) }));
}

type Drawing = {
  readonly people: readonly Teammate[];
  readonly texts: PracticeTexts;
  readonly chance: Chance;
};
type Drawn = Deed & { readonly hours: number };

/** Someone asks, mostly somebody helps, and mostly there are thanks; else it is dropped, or stays open. */
function planAsk(
  of: number,
  [what, help]: PracticeTexts['asks'][number],
  { people, chance }: Omit<Drawing, 'texts'>,
): readonly Drawn[] {
  const [asker, ...others] = shuffled(people, chance);
  if (asker === undefined) return [];
  const words = { what, help, by: oneOf(urgencies, chance) };
  const asked = chance.between(0.2, 7);
  const count = chance.happens(0.5) ? 1 + Number(chance.happens(0.3)) : 0;
  const helping = others
    .slice(0, count)
    .map((person) => ({ kind: 'help' as const, person, of, hours: asked + chance.between(0.1, 4) }));
  const last = Math.max(asked, ...helping.map(({ hours }) => hours));
  const kind = helping.length > 0 ? ('thank' as const) : ('drop' as const);
  const closes = chance.happens(helping.length > 0 ? 0.85 : 0.2);
  const end = { kind, person: asker, of, hours: last + chance.between(0.5, 6) };
  return [{ kind: 'ask', person: asker, of, words, hours: asked }, ...helping, ...(closes ? [end] : [])];
}

/** Someone hands something over: it is taken, talked about first, or not now. */
function planHandOver(of: number, outcome: string, { people, texts, chance }: Drawing): readonly Drawn[] {
  const [giver, receiver] = shuffled(people, chance);
  if (giver === undefined || receiver === undefined) return [];
  const words = {
    receiver,
    outcome,
    context: oneOf(texts.contexts, chance),
    latitude: oneOf(latitudes, chance),
    days: Math.floor(chance.between(3, 12)),
  };
  const asked = chance.between(0.2, 8);
  const said = asked + chance.between(0.2, 3);
  const says = (kind: Reply, hours: number) => ({ kind, person: receiver, of, hours });
  const first = chance.happens(0.25) ? [says('talk', said)] : [];
  const last = says(chance.happens(0.7) ? 'take' : 'decline', said + chance.between(0.5, 3));
  return [{ kind: 'hand-over', person: giver, of, words, hours: asked }, ...first, last];
}

/** Milliseconds of the clock for so many working hours after Monday 9:30: nobody does anything at night. */
function officeTime(hours: number): number {
  const [days, rest] = [Math.floor(hours / 7.5), hours % 7.5];
  return days * DAY + Math.round(rest * 60) * (HOUR / 60);
}

const oneOf = <T>(values: readonly T[], chance: Chance): T => {
  const found = values[Math.floor(chance.between(0, values.length))];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
};

const shuffled = <T>(values: readonly T[], chance: Chance): readonly T[] =>
  values
    .map((value) => ({ value, place: chance.between(0, 1) }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
