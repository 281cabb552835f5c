import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ticker } from '../../jobs/heartbeat.ts';
import { createApp, type Ports } from '../../src/app.ts';
import { slotName } from '../../src/calendar/slot.ts';
import type { Config } from '../../src/config.ts';
import { readContent } from '../../src/content.ts';
import { SECOND } from '../../src/duration.ts';
import type { Log } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import type { TeamId } from '../../src/team-id.ts';
import { fakeReceiver } from '../../tests/support/fake-receiver.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';
import type { WorkspaceSeed } from '../stand-in/workspace.ts';
import { createJobWatch } from './job-watch.ts';
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts';
import { createPeople } from './people.ts';
import { createSeededRandom } from './seeded-random.ts';
import { inTurn, takingTurns } from './turns.ts';

/** Monday 5 January 2026, 8:00 in London. */
export const monday = Date.UTC(2026, 0, 5, 8);

export type WorldOptions = {
  readonly workspace: WorkspaceSeed;
  /** Default: the embedded store. Whoever passes one closes it. */
  readonly store?: Store;
  readonly seed?: string;
  /** Where the clock starts (ms). */
  readonly start?: number;
  readonly log?: Log;
  readonly ports?: Partial<Ports>;
  /**
   * More instances of the app: all that people do and each heartbeat go to them in turn. On the same store, as any number
   * of processes share one; another store shows what becomes of it where something is kept elsewhere.
   */
  readonly others?: readonly ('same-store' | Store)[];
  /** Such as another key custody. */
  readonly config?: Partial<Config>;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Time moves only when the world is told so. */
const noTicker: Ticker = { start: () => ({ stop: () => undefined }) };

/** The same clock, which Slack follows: on its way to an instant it posts each message that was scheduled, in time. */
const withSlack = (clock: JumpingClock, { deliverDue, workspace }: StandIn): JumpingClock => ({
  ...clock,
  jumpTo: (instant) => {
    for (;;) {
      const next = Math.min(...workspace.scheduled.map(({ post_at }) => post_at * SECOND));
      if (next > instant) break;
      clock.jumpTo(Math.max(next, clock.now()));
      deliverDue();
    }
    clock.jumpTo(instant);
  },
});

/**
 * The whole app in one process, with everything around it under control: a recording Slack, a clock that jumps,
 * seeded chance. The simulation and the tests speak to it in verbs.
 */
export async function createWorld(options: WorldOptions) {
  const { start = monday, seed = 'many hands', log = silent } = options;
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-world-'));
  const time = createJumpingClock(start);
  const standIn = await startStandIn({ workspace: options.workspace, clock: time });
  const clock = withSlack(time, standIn);
  const store = options.store ?? (await openStore({ dataDir: join(folder, 'data'), log }));
  const keyDir = join(folder, 'keys');
  const config: Config = {
    botToken: standIn.workspace.bot.token,
    door: { kind: 'http', signingSecret: 'not used', port: 1, host: '127.0.0.1' },
    slackApiUrl: standIn.apiUrl,
    dataDir: join(folder, 'data'),
    keyDir,
    logLevel: 'silent',
    locale: 'en',
    ...options.config,
  };
  const ports = {
    clock,
    random: createSeededRandom(seed),
    log,
    content: options.ports?.content ?? readContent(),
    ticker: noTicker,
    fetch: globalThis.fetch,
    concurrency: 1,
  };
  const jobs = createJobWatch();
  const begin = async (instanceStore: Store) => {
    const receiver = fakeReceiver();
    const app = createApp(config, { ...ports, store: instanceStore, receiver, ...options.ports });
    await app.start({ onJobEnd: jobs.ended });
    return { app, receiver };
  };
  const first = await begin(store);
  const others: (typeof first)[] = [];
  for (const other of options.others ?? []) others.push(await begin(other === 'same-store' ? store : other));
  const nextApp = inTurn([first.app, ...others.map(({ app }) => app)]);
  const receiver = takingTurns([first.receiver, ...others.map((other) => other.receiver)]);
  const { app } = first;

  /** One heartbeat; waits until what it put on the queue has run. */
  async function beat(): Promise<void> {
    const taken = (await nextApp().beat()) ?? [];
    await Promise.all(taken.map((slot) => jobs.end(slotName(slot))));
  }

  /** When the next slot of one of the teams is due (ms); Infinity where none is planned. */
  async function nextDue(teams: readonly TeamId[]): Promise<number> {
    const plans = await Promise.all(teams.map((team) => app.rooms.calendar.next(team)));
    return Math.min(...plans.flatMap((plan) => Object.values(plan)));
  }

  return {
    app,
    clock,
    standIn,
    store,
    receiver,
    keyDir,
    beat,
    ...createPeople({ standIn, receiver }),

    nextDue,

    /** Jumps from one due slot of the teams to the next, running each, and ends at `instant` (ms). */
    async advanceTo(instant: number, teams: readonly TeamId[]): Promise<void> {
      for (;;) {
        const due = await nextDue(teams);
        if (due > instant) break;
        clock.jumpTo(Math.max(due, clock.now()));
        await beat();
      }
      clock.jumpTo(instant);
    },

    async close(): Promise<void> {
      for (const each of [first, ...others]) await each.app.stop();
      if (options.store === undefined) await store.close();
      await standIn.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
