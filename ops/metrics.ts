import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { slotKinds } from '../src/calendar/slot.ts';
import { DAY, HOUR, SECOND } from '../src/duration.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** How many slots wait in the queue, by state. */
export type QueueDepth = Readonly<Record<string, number>>;

/** Parts that work is done with, and whether each is well. */
export type Readiness = Readonly<Record<string, boolean>>;

/** Outcomes and codes that are there from the start, at 0: Prometheus sees no increase of what was not there before. */
const EXPECTED = {
  outcomes: ['sent', 'retry', 'failed', 'unknown', 'hopeless', 'too-late'],
  codes: [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'missing_scope',
    'ratelimited',
  ],
} as const;

/** A slot is at best a heartbeat late; a prompt is posted up to a day late. In seconds, as Prometheus has it. */
const LATENESS = [5, 15, 30, 60, 2 * 60, 5 * 60, 15 * 60, HOUR / SECOND, (6 * HOUR) / SECOND, DAY / SECOND];

/**
 * What is counted, for Prometheus. Labels are kinds, outcomes and codes, never anybody's id (docs/privacy.md,
 * "Metrics"). prom-client's own metrics of the process are left out: processor time moves with every tap.
 */
export function createMetrics(deps: {
  readonly version: string;
  readonly queueDepth: () => Promise<QueueDepth>;
  readonly ready: () => Promise<Readiness>;
}) {
  const registry = new Registry();
  const registers = [registry];
  const slots = new Counter({
    name: 'many_hands_slots_total',
    help: 'Slots that have run, by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const lateness = new Histogram({
    name: 'many_hands_slot_lateness_seconds',
    help: 'How long after its planned instant a message was sent, by kind of slot',
    labelNames: ['kind'],
    buckets: LATENESS,
    registers,
  });
  const answers = new Counter({
    name: 'many_hands_answers_total',
    help: 'Taps by outcome: whole hours of at least three open pulses, shown when they are over; see docs/privacy.md',
    labelNames: ['outcome'],
    registers,
  });
  const slackErrors = new Counter({
    name: 'many_hands_slack_errors_total',
    help: 'Calls of Slack that failed, by code',
    labelNames: ['code'],
    registers,
  });
  const heartbeat = new Gauge({
    name: 'many_hands_heartbeat_timestamp_seconds',
    help: 'When the last heartbeat ended that could read the calendar',
    registers,
  });
  new Gauge({
    name: 'many_hands_queue_slots',
    help: 'Slots in the queue, by state; absent while Redis is away',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of Object.entries(await deps.queueDepth())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'many_hands_ready',
    help: 'Whether Redis answers and Slack can reach us: 1 or 0',
    labelNames: ['part'],
    registers,
    async collect() {
      for (const [part, isWell] of Object.entries(await deps.ready())) this.set({ part }, isWell ? 1 : 0);
    },
  });
  for (const kind of slotKinds) for (const outcome of EXPECTED.outcomes) slots.inc({ kind, outcome }, 0);
  for (const code of EXPECTED.codes) slackErrors.inc({ code }, 0);
  new Gauge({
    name: 'many_hands_info',
    help: 'The version that runs',
    labelNames: ['version'],
    registers,
  }).set({ version: deps.version }, 1);
  return {
    slotRan: (kind: string, outcome: string): void => slots.inc({ kind, outcome }),
    slotSent: (kind: string, late: number): void => lateness.observe({ kind }, Math.max(0, late) / SECOND),
    answersOfAnHour(outcomes: ReadonlyMap<string, number>): void {
      for (const [outcome, count] of outcomes) answers.inc({ outcome }, count);
    },
    slackFailed: (code: string): void => slackErrors.inc({ code }),
    beat: (instant: number): void => heartbeat.set(instant / SECOND),
    contentType: registry.contentType,
    page: (): Promise<string> => registry.metrics(),
  };
}
