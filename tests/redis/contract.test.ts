import { Queue, Worker } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineScript } from '../../src/redis/scripts.ts';
import { StoreError, withoutArguments } from '../../src/redis/store-error.ts';
import { eventually, kinds, openKind, type TestStore } from './stores.ts';

const addLanes = defineScript({ url: new URL('./add-lanes.lua', import.meta.url), keys: 1 });

describe.each(kinds)('a store of kind "%s"', (kind) => {
  let world: TestStore;
  const client = () => world.store.client;
  beforeAll(async () => {
    world = await openKind(kind);
  });
  afterAll(() => world.close());

  it('says which kind it is', () => {
    expect(world.store.kind).toBe(kind === 'cluster' ? 'url' : kind);
    expect(world.store.description).not.toBe('');
  });

  it('keeps a string and forgets it on request', async () => {
    await client().set('a-string', 'kept');
    expect(await client().get('a-string')).toBe('kept');
    await client().del('a-string');
    expect(await client().get('a-string')).toBeNull();
  });

  it('keeps bytes as they are', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 128]);
    await client().set('bytes', bytes);
    expect(await client().getBuffer('bytes')).toEqual(bytes);
  });

  it('keeps fields of a hash', async () => {
    await client().hset('a-hash', { one: '1', two: '2' });
    expect(await client().hgetall('a-hash')).toEqual({ one: '1', two: '2' });
  });

  it('finds members of a sorted set by their score', async () => {
    await client().zadd('due', 30, 'later', 10, 'first', 20, 'second');
    expect(await client().zrangebyscore('due', '-inf', 20, 'WITHSCORES')).toEqual([
      'first',
      '10',
      'second',
      '20',
    ]);
  });

  it('forgets a key when its time has come', async () => {
    await client().set('short-lived', 'x', 'PX', 50_000);
    expect(await client().pttl('short-lived')).toBeGreaterThan(40_000);
  });

  it('runs a script, and lanes of 32 bits wrap around', async () => {
    expect(await addLanes(client(), ['lanes'], [4_294_967_295, 7])).toEqual([4_294_967_295, 7]);
    expect(await addLanes(client(), ['lanes'], [2, 4_294_967_290])).toEqual([1, 1]);
  });

  it('runs a script again after Redis has forgotten all scripts', async () => {
    await addLanes(client(), ['other-lanes'], [1, 1]);
    await client().script('FLUSH');
    expect(await addLanes(client(), ['other-lanes'], [1, 1])).toEqual([2, 2]);
  });

  it('lets a further connection see the same data', async () => {
    await client().set('shared', 'by all');
    expect(await world.store.connectionFor('queue').get('shared')).toBe('by all');
  });

  it('tells a wrong type without the arguments', async () => {
    await client().set('not-a-hash', 'x');
    const failure = withoutArguments(client().hset('not-a-hash', 'field', 'value'));
    await expect(failure).rejects.toEqual(new StoreError({ certainty: 'not-sent', code: 'WRONGTYPE' }));
  });

  it('carries a BullMQ job from queue to worker', async () => {
    const queue = new Queue('slots', { connection: world.store.connectionFor('queue'), prefix: '{queue}' });
    const done = deferred();
    const work = async (job: { readonly data: unknown }) => done.resolve(job.data);
    const worker = new Worker('slots', work, {
      connection: world.store.connectionFor('worker'),
      prefix: '{queue}',
    });
    worker.on('error', done.reject);
    await queue.add('prompt', { slot: 17 }, { jobId: 'T1-C1-prompt-17' });
    expect(await done.promise).toEqual({ slot: 17 });
    const before = performance.now();
    await worker.close();
    await queue.close();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('takes its further connections along when it closes', async () => {
    const other = await openKind(kind);
    const connection = other.store.connectionFor('worker');
    await connection.ping();
    await other.close();
    // A Cluster's says `close` once more for each node that it leaves.
    await eventually(() => ['end', 'close'].includes(connection.status));
  });
});

function deferred() {
  let resolve: (value: unknown) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<unknown>((whenResolved, whenRejected) => {
    resolve = whenResolved;
    reject = whenRejected;
  });
  return { promise, resolve, reject };
}
