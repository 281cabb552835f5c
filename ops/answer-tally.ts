import { HOUR } from '../src/duration.ts';
import type { Clock } from '../src/ports.ts';
import type { AnswerOutcome } from '../src/pulse/pulse-answers.ts';
import { type AnswerHour, mayBeShown } from './answer-hour.ts';

/** `failed`: what nobody expected. */
export type TapOutcome = AnswerOutcome['kind'] | 'failed';

/** So many pulses are looked after at most: three that stay open are enough. */
const MOST_WATCHED = 30;

export type AnswerTally = ReturnType<typeof createAnswerTally>;

/**
 * Counts answers by outcome, and lets the counts out once an hour, at the first heartbeat of the next, in one step or
 * not at all: what an hour may not show is thrown away, not carried over. A tap costs nothing more for it; the hour's
 * end asks Redis about at most 30 pulses that this process has taken answers for.
 */
export function createAnswerTally(deps: {
  readonly clock: Clock;
  /** Whether answers are still taken for a pulse. */
  readonly isOpen: (pulse: string) => Promise<boolean>;
  readonly show: (outcomes: AnswerHour['outcomes']) => void;
}) {
  const { clock, isOpen, show } = deps;
  const watched = new Set<string>();
  let hour = newHour(clock.now());

  /** Those of the watched that are open; the others are watched no longer. */
  async function stillOpen(): Promise<ReadonlySet<string>> {
    const asked = [...watched];
    const answers = await Promise.all(asked.map((pulse) => isOpen(pulse).catch(() => false)));
    const open = new Set(asked.filter((_, at) => answers[at]));
    for (const pulse of asked) if (!open.has(pulse)) watched.delete(pulse);
    return open;
  }

  return {
    /** One tap and what came of it. Changes are not counted: a person may make as many as they like, and subtract them. */
    took(pulse: string, outcome: TapOutcome): void {
      if (outcome === 'changed') return;
      count(hour.outcomes, outcome);
      if (outcome !== 'added') return;
      count(hour.added, pulse);
      if (watched.size < MOST_WATCHED) watched.add(pulse);
    },

    /** To be called every minute: ends the hour once it is over. */
    async beat(): Promise<void> {
      const now = clock.now();
      if (hourOf(now) === hourOf(hour.startedAt)) return;
      const over = hour;
      hour = newHour(now);
      const next = hour;
      const open = await stillOpen();
      next.openAtStart = open;
      if (mayBeShown(over, { at: now, open })) show(over.outcomes);
    },
  };
}

function newHour(startedAt: number) {
  const openAtStart: ReadonlySet<string> = new Set();
  return {
    startedAt,
    openAtStart,
    outcomes: new Map<TapOutcome, number>(),
    added: new Map<string, number>(),
  };
}

const hourOf = (instant: number): number => Math.floor(instant / HOUR);

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
