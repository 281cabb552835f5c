import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { reconnectAfter } from '../../src/redis/client.ts';
import { openStore } from '../../src/redis/connection.ts';
import { StoreUnavailable } from '../../src/redis/store-error.ts';
import { describeWithRedis, startPrivateRedis } from '../support/private-redis.ts';
import { recordingLog } from './stores.ts';

const PASSWORD = 'CANARY-password';

/** Tries to open a store and gives the error, after looking for the password in every corner of it and the log. */
async function failureAt(url: string, attempts = 3): Promise<Error> {
  const log = recordingLog();
  const opening = openStore({ url, dataDir: '/nowhere', searchPath: '', log, attempts, pause: 5 });
  const failure = await opening.then(
    () => new Error('it opened'),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(StoreUnavailable);
  expect(inspect([failure, log.lines], { depth: Infinity, showHidden: true })).not.toContain(PASSWORD);
  return failure as StoreUnavailable;
}

async function listen(onConnection: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(onConnection).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

it('a port where nobody listens is a sentence with the place, the attempts and the reason', async () => {
  const { server, port } = await listen(() => {});
  server.close();
  const failure = await failureAt(`redis://me:${PASSWORD}@127.0.0.1:${port}/2`);
  expect(failure.message).toBe(
    `Redis at 127.0.0.1:${port} could not be reached in 3 attempts (ECONNREFUSED). Is it running, and is its URL right?`,
  );
});

it('a socket that does not exist is the same sentence', async () => {
  const failure = await failureAt(`unix://:${PASSWORD}@localhost/nowhere/redis.sock`, 1);
  expect(failure.message).toMatch(
    /^Redis at the socket \/nowhere\/redis\.sock could not be reached in one attempt \(ENOENT\)/,
  );
});

it('something that is not Redis is the same sentence', async () => {
  const { server, port } = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const failure = await failureAt(`redis://:${PASSWORD}@127.0.0.1:${port}`);
  expect(failure.message).toMatch(/could not be reached in 3 attempts/);
  server.close();
});

it('it tries as often as it is told, and no more', async () => {
  let connections = 0;
  const { server, port } = await listen((socket) => {
    connections += 1;
    socket.destroy();
  });
  await failureAt(`redis://127.0.0.1:${port}`, 4);
  expect(connections).toBe(4);
  server.close();
});

it('a server that accepts and never answers is given up within a bounded time', async () => {
  const sockets: Socket[] = [];
  const { server, port } = await listen((socket) => sockets.push(socket));
  const before = performance.now();
  const failure = await failureAt(`redis://:${PASSWORD}@127.0.0.1:${port}`, 1);
  expect(failure.message).toContain('(TIMEOUT)');
  expect(performance.now() - before).toBeLessThan(8_000);
  for (const socket of sockets) socket.destroy();
  server.close();
});

it('the first reconnection is quick, later ones are never more than two seconds apart', () => {
  expect(reconnectAfter(1)).toBeLessThanOrEqual(20);
  const pauses = Array.from({ length: 5_000 }, (_, time) => reconnectAfter(time + 1));
  expect(Math.max(...pauses)).toBe(2_000);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
});

describeWithRedis('a Redis that is late', () => {
  it('is waited for as long as there are attempts', async () => {
    const redis = await startPrivateRedis();
    await redis.kill();
    const log = recordingLog();
    const opening = openStore({ url: redis.url, dataDir: '/nowhere', log, attempts: 500, pause: 5 });
    await redis.restart();
    const store = await opening;
    expect(await store.client.ping()).toBe('PONG');
    expect(log.lines).toEqual([]);
    await store.close();
    await redis.stop();
  });
});

describeWithRedis('a Redis with a password', () => {
  it('refuses a wrong one at the first attempt, in a sentence without it', async () => {
    const redis = await startPrivateRedis();
    await redis.client.config('SET', 'requirepass', 'the-right-one');
    const failure = await failureAt(`unix://:${PASSWORD}@localhost${redis.socketPath}`);
    expect(failure.message).toMatch(/refused us \(WRONGPASS\)\. Check the name, password and database/);
    await redis.stop();
  });

  it('refuses no password at all in the same way', async () => {
    const redis = await startPrivateRedis();
    await redis.client.config('SET', 'requirepass', 'the-right-one');
    expect((await failureAt(redis.url)).message).toContain('(NOAUTH)');
    await redis.stop();
  });

  it('lets the right one in', async () => {
    const redis = await startPrivateRedis();
    await redis.client.config('SET', 'requirepass', PASSWORD);
    const url = `unix://:${PASSWORD}@localhost${redis.socketPath}`;
    const store = await openStore({ url, dataDir: '/nowhere', log: recordingLog() });
    expect(await store.client.ping()).toBe('PONG');
    expect(store.description).not.toContain(PASSWORD);
    await store.close();
    await redis.stop();
  });

  it('says so when the database of the URL does not exist, instead of using another', async () => {
    const redis = await startPrivateRedis();
    expect((await failureAt(`${redis.url}?db=9999`)).message).toContain('refused us (ERR)');
    await redis.stop();
  });
});
