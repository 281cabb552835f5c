import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpsServer, openOpsServer, plain } from '../../ops/server.ts';
import { StartProblem } from '../../src/start-problem.ts';

const host = '127.0.0.1';
const open: OpsServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve() {
  const server = await openOpsServer(
    { port: 0, host },
    {
      '/page': async () => plain(200, 'as it is'),
      '/broken': () => Promise.reject(new Error('CANARY')),
    },
  );
  open.push(server);
  return (path: string, init: RequestInit = {}) => fetch(`http://${host}:${server.port}${path}`, init);
}

describe('the pages for whoever runs the app', () => {
  it('are served as they are, whatever is asked of them, and kept by nobody', async () => {
    const answer = await (await serve())('/page?a=b');
    expect([answer.status, await answer.text()]).toEqual([200, 'as it is\n']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('are named where another is asked for', async () => {
    for (const path of ['/', '/metrics/', '/constructor', '//page', '/page/../page2']) {
      const answer = await (await serve())(path);
      expect([answer.status, await answer.text()]).toEqual([404, 'There is /page, /broken\n']);
    }
  });

  it('are not whatever else an object has', async () => {
    await serve();
    const socket = connect(open[0]?.port ?? 0, host);
    let told = '';
    socket.on('data', (data) => {
      told += String(data);
    });
    socket.write('GET constructor HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await once(socket, 'close');
    expect(told).toMatch(/^HTTP\/1\.1 4/);
  });

  it('can be looked at, and no more', async () => {
    const get = await serve();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get('/page', { method })).status).toBe(405);
    const head = await get('/page', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('say nothing of what went wrong in them', async () => {
    const answer = await (await serve())('/broken');
    expect([answer.status, await answer.text()]).toEqual([500, 'Something went wrong\n']);
  });

  it('do not keep the app from stopping, whoever is connected', async () => {
    await serve();
    const [server] = open.splice(0);
    const silent = connect(server?.port ?? 0, host);
    await once(silent, 'connect');
    const closed = once(silent, 'close');
    await server?.close();
    await closed;
  });
});

describe('a port that cannot be opened', () => {
  const refusal = (port: number, where = host) =>
    openOpsServer({ port, host: where }, {}).then(
      () => 'it opened',
      (error: unknown) => (error instanceof StartProblem ? error.problems : String(error)),
    );

  it('because another program has it is a sentence that says what to do', async () => {
    const other = createServer().listen(0, host);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    expect(await refusal(port)).toEqual([
      `OPS_PORT ${port} on ${host} cannot be opened (EADDRINUSE): another program has it: choose another, or leave OPS_PORT empty.`,
    ]);
    other.close();
  });

  it('because this machine has no such address is another', async () => {
    expect(await refusal(9464, '192.0.2.1')).toEqual([
      'OPS_PORT 9464 on 192.0.2.1 cannot be opened (EADDRNOTAVAIL): this machine has no such address: check OPS_HOST.',
    ]);
  });
});
