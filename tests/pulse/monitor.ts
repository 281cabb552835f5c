import { randomUUID } from 'node:crypto';
import type { PrivateRedis } from '../support/private-redis.ts';

/**
 * The commands that reached Redis from outside while something was done, as MONITOR shows them, in order. Those
 * that a script runs inside are left out.
 */
export async function commandsDuring(
  redis: PrivateRedis,
  act: () => Promise<unknown>,
): Promise<readonly (readonly string[])[]> {
  const monitor = await redis.client.monitor();
  const seen: string[][] = [];
  const end = randomUUID();
  const ended = new Promise<void>((resolve) => {
    monitor.on('monitor', (_time: string, command: string[], source: string) => {
      if (command[1] === end) resolve();
      else if (source !== 'lua') seen.push(command);
    });
  });
  await act();
  await redis.client.echo(end);
  await ended;
  monitor.disconnect();
  return seen;
}
