import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { createTakenEvents } from '../../src/redis/taken-events.ts';
import { CANARY, failureOf } from './failures.ts';
import { kinds, openKind, type TestStore } from './stores.ts';

describe.each(kinds)('events that were taken (%s)', (kind) => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openKind(kind);
  });
  afterAll(() => opened.close());
  // A name of its own for each test: nothing has to be emptied, and a cluster has several places to empty.
  let event = '';
  beforeEach(() => {
    event = `Ev${randomUUID()}`;
  });
  const events = () => createTakenEvents({ client: opened.store.client });
  const left = () => opened.store.client.ttl(keys.event(event));

  it('are new once, then under way, then done', async () => {
    expect(await events().take(event)).toBe('new');
    expect(await events().take(event)).toBe('under-way');
    await events().done(event);
    expect(await events().take(event)).toBe('done');
    expect(await events().take(`${event}2`)).toBe('new');
  });

  it('are new again once they were given back', async () => {
    await events().take(event);
    await events().giveBack(event);
    expect(await events().take(event)).toBe('new');
  });

  it('are under way for seconds, and remembered for an hour', async () => {
    await events().take(event);
    expect(await left()).toBeLessThanOrEqual(10);
    await events().take(event);
    await events().done(event);
    expect(await left()).toBeGreaterThan(3_590);
    await events().take(event);
    expect(await left()).toBeGreaterThan(3_590);
  });

  it('are taken by one of many who try at once', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => events().take(event)));
    expect(tries.filter((state) => state === 'new')).toHaveLength(1);
  });
});

it('fails without a word of which event it was', async () => {
  const { store, close } = await openKind('embedded');
  await close();
  const events = createTakenEvents({ client: store.client });
  for (const step of [events.take, events.done, events.giveBack])
    expect(await failureOf(step(CANARY))).toMatch(/^(not-sent|unknown) [A-Z]+$/);
});
