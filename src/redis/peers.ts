import type { RedisClient } from './make-client.ts';
import { serversOf } from './servers.ts';

/** What the name of every process's main connection begins with. */
const PREFIX = 'many-hands-';

/** The name of a process's main connection: the place where it keeps keys can be read from it. */
export const peerName = (custody: string): string => `${PREFIX}${custody}`;

/**
 * Where the processes that are connected at this moment keep their keys, ours included; each place once. Empty where
 * Redis does not tell who is connected.
 */
export async function custodiesOfPeers(client: RedisClient): Promise<readonly string[]> {
  const lists = await Promise.all(
    serversOf(client, 'master').map((server) => server.client('LIST').then(String, () => '')),
  );
  const found = lists.flatMap((list) => [...list.matchAll(/ name=many-hands-([AB]-[0-9a-f]+) /g)]);
  return [...new Set(found.map(([, custody = '']) => custody))];
}
