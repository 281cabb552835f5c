import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../ops/doctor/finding.ts';
import { nodeFinding } from '../../../ops/doctor/machine-findings.ts';
import { serverFindings, settingFinding } from '../../../ops/doctor/redis-findings.ts';
import { slotFindings } from '../../../ops/doctor/slot-findings.ts';
import { MINUTE } from '../../../src/duration.ts';

describe('a Redis', () => {
  const where = 'cache:6379';
  const lines = (facts: Partial<Parameters<typeof serverFindings>[0][number]>) =>
    serverFindings([{ where, ...facts }]).map(lineOf);

  it.each([
    ['7.0.15', 'ok    Redis at cache:6379: version 7.0.15'],
    ['8.2.1', 'ok    Redis at cache:6379: version 8.2.1'],
    ['6.2.0', 'warn  Redis at cache:6379: version 6.2.0 is older than what is tested. Use Redis 7 or newer.'],
    [
      '6.0.16',
      'bad   Redis at cache:6379: version 6.0.16 lacks commands that are used. Use Redis 7 or newer.',
    ],
    [
      '5.0.14',
      'bad   Redis at cache:6379: version 5.0.14 lacks commands that are used. Use Redis 7 or newer.',
    ],
  ])('of version %s', (version, line) => {
    expect(lines({ version, role: 'master', savesWell: true })).toEqual([line]);
  });

  it('that does not tell its version is to be looked at', () => {
    expect(lines({})[0]).toMatch(/^warn {2}Redis at cache:6379: does not tell its version\. /);
  });

  it('that is a replica or cannot write its file is bad', () => {
    const [, replica, unsaved] = lines({ version: '7.2.0', role: 'slave', savesWell: false });
    expect(replica).toMatch(/^bad .*is a replica, which takes no writes\. Give REDIS_URL/);
    expect(unsaved).toMatch(/^bad .*could not write its append-only file\. Look at its log/);
  });
});

describe('a setting of Redis', () => {
  const setting = { name: 'appendonly', wanted: 'yes', risk: 'a crash loses what is not saved' };
  const line = (different: Partial<Parameters<typeof settingFinding>[0]>) =>
    lineOf(settingFinding({ ...setting, ...different }));

  it('is right, wrong with the line that mends it, or not to be seen', () => {
    expect(line({ value: 'yes' })).toBe('ok    Redis setting appendonly: yes');
    expect(line({ value: 'no' })).toBe(
      'bad   Redis setting appendonly: “no” instead of “yes”: a crash loses what is not saved. Write appendonly yes into redis.conf; until its next start also redis-cli CONFIG SET appendonly yes.',
    );
    expect(line({})).toBe(
      'warn  Redis setting appendonly: not shown by this Redis. Ask its provider for appendonly yes.',
    );
  });

  it('that is to be off is written as Redis takes it, and is unwise rather than bad', () => {
    const events = { name: 'notify-keyspace-events', wanted: '' };
    expect(line({ ...events, value: '' })).toBe('ok    Redis setting notify-keyspace-events: off');
    expect(line({ ...events, value: 'KEA' })).toMatch(/^warn .*CONFIG SET notify-keyspace-events ""\.$/);
  });
});

describe('Node', () => {
  it.each([
    ['24.1.0', /^ok/],
    ['22.12.0', /^ok/],
    ['20.19.0', /^warn .*gets no more security fixes\. Use Node 24\.$/],
    ['20.18.3', /^bad .*is too old\. Use Node 24\.$/],
    ['18.20.0', /^bad/],
  ])('of version %s', (version, line) => {
    expect(lineOf(nodeFinding(version))).toMatch(line);
  });
});

describe('the slots that come next', () => {
  const now = Date.UTC(2026, 0, 5, 9, 30);
  const slot = (instant: number) =>
    ({ team: { workspace: 'T1', channel: 'C1' }, kind: 'prompt', instant }) as const;
  const lines = (...instants: readonly number[]) => slotFindings(instants.map(slot), now).map(lineOf);

  it('are told in UTC, in their order', () => {
    expect(lines(now, now + 90 * MINUTE)).toEqual([
      'ok    next slot: 2026-01-05T09:30Z prompt in C1',
      'ok    next slot: 2026-01-05T11:00Z prompt in C1',
    ]);
  });

  it('may be past by two heartbeats; then nobody has taken them', () => {
    expect(lines(now - 2 * MINUTE)[0]).toMatch(/^ok/);
    expect(lines(now - 2 * MINUTE - 1)[0]).toMatch(
      /^warn .*09:27Z prompt in C1, which is past\. No heartbeat has taken it/,
    );
  });

  it('may be none', () => {
    expect(lines()).toEqual(['ok    next slot: none: no channel is enrolled, or all are paused']);
  });
});
