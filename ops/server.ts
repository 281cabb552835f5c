import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SECOND } from '../src/duration.ts';
import { StartProblem } from '../src/start-problem.ts';

export type Page = { readonly status: number; readonly type: string; readonly body: string };
/** Path → page. */
export type Pages = { readonly [path: string]: () => Promise<Page> };
/** Port 0: one that the system chooses. */
export type OpsAddress = { readonly port: number; readonly host: string };
export type OpsServer = { readonly port: number; readonly close: () => Promise<void> };

/** Whoever asks is near, and asks little. */
const PATIENCE = { headersTimeout: 5 * SECOND, requestTimeout: 5 * SECOND };

export const plain = (status: number, text: string): Page => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${text}\n`,
});

/** Serves some pages to whoever runs the app. Throws `StartProblem` where the port cannot be opened. */
export async function openOpsServer(address: OpsAddress, pages: Pages): Promise<OpsServer> {
  const server = createServer(PATIENCE, async (request, response) => {
    send(response, await pageFor(request, pages));
  });
  await listen(server, address);
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pageFor({ method, url = '/' }: IncomingMessage, pages: Pages): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET');
  const [path = ''] = url.split('?', 1);
  const page = pages[path];
  if (page === undefined) return plain(404, `There is ${Object.keys(pages).join(', ')}`);
  return page().catch(() => plain(500, 'Something went wrong'));
}

/** Node leaves the body out where only the head was asked for. */
function send(response: ServerResponse, { status, type, body }: Page): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

const REASONS: { readonly [code: string]: string } = {
  EADDRINUSE: 'another program has it: choose another, or leave OPS_PORT empty',
  EACCES: 'ports below 1024 are not for every program: choose one above',
  EADDRNOTAVAIL: 'this machine has no such address: check OPS_HOST',
  ENOTFOUND: 'there is no such name: check OPS_HOST',
};

function listen(server: Server, { port, host }: OpsAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : 'unknown';
      const reason = REASONS[code] ?? 'check OPS_PORT and OPS_HOST';
      reject(new StartProblem([`OPS_PORT ${port} on ${host} cannot be opened (${code}): ${reason}.`]));
    });
    server.listen(port, host, resolve);
  });
}
