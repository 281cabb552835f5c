import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/redis/connection.ts';
import { factsFrom, readServerFacts } from '../../src/redis/server-facts.ts';
import { describeWithRedis, startPrivateRedis } from '../support/private-redis.ts';
import { recordingLog } from './stores.ts';

describe('what a Redis says of itself', () => {
  const saved = 'aof_enabled:1\r\naof_last_bgrewrite_status:ok\r\naof_last_write_status:ok\r\n';

  it('is its version, its role, and whether it could write its file', () => {
    const info = `# Server\r\nredis_version:7.2.4\r\nredis_mode:standalone\r\n# Replication\r\nrole:master\r\n${saved}`;
    expect(factsFrom('here', info)).toEqual({
      where: 'here',
      version: '7.2.4',
      role: 'master',
      savesWell: true,
    });
  });

  it.each(['aof_last_write_status', 'aof_last_bgrewrite_status'])('is bad news in %s', (name) => {
    expect(factsFrom('here', saved.replace(`${name}:ok`, `${name}:err`)).savesWell).toBe(false);
  });

  it('may be nothing, where INFO is forbidden', () => {
    expect(factsFrom('here', '')).toEqual({ where: 'here' });
  });
});

describeWithRedis('a real Redis', () => {
  it('says all of it', async () => {
    const redis = await startPrivateRedis({ appendonly: true });
    const store = await openStore({ url: redis.url, dataDir: '/nowhere', log: recordingLog() });
    expect(await readServerFacts(store.client)).toEqual([
      {
        where: redis.socketPath,
        version: expect.stringMatching(/^\d+\.\d+\./),
        role: 'master',
        savesWell: true,
      },
    ]);
    await store.close();
    await redis.stop();
  });
});
