import { expect, test } from 'vitest';
import { clockLogger, createHeartbeat, everyMinute } from '../../jobs/heartbeat.ts';
import type { CalendarService } from '../../src/calendar/calendar-service.ts';
import type { Slot } from '../../src/calendar/slot.ts';
import type { LogFields } from '../../src/ports.ts';

const slot: Slot = { team: { workspace: 'T1', channel: 'C1' }, kind: 'prompt', instant: 5 };

function listening() {
  const lines: (readonly [string, LogFields | undefined])[] = [];
  const note = (message: string, fields?: LogFields) => void lines.push([message, fields]);
  return { lines, log: { info: note, warn: note, error: note } };
}

function heartbeat(takeDue: CalendarService['takeDue']) {
  const { lines, log } = listening();
  const queued: Slot[] = [];
  const beat = createHeartbeat({
    calendar: { takeDue },
    queue: { put: async (one) => void queued.push(one) },
    clock: { now: () => 7 },
    log,
  });
  return { beat, lines, queued };
}

test('a beat puts what is due now on the queue, and says what that was', async () => {
  const { beat, queued, lines } = heartbeat(async (now, enqueue) => {
    expect(now).toBe(7);
    await enqueue(slot);
    return [slot];
  });
  expect(await beat()).toEqual([slot]);
  expect(queued).toEqual([slot]);
  expect(lines).toEqual([]);
});

test('a beat never throws: a calendar that cannot be read is a code in the log', async () => {
  const secret = Object.assign(new Error('canary'), { code: 'OFFLINE' });
  const { beat, lines } = heartbeat(() => Promise.reject(secret));
  expect(await beat()).toBeUndefined();
  expect(lines).toEqual([['A heartbeat could not read the calendar', { code: 'OFFLINE' }]]);
});

test('a beat says with a code which problem kept a slot from being handed on', async () => {
  const { beat, lines } = heartbeat(async (_now, _enqueue, report) => {
    report(Object.assign(new Error('canary'), { name: 'ZodError' }));
    return [slot];
  });
  expect(await beat()).toEqual([slot]);
  expect(JSON.stringify(lines)).not.toContain('canary');
  expect(lines.map(([, fields]) => fields)).toEqual([{ code: 'ZodError' }]);
});

test('what node-cron says ends as codes: nothing of it is quoted', () => {
  const { lines, log } = listening();
  const logger = clockLogger(log);
  logger.info();
  logger.debug();
  logger.warn();
  logger.error('canary', Object.assign(new Error('canary'), { code: 'ETICK' }));
  expect(JSON.stringify(lines)).not.toContain('canary');
  expect(lines.map(([, fields]) => fields?.code)).toEqual([undefined, 'ETICK']);
});

test('the production ticker can be stopped before its first beat', () => {
  let beats = 0;
  const { log } = listening();
  everyMinute(log)
    .start(async () => {
      beats += 1;
    })
    .stop();
  expect(beats).toBe(0);
});
