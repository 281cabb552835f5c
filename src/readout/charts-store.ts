import { DAY } from '../duration.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { withoutArguments } from '../redis/store-error.ts';

/** How long (ms) it is remembered that a workspace takes no charts. */
const REMEMBERED = DAY;

export type ChartsStore = ReturnType<typeof createChartsStore>;

/** Which workspaces take no charts, in Redis. */
export function createChartsStore({ client }: { readonly client: RedisClient }) {
  return {
    areRefused: async (workspace: string): Promise<boolean> =>
      (await withoutArguments(client.exists(keys.noCharts(workspace)))) === 1,

    async refuse(workspace: string): Promise<void> {
      await withoutArguments(client.set(keys.noCharts(workspace), '1', 'PX', REMEMBERED));
    },
  };
}
