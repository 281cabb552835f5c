import { type ClusterAddress, readClusterAddress } from './redis-address-cluster.ts';
import { isSentinelAddress, readSentinelAddress, type SentinelAddress } from './redis-address-sentinel.ts';
import { readServerAddress, type ServerAddress } from './redis-address-server.ts';

/**
 * Where a Redis is: what a client needs to reach it, and (`where`) how we name it to people, never with its
 * credentials.
 */
export type RedisAddress = ServerAddress | ClusterAddress | SentinelAddress;

const UNDECODABLE = 'REDIS_URL cannot be read: in names, passwords and paths a % must be written as %25';

/** Between two addresses of a list. A comma alone may belong to a password. */
const NEXT = /,\s*(?=[a-z+]+:\/\/)/;

/**
 * Reads `REDIS_URL`: one server, a list of them for a Cluster, or Sentinels; each form is told at its own function.
 *
 * @returns the address, or a sentence about what is wrong, which does not repeat the URL.
 */
export function readRedisAddress(text: string): RedisAddress | string {
  try {
    if (isSentinelAddress(text)) return readSentinelAddress(text);
    const listed = text.split(NEXT);
    return listed.length > 1 ? readClusterAddress(listed) : readServerAddress(text);
  } catch {
    return UNDECODABLE;
  }
}
