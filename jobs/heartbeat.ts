import { schedule } from 'node-cron';
import type { CalendarService } from '../src/calendar/calendar-service.ts';
import type { Slot } from '../src/calendar/slot.ts';
import { codeOf } from '../src/log.ts';
import type { Clock, Log } from '../src/ports.ts';
import type { SlotQueue } from './queue.ts';

/** Calls `beat` again and again until stopped. */
export type Ticker = { readonly start: (beat: () => Promise<void>) => { readonly stop: () => void } };

/** The production ticker: every minute, in every instance. node-cron is a clock here, not a calendar. */
export function everyMinute(log: Log): Ticker {
  return {
    start(beat) {
      const options = { noOverlap: true, name: 'heartbeat', logger: clockLogger(log) };
      const task = schedule('* * * * *', beat, options);
      return { stop: () => void task.destroy() };
    },
  };
}

/** node-cron would write to the console; of its warnings (late, still busy) and errors only a code is left. */
export function clockLogger(log: Log) {
  const drop = () => undefined;
  return {
    info: drop,
    debug: drop,
    warn: () => log.warn('The heartbeat came late or is still busy', { event: 'heartbeat' }),
    error: (...words: readonly unknown[]) =>
      log.error('The heartbeat reports an error', { event: 'heartbeat', code: codeOf(words) }),
  };
}

/**
 * One beat: hands what is due to the queue, and gives what that was; `undefined` where the calendar could not be read.
 * Never throws: the next beat finds what this one could not do.
 */
export function createHeartbeat(deps: {
  readonly calendar: Pick<CalendarService, 'takeDue'>;
  readonly queue: Pick<SlotQueue, 'put'>;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { calendar, queue, clock, log } = deps;
  return async function beat(): Promise<readonly Slot[] | undefined> {
    try {
      const report = (problem: unknown) =>
        log.error('A slot could not be handed on; the next heartbeat tries again', {
          code: codeOf([problem]),
        });
      return await calendar.takeDue(clock.now(), queue.put, report, ({ kind }, outcome) =>
        log.warn('A slot was passed over', { kind, outcome }),
      );
    } catch (error) {
      log.error('A heartbeat could not read the calendar', { code: codeOf([error]) });
      return undefined;
    }
  };
}
