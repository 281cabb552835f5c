import { afterEach, expect, it } from 'vitest';
import { createSlotQueue, type SlotQueue } from '../../jobs/queue.ts';
import { withRedis } from '../pulse/store-world.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';

describeWithRedis('the depth of the queue', () => {
  const redis = withRedis();
  let queue: SlotQueue;
  afterEach(() => queue.close());

  const put = (channel: string) =>
    queue.put({ team: { workspace: 'T1', channel }, kind: 'prompt', instant: 1 });

  it('is how many slots wait, by state', async () => {
    queue = createSlotQueue({ store: redis.store });
    await put('C1');
    await put('C2');
    await put('C2');
    expect(await queue.depth()).toEqual({ waiting: 2, delayed: 0, active: 0 });
  });

  it('is not waited for while Redis is away', async () => {
    const connection = redis.store.connectionFor('queue');
    queue = createSlotQueue({ store: { ...redis.store, connectionFor: () => connection } });
    await put('C1');
    await redis.redis.kill();
    await eventually(() => connection.status !== 'ready');
    expect(await queue.depth()).toEqual({});
    await redis.redis.restart();
    await eventually(async () => 'waiting' in (await queue.depth()));
  });
});
