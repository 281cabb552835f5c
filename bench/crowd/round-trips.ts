import type { Redis } from 'ioredis';
import { keys } from '../../src/redis/keys.ts';

/**
 * Counts what reaches Redis from clients, with MONITOR: what a script does inside is no round trip, and the queue's
 * own housekeeping is no answer's.
 */
export async function watchRoundTrips(client: Redis): Promise<{ readonly stop: () => Promise<number> }> {
  const monitor = await client.duplicate({ lazyConnect: true }).monitor();
  let trips = 0;
  monitor.on('monitor', (_time: string, words: readonly string[], source: string) => {
    const isQueue = words.some((word) => word.startsWith(keys.queuePrefix));
    if (source !== 'lua' && !isQueue && words[0]?.toLowerCase() !== 'ping') trips += 1;
  });
  return {
    async stop() {
      await client.ping(); // Everything before it has been told by then.
      monitor.disconnect();
      return trips;
    },
  };
}
