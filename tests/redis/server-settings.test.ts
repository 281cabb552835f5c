import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readServerSettings } from '../../src/redis/server-settings.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';

describeWithRedis('the Redis settings that matter', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startPrivateRedis({ appendonly: true });
  });
  afterAll(() => redis.stop());

  async function withSetting(name: string, value: string) {
    const before = (await redis.client.config('GET', name)) as string[];
    await redis.client.config('SET', name, value);
    try {
      return await readServerSettings(redis.client);
    } finally {
      await redis.client.config('SET', name, before[1] ?? '');
    }
  }

  it('are described, without a warning where they are right', async () => {
    expect(await readServerSettings(redis.client)).toEqual({
      described: ['maxmemory-policy noeviction', 'appendonly yes', 'notify-keyspace-events off'],
      warnings: [],
    });
  });

  it('warn of a Redis that throws things away when memory is short', async () => {
    const { described, warnings } = await withSetting('maxmemory-policy', 'allkeys-lru');
    expect(described).toContain('maxmemory-policy allkeys-lru');
    expect(warnings).toEqual([
      'Redis setting maxmemory-policy is “allkeys-lru” instead of “noeviction”: Redis may throw away an open pulse when memory is short',
    ]);
  });

  it('warn of a Redis without an append-only file', async () => {
    const { warnings } = await withSetting('appendonly', 'no');
    expect(warnings).toEqual([
      'Redis setting appendonly is “no” instead of “yes”: a crash of Redis loses what it has not saved yet',
    ]);
  });

  it('warn of a Redis that tells subscribers about every write', async () => {
    const { warnings } = await withSetting('notify-keyspace-events', 'KEA');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('notify-keyspace-events');
    expect(warnings[0]).toContain('Redis tells subscribers about every write');
  });

  it('are said not to be shown by a Redis that hides them, and that is no warning', async () => {
    await redis.client.call('ACL', 'SETUSER', 'guest', 'on', 'nopass', '~*', '+@all', '-config');
    const guest = new Redis({ path: redis.socketPath, username: 'guest', password: 'any' });
    const { described, warnings } = await readServerSettings(guest);
    guest.disconnect();
    expect(described).toEqual([
      'maxmemory-policy not shown by this Redis',
      'appendonly not shown by this Redis',
      'notify-keyspace-events not shown by this Redis',
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('a Redis that cannot be asked', () => {
  it('is described as one that does not show its settings', async () => {
    const away = new Redis({ path: '/nowhere/redis.sock', lazyConnect: true, enableOfflineQueue: false });
    away.on('error', () => undefined);
    expect((await readServerSettings(away)).warnings).toEqual([]);
    away.disconnect();
  });
});
