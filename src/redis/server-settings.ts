import type { Redis } from 'ioredis';
import { withoutArguments } from './store-error.ts';

/** The settings that decide whether a closed pulse is gone and an open one survives (docs/privacy.md). */
const wanted: { readonly [name: string]: { readonly is: string; readonly otherwise: string } } = {
  'maxmemory-policy': {
    is: 'noeviction',
    otherwise: 'Redis may throw away an open pulse when memory is short',
  },
  appendonly: { is: 'yes', otherwise: 'a crash of Redis loses what it has not saved yet' },
  'notify-keyspace-events': { is: '', otherwise: 'Redis tells subscribers about every write' },
};

export type ServerSettings = {
  /** `maxmemory-policy noeviction`, for people. */
  readonly described: readonly string[];
  /** What is not as it should be, as sentences. */
  readonly warnings: readonly string[];
};

/** Reads the Redis settings that matter. Some services do not show them: that is said too. */
export async function readServerSettings(client: Redis): Promise<ServerSettings> {
  const found = await Promise.all(
    Object.keys(wanted).map(async (name) => [name, await readSetting(client, name)] as const),
  );
  const described = found.map(
    ([name, value]) => `${name} ${value === undefined ? 'not shown by this Redis' : value || 'off'}`,
  );
  const warnings = found.flatMap(([name, value]) => {
    const rule = wanted[name];
    if (rule === undefined || value === undefined || value === rule.is) return [];
    return [`Redis setting ${name} is “${value}” instead of “${rule.is}”: ${rule.otherwise}`];
  });
  return { described, warnings };
}

/** Where Redis keeps its files, if it runs on this machine and says so. */
export async function localRedisFolder(client: Redis): Promise<string | undefined> {
  const { path, host = '' } = client.options;
  const isHere = path !== undefined || LOOPBACK.test(host);
  return isHere ? readSetting(client, 'dir') : undefined;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

async function readSetting(client: Redis, name: string): Promise<string | undefined> {
  try {
    const reply = await withoutArguments(client.config('GET', name));
    return Array.isArray(reply) ? reply.map(String)[1] : undefined;
  } catch {
    return undefined;
  }
}
