import { expect, test } from 'vitest';
import type { Log } from '../../src/ports.ts';
import type { Store } from '../../src/redis/connection.ts';
import { openOffice } from '../listeners/office.ts';
import { withRedis } from '../pulse/store-world.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';

describeWithRedis('a worker whose Redis is away', () => {
  const redis = withRedis();

  /** An app that works, what it says, and how often its worker has missed Redis. */
  async function working() {
    const lines: string[] = [];
    const note = (line: string) => void lines.push(line);
    const log: Log = { info: note, warn: note, error: note };
    const missed = { times: 0 };
    const store: Store = {
      ...redis.store,
      connectionFor(use) {
        const connection = redis.store.connectionFor(use);
        if (use === 'worker') connection.on('error', () => (missed.times += 1));
        return connection;
      },
    };
    const office = await openOffice({ store, log });
    return { office, missed, said: (part: string) => lines.filter((line) => line.includes(part)).length };
  }

  /** Ends Redis, until the worker has missed it so many more times. */
  async function gone(missed: { readonly times: number }): Promise<void> {
    const before = missed.times;
    await redis.redis.kill();
    await eventually(() => missed.times >= before + 6);
  }

  test('says so once each time, however often it tries', async () => {
    const { office, missed, said } = await working();
    for (const outages of [1, 2]) {
      await gone(missed);
      expect(said('The queue reports a problem')).toBe(outages);
      await redis.redis.restart();
      await eventually(() => office.store.client.status === 'ready');
      await office.enrolled(outages === 1 ? 'CTEAM' : 'CSMALL');
      await office.beat(); // The upkeep that follows from enrolling: the worker works again.
    }
  });

  test('and that stops then leaves no slot to others, where it ran none', async () => {
    const { office, missed, said } = await working();
    await gone(missed);
    await office.app.stop();
    expect(said('left to whoever runs next')).toBe(0);
    await redis.redis.restart();
    await eventually(() => redis.store.client.status === 'ready');
  });
});
