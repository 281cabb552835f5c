import type { RedisClient } from '../../src/redis/make-client.ts';

/** Every key in Redis with all that is in it, the queue's included: a line each. */
export async function everythingIn(client: RedisClient): Promise<string> {
  const names = await client.keys('*');
  const lines = names.sort().map(async (name) => `${name} ${JSON.stringify(await contents(client, name))}`);
  return (await Promise.all(lines)).join('\n');
}

async function contents(client: RedisClient, name: string): Promise<unknown> {
  const type = await client.type(name);
  switch (type) {
    case 'string':
      return client.get(name);
    case 'hash':
      return client.hgetall(name);
    case 'set':
      return client.smembers(name);
    case 'zset':
      return client.zrange(name, '0', '-1', 'WITHSCORES');
    case 'list':
      return client.lrange(name, 0, -1);
    case 'stream':
      return client.xrange(name, '-', '+');
    case 'none':
      return null;
    default:
      throw new Error(`what a ${type} holds cannot be read`);
  }
}
