import { Cluster, type Redis } from 'ioredis';
import type { RedisClient } from './make-client.ts';

/**
 * The servers behind a client: one, or those of a Cluster, replicas included (or not, with `masters`). A command
 * without a key (CONFIG, INFO, BGREWRITEAOF) goes to any node of a Cluster: what all should be asked, ask each.
 */
export function serversOf(client: RedisClient, role: 'all' | 'master' = 'all'): readonly Redis[] {
  return client instanceof Cluster ? client.nodes(role) : [client];
}
