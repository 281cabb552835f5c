import { randomUUID } from 'node:crypto';
import type { PrivateRedis } from '../../support/private-redis.ts';

/** A command as MONITOR shows it; `lua` where a script ran it inside. */
export type TapedCommand = {
  readonly database: string;
  readonly by: 'client' | 'lua';
  readonly words: readonly string[];
};

export type Tape = {
  /** Everything recorded so far, in Redis's order. */
  readonly read: () => Promise<readonly TapedCommand[]>;
  /** Forgets what is recorded, and goes on. */
  readonly clear: () => Promise<void>;
  readonly stop: () => void;
};

/** Records every command that Redis receives, with MONITOR on a connection of its own. */
export async function startTape(redis: PrivateRedis): Promise<Tape> {
  const monitor = await redis.client.monitor();
  let taped: TapedCommand[] = [];
  const waiting = new Map<string, () => void>();
  monitor.on('monitor', (_time: string, words: string[], source: string, database: string) => {
    const reached = waiting.get(words[1] ?? '');
    if (reached !== undefined) return reached();
    taped.push({ database, by: source === 'lua' ? 'lua' : 'client', words });
  });

  /** Waits until MONITOR has shown everything up to now. */
  async function caughtUp(): Promise<void> {
    const mark = randomUUID();
    const shown = new Promise<void>((resolve) => waiting.set(mark, resolve));
    await redis.client.echo(mark);
    await shown;
    waiting.delete(mark);
  }

  return {
    read: async () => {
      await caughtUp();
      return [...taped];
    },
    clear: async () => {
      await caughtUp();
      taped = [];
    },
    stop: () => monitor.disconnect(),
  };
}
