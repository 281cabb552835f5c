import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBody } from '../../../playground/stand-in/request.ts';

export type SlowWire = Awaited<ReturnType<typeof slowWire>>;

/**
 * The way to the stand-in, as long as a real one: each request and each answer is under way for `pause()` ms. What was
 * sent arrives, whether or not its sender is still alive.
 */
export async function slowWire(apiUrl: string, pause: () => number) {
  const { origin } = new URL(apiUrl);
  const waiting: { count: number; readonly tell: () => void }[] = [];
  const keeping: ((sender: string) => void)[] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const [, sender = '', path = ''] = /^\/([^/]*)(\/.*)$/.exec(request.url ?? '') ?? [];
    const isPost = path.endsWith('/chat.postMessage');
    if (isPost) seen();
    await sleep(pause());
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    }).catch(() => undefined);
    const keep = isPost && answer?.ok === true ? keeping.shift() : undefined;
    if (keep !== undefined) return keep(sender);
    await sleep(pause());
    if (answer === undefined) return void response.destroy(); // As the stand-in has done.
    const after = answer.headers.get('retry-after');
    const headers = {
      'content-type': 'application/json',
      ...(after === null ? {} : { 'retry-after': after }),
    };
    response.writeHead(answer.status, headers);
    response.end(await answer.text().catch(() => ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  /** A post has been sent off. */
  function seen(): void {
    for (const one of waiting.splice(0)) {
      one.count -= 1;
      if (one.count <= 0) one.tell();
      else waiting.push(one);
    }
  }

  return {
    /** Where Slack is for one sender, of this name. */
    apiUrlFor: (sender: string) =>
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/${sender}/api/`,

    /** Resolves once so many more posts are under way. */
    posts: (count: number) => new Promise<void>((tell) => waiting.push({ count, tell })),

    /** Keeps back for good the answer to the next post that Slack has taken. Gives the name of who sent it. */
    keepNextAnswer: () => new Promise<string>((tell) => keeping.push(tell)),

    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
