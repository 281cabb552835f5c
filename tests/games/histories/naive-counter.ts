import type { RedisClient } from '../../../src/redis/make-client.ts';

const counts = 'naive:counts';
const voters = 'naive:voters';

/** What an app without the mechanism would store: who has answered, and a counter per option. */
export function createNaiveCounter({ client }: { readonly client: RedisClient }) {
  return {
    async answer(user: string, choice: number): Promise<void> {
      if ((await client.sadd(voters, user)) === 1) await client.hincrby(counts, String(choice), 1);
    },

    async close(): Promise<readonly number[]> {
      const stored = await client.hgetall(counts);
      return [0, 1, 2, 3, 4].map((option) => Number(stored[option] ?? 0));
    },
  };
}

/** The edits of a tally that make sense there: votes added, taken away, moved, and voters added or removed. */
export const naiveEdits: readonly ((client: RedisClient) => Promise<unknown>)[] = [0, 1, 2, 3, 4].flatMap(
  (option) => [
    (client: RedisClient) => client.hincrby(counts, String(option), 1),
    (client: RedisClient) => client.hincrby(counts, String(option), -1),
    (client: RedisClient) => client.hincrby(counts, String(option), 1_000),
    async (client: RedisClient) => {
      await client.hincrby(counts, String(option), -1);
      await client.hincrby(counts, String((option + 1) % 5), 1);
    },
    async (client: RedisClient) => {
      await client.sadd(voters, `UNOBODY${option}`);
      await client.hincrby(counts, String(option), 1);
    },
  ],
);
