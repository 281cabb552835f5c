import { createServer, type Socket } from 'node:net';
import { createMessageReader, type HttpMessage } from './http-messages.ts';

/** What came to Slack: an answer over a response URL, or a call of the Web API. */
export type Incoming = { readonly path: string; readonly body: string };

export type QuickSlack = {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  /** The response URL of one tap. */
  readonly responseUrl: (tap: number) => string;
  /** Told of each private line; the tap it answers, and what it says. */
  onLine: (tap: number, body: string) => void;
  /** Answers a call of the Web API that is not one of the few every app makes. */
  onCall: (method: string, body: string) => Reply;
  /** Calls of the Web API since the start, and those refused with 429. */
  readonly counts: { calls: number; limited: number };
  readonly stop: () => Promise<void>;
};

export type Reply = { readonly status: number; readonly headers?: string; readonly body: string };

const LINE = '/line/';
const API = '/api/';

/** Slack as quick as can be: takes private lines and Web API calls, checks nothing, and keeps nothing. */
export async function startQuickSlack(
  options: { readonly socketUrl?: () => string } = {},
): Promise<QuickSlack> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setNoDelay(true));
    socket.on(
      'data',
      createMessageReader((message) => socket.write(answerTo(message))),
    );
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  const slack: QuickSlack = {
    apiUrl: `${origin}${API}`,
    responseUrl: (tap) => `${origin}${LINE}${tap}`,
    onLine: () => undefined,
    onCall: () => ok({}),
    counts: { calls: 0, limited: 0 },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };

  function answerTo({ head, body }: HttpMessage): string {
    const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/'));
    if (path.startsWith(LINE)) {
      slack.onLine(Number(path.slice(LINE.length)), body);
      return written({ status: 200, body: 'ok' });
    }
    slack.counts.calls += 1;
    const reply = known(path.slice(API.length)) ?? slack.onCall(path.slice(API.length), body);
    if (reply.status === 429) slack.counts.limited += 1;
    return written(reply);
  }

  function known(method: string): Reply | undefined {
    if (method === 'auth.test')
      return ok({ user_id: 'UBOT', bot_id: 'BBOT', team_id: 'TBENCH', team: 'Bench' });
    return method === 'apps.connections.open' ? ok({ url: options.socketUrl?.() ?? '' }) : undefined;
  }

  return slack;
}

/** A success with its fields. */
export function ok(fields: object): Reply {
  return { status: 200, body: JSON.stringify({ ok: true, ...fields }) };
}

function written({ status, headers = '', body }: Reply): string {
  return `HTTP/1.1 ${status} -\r\ncontent-type: application/json\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
