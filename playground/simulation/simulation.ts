import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../src/calendar/next-slot.ts';
import { fallbackLocale, type Locale } from '../../src/locale.ts';
import type { Store } from '../../src/redis/connection.ts';
import type { Response } from '../stand-in/response-urls.ts';
import type { RecordedCall } from '../stand-in/stand-in.ts';
import { createSeededRandom } from '../world/seeded-random.ts';
import { createWorld, type World, type WorldOptions } from '../world/world.ts';
import { type Cast, createCast, TIMEZONE, team, workspaceOf } from './cast.ts';
import { createChance } from './chance.ts';
import { checkReceipts } from './hands.ts';
import { type LaterPost, laterPosts } from './later-posts.ts';
import { type Conversation, createManager } from './manager.ts';
import { type PracticeDeed, practise } from './practice-run.ts';
import { answerPulse, type PulseRun } from './pulse-run.ts';
import { type Snapshot, takeSnapshot } from './store-dump.ts';
import { watchedLog } from './watched-log.ts';

export type SimulationOptions = {
  readonly people: number;
  readonly weeks: number;
  readonly seed: number;
  /** What the team speaks; default: English. */
  readonly locale?: Locale;
};

/** What one teammate reads who presses *Check my receipt* under a closed pulse. */
export type ReceiptsCheck = { readonly at: number; readonly text: string };

/** Everything a simulation saw, for the report and for the assertions. */
export type Simulation = {
  readonly options: SimulationOptions;
  readonly cast: Cast;
  readonly calls: readonly RecordedCall[];
  /** What Slack posted by itself. */
  readonly later: readonly LaterPost[];
  readonly responses: readonly Response[];
  readonly pulses: readonly PulseRun[];
  /** What the cast did about asks and hand-overs. */
  readonly practice: readonly PracticeDeed[];
  readonly conversations: readonly Conversation[];
  readonly receipts: readonly ReceiptsCheck[];
  /** While a pulse of the middle was open; `undefined` where there was no pulse. */
  readonly middle: Snapshot | undefined;
  readonly end: Snapshot;
  /** The log as it would be written. */
  readonly logLines: readonly string[];
  /** What the app threw where nobody would see it. */
  readonly lateErrors: readonly unknown[];
};

/** Monday 2 March 2026, 8:45 in Berlin: clocks go forward in the fourth week. */
export const start = Date.UTC(2026, 2, 2, 7, 45);
/** The first Friday; at 17:00 its pulse is closed, and the week is over for the simulation. */
const FIRST_FRIDAY = Temporal.PlainDate.from('2026-03-06');

/**
 * Lets a seeded cast live with the app for some weeks, through the surfaces people have.
 *
 * @param ports.store default: the embedded one. Whoever passes one closes it.
 * @param ports.others more instances of the app, with which the first takes turns.
 * @param ports.onWeek told each week's number, from 1, as it begins.
 * @throws at the first error that the app logs.
 */
export async function simulate(
  options: SimulationOptions,
  ports: {
    readonly store?: Store;
    readonly onWeek?: (week: number) => void;
    readonly others?: NonNullable<WorldOptions['others']>;
  } = {},
): Promise<Simulation> {
  const cast = createCast(options);
  const { log, logLines, firstError } = watchedLog();
  const { store, onWeek, others = [] } = ports;
  const world = await createWorld({
    workspace: workspaceOf(cast),
    seed: `app ${options.seed}`,
    start,
    log,
    others,
    config: { locale: options.locale ?? fallbackLocale },
    ...(store === undefined ? {} : { store }),
  });
  try {
    const lived = await Promise.race([liveThrough({ world, cast, options, onWeek }), firstError]);
    return { ...lived, options, cast, logLines };
  } finally {
    await world.close();
  }
}

type Stage = {
  readonly world: World;
  readonly cast: Cast;
  readonly options: SimulationOptions;
  readonly onWeek: ((week: number) => void) | undefined;
};

async function liveThrough({ world, cast, options, onWeek }: Stage) {
  const pulses: PulseRun[] = [];
  const receipts: ReceiptsCheck[] = [];
  const practice: PracticeDeed[] = [];
  const chance = createChance(createSeededRandom(`practice ${options.seed}`));
  let middle: Snapshot | undefined;
  const { locale = fallbackLocale } = options;
  const manager = createManager(world, cast, locale);

  await manager.types('setup mon 9:30');
  for (let week = 0; week < options.weeks; week += 1) {
    onWeek?.(week + 1);
    const friday = instantOf(FIRST_FRIDAY.add({ weeks: week }), '17:00', TIMEZONE);
    for (;;) {
      const due = await world.nextDue([team]);
      if (due > friday) break;
      await world.advanceTo(due, [team]);
      const run = await answerPulse({ world, cast, locale, isFirst: pulses.length === 0 });
      if (run === undefined) {
        practice.push(...(await practise({ world, cast, locale, chance })));
        const text = await checkReceipts(world, cast.teammates[0]?.id ?? '');
        if (text !== undefined) receipts.push({ at: due, text });
        continue;
      }
      pulses.push(run);
      if (week <= (options.weeks - 1) / 2) middle = run.halfway;
    }
    await world.advanceTo(friday, [team]);
    if (week === 0 && pulses.length > 0) await manager.postsWhatChanged();
  }
  await manager.types('summary');
  await manager.types('export');
  await manager.types('status');
  const end = await takeSnapshot({
    client: world.store.client,
    keyDir: world.keyDir,
    at: world.clock.now(),
  });
  const { calls, responses } = world.standIn;
  return {
    conversations: manager.conversations,
    receipts,
    pulses,
    middle,
    end,
    calls,
    later: laterPosts(world.standIn.workspace, calls),
    practice,
    responses,
    lateErrors: world.receiver.lateErrors,
  };
}
