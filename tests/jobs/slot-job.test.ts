import { expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { JobFailed } from '../../jobs/job-failed.ts';
import { jobOf, slotOf } from '../../jobs/slot-job.ts';
import { slotKinds } from '../../src/calendar/slot.ts';

const team = { workspace: 'T1', channel: 'C1' };

test.each(slotKinds)('a %s travels through the queue and comes out as it went in', (kind) => {
  const slot = { team, kind, instant: 5 };
  expect(slotOf(JSON.parse(JSON.stringify(jobOf(slot))))).toEqual(slot);
});

test('a job holds ids of the workspace and the channel, a kind and an instant, and no more', () => {
  expect(jobOf({ team, kind: 'prompt', instant: 5 })).toEqual({ ...team, kind: 'prompt', instant: 5 });
});

test.each([
  null,
  {},
  'T1',
  { ...team, kind: 'party', instant: 5 },
  { ...team, kind: 'prompt', instant: 'now' },
])('data that is no slot is refused: %j', (data) => {
  expect(() => slotOf(data)).toThrow();
});

test('every kind of slot has its job', () => {
  expect(Object.keys(jobs).sort()).toEqual([...slotKinds].sort());
});

test('a failure is its code, and where Slack said so how long to wait', () => {
  expect(new JobFailed('ratelimited', 30)).toMatchObject({ message: 'ratelimited', afterSeconds: 30 });
  expect(new JobFailed('OFFLINE').afterSeconds).toBeUndefined();
});
