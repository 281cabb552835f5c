import type { Redis } from 'ioredis';
import type { RedisClient } from './make-client.ts';
import { serversOf } from './servers.ts';

/** What a server says of itself (INFO); a fact that it does not tell is absent. */
export type ServerFacts = {
  readonly where: string;
  readonly version?: string;
  readonly role?: string;
  /** Whether the last attempts to write the append-only file went well. */
  readonly savesWell?: boolean;
};

/** Asks every server that takes writes. */
export function readServerFacts(client: RedisClient): Promise<readonly ServerFacts[]> {
  return Promise.all(serversOf(client, 'master').map(factsOf));
}

async function factsOf(server: Redis): Promise<ServerFacts> {
  const { path, host, port, sentinels } = server.options;
  const where = sentinels ? 'the master' : (path ?? `${host}:${port}`);
  const sections = ['server', 'replication', 'persistence'].map((name) => server.info(name).catch(() => ''));
  return factsFrom(where, (await Promise.all(sections)).join('\r\n'));
}

/** Reads what INFO answers: a line `name:value` for each fact. */
export function factsFrom(where: string, info: string): ServerFacts {
  const fact = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const [version, role] = [fact('redis_version'), fact('role')];
  const writes = [fact('aof_last_write_status'), fact('aof_last_bgrewrite_status')];
  return {
    where,
    ...(version === undefined ? {} : { version }),
    ...(role === undefined ? {} : { role }),
    ...(writes.every((status) => status === undefined) ? {} : { savesWell: !writes.includes('err') }),
  };
}
