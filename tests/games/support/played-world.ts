import type { Ports } from '../../../src/app.ts';
import { changeAction } from '../../../src/pulse/answer-view.ts';
import { changeValue } from '../../../src/pulse/button-value.ts';
import type { PulseRecord } from '../../../src/pulse/pulse-record.ts';
import type { Choice } from '../../../src/pulse/tally.ts';
import { receiptsAction } from '../../../src/readout/receipts-view.ts';
import type { AttackedRedis } from './attacked-redis.ts';
import { withOtherPads } from './other-pads.ts';
import type { PadShifts } from './pad-shifts.ts';
import type { Pair, Side, Step } from './pair-of-worlds.ts';
import { manager, openPulseWeek, type PulseWeek, sealIn, team } from './pulse-week.ts';
import { startTape } from './tape.ts';
import { type View, viewOfFolder, viewOfRedis } from './view.ts';
import { viewOfSlack } from './view-of-slack.ts';

export type Played = {
  /** Everything at two moments, by `open: source` and `closed: source`. */
  readonly view: View;
  /** What was published, as Redis keeps it. */
  readonly readouts: string;
  readonly record: PulseRecord;
  readonly pulseKey: Buffer;
};

export type WorldOfPair = {
  readonly redis: AttackedRedis;
  readonly pair: Pair;
  readonly side: Side;
  readonly seed: string;
  /** Where the pads of this world lie from those the app computes. */
  readonly shifts?: PadShifts;
  readonly ports?: Partial<Ports> | undefined;
};

/** Plays one world of a pair on an emptied Redis, whole: enrolling, prompt, pulse, taps, closing, summary. */
export async function playWorld(given: WorldOfPair): Promise<Played> {
  const { redis, pair, side, seed, shifts, ports = {} } = given;
  await redis.reset();
  const tape = await startTape(redis);
  const opened = await redis.openStore();
  const store =
    shifts === undefined ? opened : { ...opened, client: withOtherPads(opened.client, shifts.of) };
  const week = await openPulseWeek({ seed, store, people: pair.people, ports, runs: 'straight' });
  const look = async () =>
    new Map([
      ...(await viewOfRedis(redis, tape, team)),
      ...(await viewOfFolder(week.world.keyDir)),
      ...viewOfSlack(week.world.standIn, pair.concerned),
      ['log', week.lines().join('')] as const,
    ]);
  try {
    await playSteps(week, pair, side, shifts);
    const open = await look();
    await week.close();
    await lookAtResults(week, pair);
    const closed = await look();
    const view = new Map([...named('open', open), ...named('closed', closed)]);
    return { view, readouts: closed.get('readouts') ?? '', record: week.record, pulseKey: week.pulseKey };
  } finally {
    tape.stop();
    await week.world.close();
    await opened.close();
  }
}

const named = (moment: string, view: View) =>
  [...view].map(([source, text]) => [`${moment}: ${source}`, text] as const);

type Seals = { readonly first: string; readonly last: string };

async function playSteps(week: PulseWeek, pair: Pair, side: Side, shifts?: PadShifts): Promise<void> {
  const seals = new Map<string, Seals>();
  for (const step of pair.steps) {
    shifts?.begin(step.choices);
    const known = seals.get(step.user);
    const last = sealIn(await playStep(week, step, step.choices[side], known));
    if (last !== undefined) seals.set(step.user, { first: known?.first ?? last, last });
  }
}

/** Returns the private answers to the last thing that was done in the step. */
async function playStep(week: PulseWeek, { kind, user }: Step, choice: Choice, seals: Seals | undefined) {
  const { tap, press, world, record } = week;
  if (kind === 'tap') return tap(user, choice);
  if (kind === 'look') return world.command(user, team.channel, 'privacy');
  if (seals === undefined) throw new Error('a change needs an answer first');
  if (kind === 'stale') return tap(user, choice, seals.first);
  if (kind === 'tampered') return tap(user, choice, broken(seals.last));
  await press(user, changeAction, changeValue({ pulseId: record.id, sealed: seals.last }));
  return tap(user, choice, seals.last);
}

const broken = (sealed: string): string => `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;

/** What anybody can look at once it is over, and a tap that comes too late. */
async function lookAtResults({ world, tap, press, record }: PulseWeek, pair: Pair): Promise<void> {
  const [colleague = ''] = pair.people.filter((user) => user !== pair.concerned);
  await tap(colleague, 0);
  await press(colleague, receiptsAction, record.id);
  for (const user of [manager, colleague]) await world.command(user, team.channel, 'summary');
  await world.command(manager, team.channel, 'privacy');
  await world.openHome(manager);
}
