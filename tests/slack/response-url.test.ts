import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createLineServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { line } from '../../src/slack/block-kit.ts';
import { postJson, postJsonOver } from '../../src/slack/post-json.ts';
import { createOffer, createRespond, ResponseFailed } from '../../src/slack/response-url.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(() => {
  for (const step of cleanUp.splice(0)) step();
});

/** Slack's side of a response_url, which does as it is told. */
async function slackThat(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const bodies: unknown[] = [];
  const lines = new Set<Socket>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    bodies.push(JSON.parse(text));
    answer(response, request);
  });
  server.on('connection', (socket) => lines.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/actions/1`, bodies, lines };
}

/** A server that says these bytes, and then the next ones again and again, a little at a time. */
async function lineThat(says: string, repeats: string) {
  let tellEnd = () => {};
  const ended = new Promise<void>((resolve) => {
    tellEnd = resolve;
  });
  const server = createLineServer((socket) => {
    const timer = setInterval(() => socket.write(repeats), 100);
    socket
      .on('error', () => undefined)
      .on('close', () => {
        clearInterval(timer);
        tellEnd();
      });
    socket.once('data', () => socket.write(says));
    cleanUp.push(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/actions/1`, ended };
}

const fine = (response: ServerResponse) => void response.end('ok');
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ResponseFailed ? error.code : String(error)),
  );

describe.each([
  ['Node’s own connections', postJson],
  ['fetch', postJsonOver(globalThis.fetch)],
])('a private line over %s', (_, post) => {
  const respondOf = (url: string) => createRespond({ post, slackApiUrl: url });

  test('is private, and new', async () => {
    const { url, bodies } = await slackThat(fine);
    await respondOf(url)(url, line('“Grüße” ✓'));
    expect(bodies).toEqual([{ response_type: 'ephemeral', replace_original: false, ...line('“Grüße” ✓') }]);
  });

  test('takes the place of the one that was pressed', async () => {
    const { url, bodies } = await slackThat(fine);
    await respondOf(url)(url, line('x'), { inPlace: true });
    expect(bodies).toMatchObject([{ replace_original: true }]);
  });

  test.each([
    [404, 'response_url_refused'],
    [429, 'response_url_refused'],
    [302, 'response_url_refused'],
    [500, 'response_url_failed'],
  ])('that is answered with %i is told as a code', async (status, code) => {
    const { url } = await slackThat((response) => void response.writeHead(status).end('used_url'));
    expect(await codeOf(respondOf(url)(url, line('x')))).toBe(code);
  });

  test.each([
    [400, 'invalid_blocks'],
    [200, '{"ok":false,"error":"invalid_blocks"}'],
    [500, '{"ok":false,"error":"invalid_blocks_format"}'],
  ])('whose blocks are refused with %i %s says so, where they may be', async (status, text) => {
    const { url } = await slackThat((response) => void response.writeHead(status).end(text));
    expect(await createOffer({ post, slackApiUrl: url })(url, line('x'))).toBe('invalid-blocks');
    expect(await codeOf(respondOf(url)(url, line('x')))).toBe('response_url_refused');
  });

  test('is said where its blocks are taken, and fails as any other where something else is wrong', async () => {
    const offer = (url: string) => createOffer({ post, slackApiUrl: url })(url, line('x'));
    expect(await offer((await slackThat(fine)).url)).toBe('said');
    const { url } = await slackThat((response) => void response.writeHead(404).end('expired_url'));
    expect(await codeOf(offer(url))).toBe('response_url_refused');
  });

  test('takes no more of an answer than a word', async () => {
    const { url } = await slackThat((response) => void response.end('x'.repeat(100_000)));
    expect((await post(url, '{}')).text.length).toBeLessThanOrEqual(200);
  });

  test('that is cut off is told as a code, without a word of what was in it', async () => {
    const { url } = await slackThat((response) => void response.socket?.destroy());
    const error = await respondOf(url)(url, line('secret')).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'response_url_lost' });
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/secret|127\.0\.0\.1/);
  });

  test('to where nobody listens is told as a code', async () => {
    const url = 'http://127.0.0.1:1/';
    expect(await codeOf(respondOf(url)(url, line('x')))).toBe('response_url_lost');
  });
});

