import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { createTakenRequests } from '../../src/redis/taken-requests.ts';
import { CANARY, failureOf } from './failures.ts';
import { kinds, openKind, type TestStore } from './stores.ts';

describe.each(kinds)('requests that were taken (%s)', (kind) => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openKind(kind);
  });
  afterAll(() => opened.close());
  let signature = '';
  beforeEach(() => {
    signature = randomUUID();
  });
  const requests = () => createTakenRequests({ client: opened.store.client });

  it('are new once, for whichever instance asks', async () => {
    expect(await requests().isFirst(signature, 60_000)).toBe(true);
    expect(await requests().isFirst(signature, 60_000)).toBe(false);
    expect(await requests().isFirst(`${signature}2`, 60_000)).toBe(true);
  });

  it('are remembered for their span, which asking again does not prolong, by a digest', async () => {
    await requests().isFirst(signature, 60_000);
    await requests().isFirst(signature, 600_000);
    const digest = createHash('sha256').update(signature).digest('hex').slice(0, 32);
    const left = await opened.store.client.pttl(keys.request(digest));
    expect(left).toBeGreaterThan(50_000);
    expect(left).toBeLessThanOrEqual(60_000);
    expect(await opened.store.client.get(keys.request(digest))).toBe('');
  });

  it('are taken by one of many who ask at once', async () => {
    const tries = Array.from({ length: 20 }, () => requests().isFirst(signature, 60_000));
    expect((await Promise.all(tries)).filter((isFirst) => isFirst)).toHaveLength(1);
  });
});

it('fail without a word of which request it was', async () => {
  const { store, close } = await openKind('embedded');
  await close();
  const requests = createTakenRequests({ client: store.client });
  expect(await failureOf(requests.isFirst(CANARY, 60_000))).toMatch(/^(not-sent|unknown) [A-Z]+$/);
});
