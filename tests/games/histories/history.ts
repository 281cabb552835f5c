import { createSeededRandom } from '../../../playground/world/seeded-random.ts';
import type { Random } from '../../../src/ports.ts';
import { parseAnswerValue } from '../../../src/pulse/button-value.ts';
import type { KeyCustody } from '../../../src/pulse/key-custody.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';
import { StoreError } from '../../../src/redis/store-error.ts';
import { shuffle } from '../../../src/shuffle.ts';
import { between, chance } from './chance.ts';
import { Crash, type Faults, faultsFrom, noFaults, type Struck } from './faults.ts';
import { learn, newPerson, type Person, type Reply, type Tap } from './person.ts';
import { createScene, type Scene } from './scene.ts';
import { nextTap } from './taps.ts';
import { judge, type Verdict } from './verdict.ts';

/** Faults at this many awaits in a thousand: with five awaits or more to an operation, every third or so fails. */
const FAULTS = 90;
/** After so many attempts at opening or closing the trouble is over. */
const PATIENCE = 12;

export type HistoryOptions = {
  readonly client: RedisClient;
  readonly custody: KeyCustody;
  readonly seed: string;
  /** Names the team: histories under way at once do not meet. */
  readonly channel: string;
  /** What struck, and what was done, are counted here. */
  readonly struck: Struck;
  readonly done: { taps: number; closings: number };
};

/** One random life of a pulse, from its opening to its closing, with trouble at any await; and what was wrong. */
export async function playHistory(options: HistoryOptions): Promise<Verdict> {
  const random = createSeededRandom(options.seed);
  const users = Array.from({ length: between(random, 5, 9) }, (_, at) => `U${at}`);
  const scene = await createScene({
    client: options.client,
    custody: options.custody,
    team: { workspace: 'THISTORY', channel: options.channel },
    random: createSeededRandom(`${options.seed}|app`),
    people: users,
  });
  const faults = (): Faults =>
    faultsFrom(createSeededRandom(random.bytes(16).toString('hex')), FAULTS, options.struck);
  await untilDone(faults, (trouble) => scene.rooms(trouble).pulses.open(scene.opening));
  const pulseKey = await scene.custody.read(scene.pulseId);
  if (!Buffer.isBuffer(pulseKey)) return { wrong: ['the pulse opened without a key'], lost: [] };
  const people = users.map(newPerson);
  const told = await answerAndClose({ scene, people, random, faults, done: options.done });
  const verdict = await judge(scene, pulseKey, people);
  return { ...verdict, wrong: [...told, ...verdict.wrong] };
}

type Play = {
  readonly scene: Scene;
  readonly people: readonly Person[];
  readonly random: Random;
  readonly faults: () => Faults;
  readonly done: { taps: number; closings: number };
};

/** Rounds of taps that are under way together, some of them delivered twice or late; the last ones while it closes. */
async function answerAndClose(play: Play): Promise<readonly string[]> {
  const { scene, people, random } = play;
  const problems: string[] = [];
  const late: Tap[] = [];
  const rounds = between(random, 4, 12);
  for (let round = 0; round < rounds; round += 1) {
    const made = Array.from({ length: between(random, 1, 4) }, () => nextTap(random, people, scene.pulseId));
    const delayed = made.filter(() => chance(random, 100));
    const now = [...made.filter((tap) => !delayed.includes(tap)), ...late.splice(0, between(random, 0, 1))];
    late.push(...delayed);
    const twice = now.filter(() => chance(random, 150));
    problems.push(...(await deliver(play, shuffle([...now, ...twice], random))));
  }
  const last = Array.from({ length: between(random, 0, 3) }, () => nextTap(random, people, scene.pulseId));
  const closers = Array.from({ length: between(random, 1, 2) }, () => close(play));
  const [told] = await Promise.all([deliver(play, [...late, ...last]), ...closers]);
  return [...problems, ...told];
}

async function deliver(
  { scene, people, faults, done }: Play,
  taps: readonly Tap[],
): Promise<readonly string[]> {
  done.taps += taps.length;
  const heard = await Promise.all(
    taps.map(async (tap) => ({ tap, reply: await press(scene, tap, faults()) })),
  );
  const strangers = heard.filter(({ tap }) => people.every(({ user }) => user !== tap.user));
  return [
    ...people.flatMap((person) =>
      learn(
        person,
        heard.filter(({ tap }) => tap.user === person.user),
      ),
    ),
    ...strangers
      .filter(({ reply }) => 'sealed' in reply)
      .map(() => 'somebody who is not on the pulse was counted'),
  ];
}

async function press(scene: Scene, { user, value }: Tap, faults: Faults): Promise<Reply> {
  const parsed = parseAnswerValue(value);
  if (parsed === undefined) return { kind: 'malformed' };
  try {
    return await scene.rooms(faults).answers.answer({ ...parsed, team: scene.team, user, ts: '1.1' });
  } catch (error) {
    if (error instanceof Crash) return { kind: 'crashed' };
    throw error;
  }
}

async function close({ scene, faults, done }: Play): Promise<void> {
  await untilDone(faults, (trouble) => {
    done.closings += 1;
    return scene.rooms(trouble).readouts.close(scene.closing);
  });
}

/** Begins again after every failure, as the queue does. */
async function untilDone(faults: () => Faults, act: (faults: Faults) => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await act(attempt < PATIENCE ? faults() : noFaults);
      if (typeof result !== 'object' || result === null) return;
      if (!('retry' in result)) throw new Error('the channel was not told');
    } catch (error) {
      if (!(error instanceof Crash) && !(error instanceof StoreError)) throw error;
    }
  }
}
