import type { JobServices } from '../jobs/job.ts';
import { SECOND } from '../src/duration.ts';
import type { Clock } from '../src/ports.ts';
import type { PulseAnswers } from '../src/pulse/pulse-answers.ts';
import { teamOfPulse } from '../src/pulse/pulse-record.ts';
import type { PulseService } from '../src/pulse/pulse-service.ts';
import type { Gateway } from '../src/slack/gateway.ts';
import { type AnswerTally, createAnswerTally } from './answer-tally.ts';
import { type Health, isWell, readHealth, wellness } from './health.ts';
import { createMetrics, type QueueDepth } from './metrics.ts';
import { type OpsAddress, type OpsServer, openOpsServer, type Page, plain } from './server.ts';
import { watchGateway } from './watch-gateway.ts';
import { watchSlots } from './watch-slots.ts';

export type OpsDeps = {
  readonly clock: Clock;
  readonly version: string;
  readonly pingRedis: () => Promise<unknown>;
  readonly queueDepth: () => Promise<QueueDepth>;
  /** Whether Slack can reach us. */
  readonly isConnected: () => boolean;
};

/** What looks on while the app works, and the pages that say what it saw. */
export type Ops = {
  readonly watchGateway: (gateway: Gateway) => Gateway;
  readonly watchAnswers: (answers: PulseAnswers, pulses: Pick<PulseService, 'current'>) => PulseAnswers;
  readonly watchSlots: <Watched extends JobServices>(services: Watched) => Watched;
  /** A beat that gives `undefined` could not read the calendar, and counts for nothing. */
  readonly watchBeat: <Taken>(beat: () => Promise<Taken>) => () => Promise<Taken>;
  /** The heartbeat has begun; its first beat is a minute away. */
  readonly ticks: () => void;
  /** Opens the port, and returns it. Throws `StartProblem`. */
  readonly open: () => Promise<number | undefined>;
  readonly close: () => Promise<void>;
};

/** Nobody looks on, nothing is counted, no port is opened. */
const noOps: Ops = {
  watchGateway: (gateway) => gateway,
  watchAnswers: (answers) => answers,
  watchSlots: (services) => services,
  watchBeat: (beat) => beat,
  ticks: () => undefined,
  open: async () => undefined,
  close: async () => undefined,
};

/** How long (ms) a page waits for the queue. */
const PATIENCE = 2 * SECOND;

/** The door for whoever runs the app: health and metrics at an address of their own, or nothing without one. */
export function createOps(address: OpsAddress | undefined, deps: OpsDeps): Ops {
  if (address === undefined) return noOps;
  const { clock, version, queueDepth } = deps;
  const seen: { beat?: number; tally?: AnswerTally; server?: OpsServer } = {};
  const health = () => readHealth({ ...deps, lastBeat: () => seen.beat });
  const metrics = createMetrics({
    version,
    queueDepth: () => within(PATIENCE, queueDepth()),
    async ready() {
      const { heartbeat: _, ...parts } = wellness(await health()); // Of that the metrics say when it came.
      return parts;
    },
  });
  const beats = () => {
    seen.beat = clock.now();
    metrics.beat(seen.beat);
  };
  const pages = {
    '/healthz': async () => plain(200, 'ok'),
    '/readyz': async () => readiness(await health()),
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.page() }),
  };

  return {
    watchGateway: (gateway) => watchGateway(gateway, metrics.slackFailed),

    watchAnswers(answers, pulses) {
      const isOpen = async (pulse: string) => {
        const current = await pulses.current(teamOfPulse(pulse));
        return current?.record.id === pulse && current.state === 'open';
      };
      const tally = createAnswerTally({ clock, isOpen, show: metrics.answersOfAnHour });
      seen.tally = tally;
      return { ...answers, answer: (tap) => counted(tally, tap.pulseId, answers.answer(tap)) };
    },

    watchSlots: (services) =>
      watchSlots(services, ({ kind, instant }, outcome) => {
        metrics.slotRan(kind, outcome);
        if (outcome === 'sent') metrics.slotSent(kind, clock.now() - instant);
      }),

    watchBeat: (beat) => async () => {
      const taken = await beat();
      if (taken !== undefined) beats();
      await seen.tally?.beat();
      return taken;
    },

    ticks: beats,

    async open() {
      seen.server = await openOpsServer(address, pages);
      return seen.server.port;
    },

    close: async () => seen.server?.close(),
  };
}

function readiness(health: Health): Page {
  const lines = Object.entries(health).map(([part, state]) => `${part}: ${state}`);
  return plain(isWell(health) ? 200 : 503, lines.join('\n'));
}

async function counted<Outcome extends { readonly kind: Parameters<AnswerTally['took']>[1] }>(
  tally: AnswerTally,
  pulse: string,
  answer: Promise<Outcome>,
): Promise<Outcome> {
  try {
    const outcome = await answer;
    tally.took(pulse, outcome.kind);
    return outcome;
  } catch (error) {
    tally.took(pulse, 'failed');
    throw error;
  }
}

/** What was asked for, or nothing where it takes too long or fails. */
async function within(patience: number, asked: Promise<QueueDepth>): Promise<QueueDepth> {
  let late: NodeJS.Timeout | undefined;
  const nothing = new Promise<QueueDepth>((resolve) => {
    late = setTimeout(() => resolve({}), patience);
  });
  return Promise.race([asked.catch(() => ({})), nothing]).finally(() => clearTimeout(late));
}
