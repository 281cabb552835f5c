import { expect, it } from 'vitest';
import { isWell, readHealth } from '../../ops/health.ts';
import { MINUTE, SECOND } from '../../src/duration.ts';

const now = 1_000 * MINUTE;
const healthy = {
  clock: { now: () => now },
  pingRedis: async () => 'PONG',
  isConnected: () => true,
  lastBeat: () => now - MINUTE,
};

it('is well while Redis answers, Slack can reach us and a heartbeat came in the last 90 seconds', async () => {
  const health = await readHealth(healthy);
  expect(health).toEqual({ redis: 'ok', slack: 'ok', heartbeat: 'ok' });
  expect(isWell(health)).toBe(true);
});

it.each([
  ['Redis', { pingRedis: () => Promise.reject(new Error('CANARY')) }, { redis: 'does not answer' }],
  ['Slack', { isConnected: () => false }, { slack: 'not connected' }],
  ['the heartbeat', { lastBeat: () => now - 90 * SECOND }, { heartbeat: 'none for 90 seconds' }],
  ['the first heartbeat', { lastBeat: () => undefined }, { heartbeat: 'not started' }],
])('is not well without %s, and says which', async (_, deps, wrong) => {
  const health = await readHealth({ ...healthy, ...deps });
  expect(health).toEqual({ redis: 'ok', slack: 'ok', heartbeat: 'ok', ...wrong });
  expect(isWell(health)).toBe(false);
});
