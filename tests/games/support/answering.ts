import { randomBytes } from 'node:crypto';
import type { Random } from '../../../src/ports.ts';
import { createKeyFolder } from '../../../src/pulse/key-folder.ts';
import { type Counted, createPulseAnswers } from '../../../src/pulse/pulse-answers.ts';
import { KEY_BYTES } from '../../../src/pulse/pulse-key.ts';
import { createPulseStore } from '../../../src/pulse/pulse-store.ts';
import { type Choice, tokenOf } from '../../../src/pulse/tally.ts';
import type { Store } from '../../../src/redis/connection.ts';
import { keys } from '../../../src/redis/keys.ts';
import { shuffle } from '../../../src/shuffle.ts';
import { sampleRecord, team } from '../../pulse/samples.ts';
import { temporaryFolder } from '../../redis/stores.ts';
import { mannWhitney } from './mann-whitney.ts';
import { OPTIONS } from './pair-of-worlds.ts';
import type { TapedCommand } from './tape.ts';

/** Answers, or changes an answer; it must count. */
export type Answering = (user: string, choice: Choice, sealed?: string) => Promise<Counted>;

/** A pulse of many people on a real store, with its key in a real folder, and a way to answer it as the buttons do. */
export async function openForAnswers(store: Store, people: readonly string[]): Promise<Answering> {
  const random = { bytes: (size: number) => randomBytes(size) };
  const pulses = createPulseStore({ client: store.client });
  const custody = createKeyFolder({ folder: await temporaryFolder() });
  const answers = createPulseAnswers({ store: pulses, custody, random });
  const record = sampleRecord({ electorate: people.length });
  const pulseKey = await custody.keep(record.id, random.bytes(KEY_BYTES));
  const tokens = people.map((user) => tokenOf(pulseKey, user));
  await pulses.discard(team, record.id);
  await store.client.set(keys.team(team), '{}');
  await pulses.open(team, record, tokens, {
    openedAt: 1,
    electorate: people.length,
    count: 1,
    rosterChanges: 0,
  });

  return async (user, choice, sealed) => {
    const tap = { team, user, choice, pulseId: record.id, optionCount: OPTIONS, ts: '1.1' };
    const outcome = await answers.answer(sealed === undefined ? tap : { ...tap, sealed });
    if (!('sealed' in outcome)) throw new Error(`the answer was not taken: ${outcome.kind}`);
    return outcome;
  };
}

export type Timed = {
  readonly user: string;
  readonly choice: Choice;
  readonly outcome: Counted;
  /** In ms. */
  readonly time: number;
};

/** Everybody answers, half of them each choice, mixed at random, so that a slow moment hits both alike. */
export async function timeMixed(given: {
  readonly people: readonly string[];
  readonly choices: readonly [Choice, Choice];
  readonly answer: Answering;
  readonly random: Random;
}): Promise<readonly Timed[]> {
  const { people, choices, answer, random } = given;
  const assigned = shuffle(people, random).map((user, at) => ({
    user,
    choice: choices[at % 2 === 0 ? 0 : 1],
  }));
  const timed: Timed[] = [];
  for (const { user, choice } of shuffle(assigned, random)) {
    const start = performance.now();
    const outcome = await answer(user, choice);
    timed.push({ user, choice, outcome, time: performance.now() - start });
  }
  return timed;
}

/** How likely it is that the times of the two choices differ so much if they come from one distribution. */
export function likelihoodOf(timed: readonly Timed[]): number {
  const one = timed[0]?.choice;
  const [left, right] = [true, false].map((isOne) =>
    timed.filter(({ choice }) => (choice === one) === isOne).map(({ time }) => time),
  );
  return mannWhitney(left ?? [], right ?? []);
}

/** In a vote's command the lanes come last: after script, count, three keys, and five arguments. */
const LANES_FROM = 11;

/** The commands on a tape that carry a vote, with the masked lanes apart from the rest. */
export function votesIn(commands: readonly TapedCommand[]) {
  return commands
    .filter(({ words, by }) => by === 'client' && words[0] === 'evalsha' && words.length > LANES_FROM)
    .map(({ words }) => ({ fixed: words.slice(0, LANES_FROM), lanes: words.slice(LANES_FROM) }));
}