describe('a private line goes to Slack only', () => {
  /** Where it went, or the code. */
  async function wayOf(url: string, slackApiUrl?: string): Promise<string> {
    const went: string[] = [];
    const post = async (to: string) => {
      went.push(to);
      return { status: 200, text: 'ok' };
    };
    const code = await codeOf(createRespond({ post, slackApiUrl })(url, line('x')));
    return went[0] ?? code;
  }
  const local = 'http://127.0.0.1:3000/api/';

  test.each([
    ['https://hooks.slack.com/actions/T1/2/3', undefined],
    ['https://hooks.slack.com/commands/T1/2/3', 'https://slack.com/api/'],
    ['https://hooks.slack.com/actions/T1/2/3', local],
    ['http://127.0.0.1:3000/response/1', local],
    ['https://hooks.slack-gov.com/actions/T1/2/3', 'https://slack-gov.com/api/'],
  ])('to %s, with the Web API at %s', async (url, slackApiUrl) => {
    expect(await wayOf(url, slackApiUrl)).toBe(url);
  });

  test.each([
    ['https://example.com/actions/T1/2/3', undefined],
    ['http://hooks.slack.com/actions/T1/2/3', undefined],
    ['https://hooks.slack.com.example.com/', undefined],
    ['https://hooks.slack.com@example.com/', undefined],
    ['https://hooks.slack.com:8443/', undefined],
    ['https://slack.com/actions/1', undefined],
    ['http://127.0.0.1:3000/response/1', undefined],
    ['http://169.254.169.254/latest/meta-data', local],
    ['http://127.0.0.1:3001/response/1', local],
    ['https://127.0.0.1:3000/response/1', local],
    ['not a url', local],
    ['', undefined],
  ])('and not to “%s”, with the Web API at %s', async (url, slackApiUrl) => {
    expect(await wayOf(url, slackApiUrl)).toBe('response_url_foreign');
  });
});

describe('Node’s own connections', () => {
  test('are kept for the next line', async () => {
    const { url, lines } = await slackThat(fine);
    for (let time = 0; time < 5; time += 1) await postJson(url, '{}');
    expect(lines.size).toBe(1);
  });

  test('that the other side has just closed are replaced, once', async () => {
    let count = 0;
    const { url, bodies } = await slackThat((response) => {
      count += 1;
      if (count === 2) response.socket?.resetAndDestroy();
      else fine(response);
    });
    await postJson(url, '1');
    expect(await postJson(url, '2')).toMatchObject({ status: 200 });
    expect(bodies).toEqual([1, 2, 2]);
  });

  test('are not repeated where the answer is cut off once it has begun', async () => {
    let count = 0;
    const { url, bodies } = await slackThat((response) => {
      count += 1;
      if (count < 2) return fine(response);
      response.writeHead(200, { 'content-length': 100 });
      response.write('o', () => response.socket?.resetAndDestroy());
    });
    await postJson(url, '1');
    expect(await postJson(url, '2')).toMatchObject({ status: 200 });
    expect(bodies).toEqual([1, 2]);
  });

  test('of which the first is cut are not', async () => {
    const { url, bodies } = await slackThat((response) => void response.socket?.resetAndDestroy());
    await expect(postJson(url, '1')).rejects.toThrow();
    expect(bodies).toEqual([1]);
  });

  test('are never open ones where the address asks for secret ones', async () => {
    const { url, bodies } = await slackThat(fine);
    await expect(postJson(url.replace('http:', 'https:'), '1')).rejects.toThrow();
    expect(bodies).toEqual([]);
  });
});

test('a private line that is never quite answered is given up in seconds', async () => {
  const lines = [
    await lineThat('HTTP/1.1 200 OK\r\n', 'x: y\r\n'),
    await lineThat('HTTP/1.1 102 Processing\r\n\r\n', 'HTTP/1.1 102 Processing\r\n\r\n'),
  ];
  const outcomes = lines.map(({ url }) =>
    codeOf(createRespond({ post: postJson, slackApiUrl: url })(url, line('x'))),
  );
  expect(await Promise.all(outcomes)).toEqual(['response_url_lost', 'response_url_lost']);
});

test('a private line whose answer never ends was taken, and does not keep its connection', async () => {
  const { url, ended } = await lineThat(
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
    '1\r\nx\r\n',
  );
  expect((await postJson(url, '{}')).status).toBe(200);
  await ended;
});

test('a private line over which something else is to be spoken is given up', async () => {
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';
  const { url } = await lineThat(upgrade, '');
  expect(await codeOf(createRespond({ post: postJson, slackApiUrl: url })(url, line('x')))).toBe(
    'response_url_lost',
  );
});

test('a private line that nobody answers is given up in seconds, over whichever way, and not sent again', async () => {
  let isFine = true;
  const { url, bodies } = await slackThat((response) => {
    if (isFine) fine(response);
  });
  await postJson(url, '1'); // The line of which is kept.
  isFine = false;
  const ways = [postJson, postJsonOver(globalThis.fetch)];
  const outcomes = await Promise.all(
    ways.map((post) => codeOf(createRespond({ post, slackApiUrl: url })(url, line('x')))),
  );
  expect(outcomes).toEqual(['response_url_lost', 'response_url_lost']);
  expect(bodies).toHaveLength(3);
});
