import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../src/calendar/next-slot.ts';
import { fallbackLocale, type Locale } from '../../src/locale.ts';
import { createLog } from '../../src/log.ts';
import type { Log } from '../../src/ports.ts';
import type { Store } from '../../src/redis/connection.ts';
import type { Response } from '../stand-in/response-urls.ts';
import type { RecordedCall } from '../stand-in/stand-in.ts';
import { createWorld, type World } from '../world/world.ts';
import { type Cast, CHANNEL, createCast, TIMEZONE, team, workspaceOf } from './cast.ts';
import { checkReceipts } from './hands.ts';
import { answerPulse, type PulseRun } from './pulse-run.ts';
import { type Snapshot, takeSnapshot } from './store-dump.ts';

export type SimulationOptions = {
  readonly people: number;
  readonly weeks: number;
  readonly seed: number;
  /** What the team speaks; default: English. */
  readonly locale?: Locale;
};

/** A command of the manager's and what it answered. */
export type Conversation = {
  readonly at: number;
  readonly typed: string;
  readonly answers: readonly string[];
};

/** What one teammate reads who presses *Check my receipt* under a closed pulse. */
export type ReceiptsCheck = { readonly at: number; readonly text: string };

/** Everything a simulation saw, for the report and for the assertions. */
export type Simulation = {
  readonly options: SimulationOptions;
  readonly cast: Cast;
  readonly calls: readonly RecordedCall[];
  readonly responses: readonly Response[];
  readonly pulses: readonly PulseRun[];
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
 * @param ports.onWeek told each week's number, from 1, as it begins.
 * @throws at the first error that the app logs.
 */
export async function simulate(
  options: SimulationOptions,
  ports: { readonly store?: Store; readonly onWeek?: (week: number) => void } = {},
): Promise<Simulation> {
  const cast = createCast(options);
  const { log, logLines, firstError } = watchedLog();
  const { store, onWeek } = ports;
  const world = await createWorld({
    workspace: workspaceOf(cast),
    seed: `app ${options.seed}`,
    start,
    log,
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

/** A log that is kept, and a promise that fails at its first error: retries would wait for the real clock. */
function watchedLog() {
  const logLines: string[] = [];
  const kept = createLog({ level: 'info', destination: { write: (line) => void logLines.push(line) } });
  let fail: (reason: Error) => void = () => undefined;
  const firstError = new Promise<never>((_, reject) => {
    fail = reject;
  });
  firstError.catch(() => undefined); // Whoever waits for it hears of it; an error before that is in the lines.
  const error: Log['error'] = (message, fields) => {
    kept.error(message, fields);
    fail(new Error(`The app logged an error: ${message} (${fields?.code ?? 'no code'})`));
  };
  return { log: { ...kept, error }, logLines, firstError };
}

type Stage = {
  readonly world: World;
  readonly cast: Cast;
  readonly options: SimulationOptions;
  readonly onWeek: ((week: number) => void) | undefined;
};

async function liveThrough({ world, cast, options, onWeek }: Stage) {
  const conversations: Conversation[] = [];
  const pulses: PulseRun[] = [];
  const receipts: ReceiptsCheck[] = [];
  let middle: Snapshot | undefined;
  const { locale = fallbackLocale } = options;
  const asManager = async (typed: string) => {
    const answers = await world.command(cast.manager.id, CHANNEL, typed);
    const texts = answers.map(({ body }) => String(body.text));
    conversations.push({ at: world.clock.now(), typed: `/hands ${typed}`, answers: texts });
  };

  await asManager('setup mon 9:30');
  for (let week = 0; week < options.weeks; week += 1) {
    onWeek?.(week + 1);
    const friday = instantOf(FIRST_FRIDAY.add({ weeks: week }), '17:00', TIMEZONE);
    for (;;) {
      const due = await world.nextDue([team]);
      if (due > friday) break;
      await world.advanceTo(due, [team]);
      const run = await answerPulse({ world, cast, locale, isFirst: pulses.length === 0 });
      if (run === undefined) {
        const text = await checkReceipts(world, cast.teammates[0]?.id ?? '');
        if (text !== undefined) receipts.push({ at: due, text });
        continue;
      }
      pulses.push(run);
      if (week <= (options.weeks - 1) / 2) middle = run.halfway;
    }
    await world.advanceTo(friday, [team]);
  }
  await asManager('summary');
  await asManager('status');
  const end = await takeSnapshot({
    client: world.store.client,
    keyDir: world.keyDir,
    at: world.clock.now(),
  });
  const { calls, responses } = world.standIn;
  return {
    conversations,
    receipts,
    pulses,
    middle,
    end,
    calls,
    responses,
    lateErrors: world.receiver.lateErrors,
  };
}
