import type { Redis } from 'ioredis';
import type { RedisClient } from './make-client.ts';
import { serversOf } from './servers.ts';
import { withoutArguments } from './store-error.ts';

/** The settings that decide whether a closed pulse is gone and an open one survives (docs/privacy.md). */
const wanted: readonly { readonly name: string; readonly wanted: string; readonly risk: string }[] = [
  {
    name: 'maxmemory-policy',
    wanted: 'noeviction',
    risk: 'Redis may throw away an open pulse when memory is short',
  },
  { name: 'appendonly', wanted: 'yes', risk: 'a crash of Redis loses what it has not saved yet' },
  { name: 'notify-keyspace-events', wanted: '', risk: 'Redis tells subscribers about every write' },
];

/** A setting, what it should be, what otherwise may happen, and what it is; no `value` where Redis does not say. */
export type ServerSetting = (typeof wanted)[number] & { readonly value?: string };

export type ServerSettings = {
  /** `maxmemory-policy noeviction`, for people. */
  readonly described: readonly string[];
  /** What is not as it should be, as sentences. */
  readonly warnings: readonly string[];
};

/** Reads the Redis settings that matter. Some services do not show them: that is said too. */
export async function readServerSettings(client: RedisClient): Promise<ServerSettings> {
  const settings = await readSettings(client);
  const described = settings.map(
    ({ name, value }) => `${name} ${value === undefined ? 'not shown by this Redis' : value || 'off'}`,
  );
  const warnings = settings.filter(isAmiss).map(warningOf);
  return { described, warnings };
}

/** The same as values. Of several servers, one where a setting is not as it should be speaks for all. */
export async function readSettings(client: RedisClient): Promise<readonly ServerSetting[]> {
  const servers = serversOf(client, 'master');
  return Promise.all(
    wanted.map(async (setting) => {
      const all = await Promise.all(servers.map((server) => readSetting(server, setting.name)));
      const known = all.filter((value) => value !== undefined);
      const value = known.find((one) => one !== setting.wanted) ?? known[0];
      return value === undefined ? setting : { ...setting, value };
    }),
  );
}

/** Whether a setting is known and not as it should be. */
export const isAmiss = ({ value, wanted }: ServerSetting): boolean => value !== undefined && value !== wanted;

export const warningOf = ({ name, value, wanted, risk }: ServerSetting): string =>
  `Redis setting ${name} is “${value}” instead of “${wanted}”: ${risk}`;

/** Where a Redis that runs on this machine keeps its files, if there is one and it says so. */
export async function localRedisFolder(client: RedisClient): Promise<string | undefined> {
  const [local] = serversOf(client).filter(isHere);
  return local === undefined ? undefined : readSetting(local, 'dir');
}

/** A server that Sentinels name may be anywhere. */
function isHere({ options: { path, host = '', sentinels } }: Redis): boolean {
  return !sentinels && (path !== undefined || LOOPBACK.test(host));
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

async function readSetting(server: Redis, name: string): Promise<string | undefined> {
  try {
    const reply = await withoutArguments(server.config('GET', name));
    return Array.isArray(reply) ? reply.map(String)[1] : undefined;
  } catch {
    return undefined;
  }
}
