import { connect } from 'node:net';
import type { ReceiverEvent } from '@slack/bolt';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HOUR, MINUTE } from '../../src/duration.ts';
import { NotTaken } from '../../src/slack/deliveries.ts';
import { eventually } from '../redis/stores.ts';
import { silent } from '../stand-in/world.ts';
import { homeOpened, messageButton, slashCommand, viewSubmission } from '../support/payloads.ts';
import {
  fields,
  type HttpWorld,
  JSON_TYPE,
  listening,
  payload,
  type Sent,
  serve,
  statusOf,
} from './http-world.ts';

afterEach(() => void vi.restoreAllMocks());

/** After how long (ms) nobody is expected to ack any more. */
const UNHANDLED = 2_500;

const command = (text = 'help'): Sent => ({ body: fields(slashCommand({ text })) });
/** Sends bytes as they are; resolves with what comes back first. */
function callRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const caller = connect(port, '127.0.0.1', () => void caller.write(bytes));
    caller.once('data', (answer) => {
      resolve(answer.toString());
      caller.destroy();
    });
    caller.on('error', () => undefined);
  });
}

describe('what Slack signed is taken', () => {
  test('a command', async () => {
    const { post, heard } = await listening();
    const answer = await post(command('skip prompt & more + ü'));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(heard).toEqual(['command skip prompt & more + ü']);
  });

  test('a button, whatever is in its payload', async () => {
    const { post, heard } = await listening();
    const value = 'a+b c%20d&e=ü“—”';
    expect(await statusOf(post({ body: payload(messageButton({ actionId: 'x', value })) }))).toBe(200);
    expect(heard).toEqual([`button ${value}`]);
  });

  test('a form, and the answer to it goes into the response', async () => {
    const { post, app } = await serve();
    app.view(/.*/, async ({ ack }) => ack({ response_action: 'errors', errors: { day: 'Not that one.' } }));
    const answer = await post({
      body: payload(viewSubmission({ callbackId: 'x', privateMetadata: '', values: {} })),
    });
    expect(await answer.json()).toEqual({ response_action: 'errors', errors: { day: 'Not that one.' } });
  });

  test('an event, as JSON', async () => {
    const { post, heard } = await listening();
    expect(await statusOf(post({ body: JSON.stringify(homeOpened()), headers: JSON_TYPE }))).toBe(200);
    expect(heard).toEqual(['event app_home_opened']);
  });

  test('a body that comes in many pieces, whatever letters they part', async () => {
    const { post, heard } = await listening();
    const body = JSON.stringify({ ...homeOpened(), more: '“ü💥'.repeat(60_000) });
    expect(await statusOf(post({ body, headers: JSON_TYPE }))).toBe(200);
    expect(heard).toEqual(['event app_home_opened']);
  });

  test('at the address with something behind it, as a proxy may add', async () => {
    const { post, heard } = await listening();
    expect(await statusOf(post({ ...command(), path: '/slack/events?from=proxy' }))).toBe(200);
    expect(heard).toHaveLength(1);
  });

  test('over a line that is kept for longer than a proxy keeps its own', async () => {
    const { post } = await listening();
    expect((await post(command())).headers.get('keep-alive')).toBe('timeout=75');
  });

  test.each(['application/x-www-form-urlencoded; charset=utf-8', 'Application/X-WWW-Form-Urlencoded'])(
    'a form that calls itself %s',
    async (type) => {
      const { post, heard } = await listening();
      expect(await statusOf(post({ ...command(), headers: { 'content-type': type } }))).toBe(200);
      expect(heard).toHaveLength(1);
    },
  );
});

describe('Slack’s questions about the address', () => {
  test('get the challenge back, where it is signed', async () => {
    const { post } = await listening();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c <h1>' });
    expect(await (await post({ body, headers: JSON_TYPE })).json()).toEqual({ challenge: 'c <h1>' });
    expect(await statusOf(post({ body, headers: JSON_TYPE, secret: 'another' }))).toBe(401);
  });

  test('whether TLS is right get an empty yes, unsigned, and nothing that is smuggled in is heard', async () => {
    const { post, heard } = await listening();
    const unsigned = { 'x-slack-signature': undefined, 'x-slack-request-timestamp': undefined };
    for (const body of ['ssl_check=1&token=x', fields({ ...slashCommand(), ssl_check: 1 })]) {
      const answer = await post({ body, headers: unsigned });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
    expect(heard).toEqual([]);
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [string, Sent, number])[] = [
    ['signed with another secret', { ...command(), secret: 'another' }, 401],
    ['without a signature', { ...command(), headers: { 'x-slack-signature': undefined } }, 401],
    ['with an empty signature', { ...command(), headers: { 'x-slack-signature': '' } }, 401],
    ['with a signature of another version', { ...command(), headers: { 'x-slack-signature': 'v1=00' } }, 401],
    ['without a time', { ...command(), headers: { 'x-slack-request-timestamp': undefined } }, 401],
    ['with a time that is none', { ...command(), headers: { 'x-slack-request-timestamp': 'now' } }, 401],
    [
      'with another time than was signed',
      { ...command(), headers: { 'x-slack-request-timestamp': '1' } },
      401,
    ],
    ['more than five minutes old', { ...command(), after: -302 }, 401],
    ['from more than five minutes ahead', { ...command(), after: 302 }, 401],
    ['that is no JSON', { body: '{"type":', headers: JSON_TYPE }, 400],
    ['that is JSON, but no object', { body: '[1]', headers: JSON_TYPE }, 400],
    ['whose payload is no JSON', { body: 'payload=%7B' }, 400],
    ['whose payload is badly encoded', { body: 'payload=%E0%A4%A' }, 400],
    ['to another path', { ...command(), path: '/' }, 404],
    ['to a path that only begins alike', { ...command(), path: '/slack/events-of-others' }, 404],
    ['that is not a POST', { method: 'GET' }, 405],
    ['that is put', { ...command(), method: 'PUT' }, 405],
  ];

  test.each(refused)('a request %s', async (_, sent, status) => {
    const { post, heard } = await listening();
    const answer = await post(sent);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(/^[A-Z][^\n]{3,60}\.\n$/);
    expect(heard).toEqual([]);
  });

  test('not a request of our time, where the machine has another', async () => {
    const { post, clock } = await listening();
    clock.jumpTo(clock.now() - HOUR);
    expect(await statusOf(post(command()))).toBe(200);
  });

  test('not a request from within five minutes, to either side', async () => {
    const { post } = await listening();
    expect(await statusOf(post({ ...command('a'), after: -295 }))).toBe(200);
    expect(await statusOf(post({ ...command('b'), after: 295 }))).toBe(200);
  });

  const tooLarge = `120000\r\n${'x'.repeat(0x120000)}\r\n`;
  const chunked = 'Transfer-Encoding: chunked';
  /** A request as bytes, with headers as Slack would sign it. */
  const begun = ({ signature }: HttpWorld, headers: readonly string[], body: string, after = 0) => {
    const signed = Object.entries(signature('', { after })).map(([name, value]) => `${name}: ${value}`);
    return ['POST /slack/events HTTP/1.1', 'Host: x', ...signed, ...headers, '', body].join('\r\n');
  };

  test.each([
    ['that announces it', ['Content-Length: 2000000'], 'x'],
    ['that does not', [chunked], tooLarge],
  ])('a body that is too large, before all of it is there, from a caller %s', async (_, headers, begin) => {
    const world = await listening();
    const answer = await callRaw(world.port, begun(world, headers, begin));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
    expect(world.heard).toEqual([]);
  });

  test('a body that is too large, once, though all of it comes', async () => {
    const world = await listening();
    const all = begun(world, [chunked], `${tooLarge}0\r\n\r\n`);
    expect(await callRaw(world.port, all)).toMatch(/^HTTP\/1\.1 413 /);
    await world.stop();
    expect(world.log.lines).toEqual([]);
  });

  test.each([
    ['that announces it', ['Content-Length: 1001'], 'x'],
    ['that does not', [chunked], `3e9\r\n${'x'.repeat(1_001)}\r\n`],
  ])(
    'a body that is stale, before more than a little of it is there, from a caller %s',
    async (_, headers, begin) => {
      const world = await listening();
      expect(await callRaw(world.port, begun(world, headers, begin, -302))).toMatch(/^HTTP\/1\.1 401 /);
      expect(world.log.lines).toEqual(['warn: A request was refused {"code":"stale","count":1}']);
    },
  );

  test('a body that is not signed, before more than a little of it is there', async () => {
    const { port, log } = await listening();
    const head = 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\nx';
    expect(await callRaw(port, head)).toMatch(/^HTTP\/1\.1 401 /);
    expect(log.lines).toEqual(['warn: A request was refused {"code":"unsigned","count":1}']);
  });

  test('at any address but the one that it is to listen on', async () => {
    const { port } = await listening();
    const caller = connect(port, '127.0.0.2');
    const outcome = new Promise((resolve) => {
      caller.once('connect', () => resolve('connected')).once('error', () => resolve('refused'));
    });
    expect(await outcome).toBe('refused');
    caller.destroy();
  });

  test('with the way that is open', async () => {
    const { post } = await listening();
    expect((await post({ method: 'GET' })).headers.get('allow')).toBe('POST');
  });
});

describe('the very same request again', () => {
  test('is refused, for as long as its time is', async () => {
    const { post, signature, clock, heard } = await listening();
    const body = fields(slashCommand({ text: 'pause' }));
    const headers = signature(body, { after: 250 });
    expect(await statusOf(post({ body, headers }))).toBe(200);
    for (const later of [0, MINUTE, 4 * MINUTE, 8 * MINUTE]) {
      clock.jumpTo(clock.now() + later);
      expect(await statusOf(post({ body, headers }))).toBe(401);
    }
    expect(heard).toEqual(['command pause']);
  });

  test.each([
    [
      'a signature with something behind it',
      (signature: string) => ({ 'x-slack-signature': `${signature}=x` }),
    ],
    ['a time written otherwise', (_: string, time: string) => ({ 'x-slack-request-timestamp': `+${time}` })],
  ])('is recognised with %s', async (_, changed) => {
    const { post, signature, heard } = await listening();
    const body = fields(slashCommand());
    const headers = signature(body, {});
    await post({ body, headers });
    const again = changed(headers['x-slack-signature'], headers['x-slack-request-timestamp']);
    expect(await statusOf(post({ body, headers: { ...headers, ...again } }))).toBe(401);
    expect(heard).toHaveLength(1);
  });

  test('is another one where a second has passed: Slack’s own', async () => {
    const { post, heard } = await listening();
    for (const after of [0, 1]) expect(await statusOf(post({ ...command(), after }))).toBe(200);
    expect(heard).toHaveLength(2);
  });

  test('would be taken by Bolt’s receiver, as a request from the future would', async () => {
    const { post, signature, app } = await serve({ receiver: 'bolt' });
    app.command('/hands', async ({ ack }) => ack());
    const body = fields({ ...slashCommand(), ssl_check: '' });
    const headers = signature(body, { after: 3_600 });
    for (let time = 0; time < 2; time += 1) expect(await statusOf(post({ body, headers }))).toBe(200);
  });
});

describe('a handler', () => {
  test('that fails before it acks is a 500', async () => {
    const { post, app } = await serve();
    app.error(async (error) => Promise.reject(error));
    app.command('/hands', async () => {
      throw new Error('on purpose');
    });
    expect(await statusOf(post(command()))).toBe(500);
  });

  test('that somebody else is at is a 503: Slack sends it again', async () => {
    const { post, memory, heard } = await listening();
    await memory.take('EvTWICE');
    const body = JSON.stringify(homeOpened({ eventId: 'EvTWICE' }));
    expect(await statusOf(post({ body, headers: JSON_TYPE }))).toBe(503);
    expect(heard).toEqual([]);
  });

  test('that was a 503 may come again within the same second, signed alike', async () => {
    const { post, memory, heard, signature } = await listening();
    await memory.take('EvTWICE');
    const body = JSON.stringify(homeOpened({ eventId: 'EvTWICE' }));
    const headers = { ...JSON_TYPE, ...signature(body, {}) };
    expect(await statusOf(post({ body, headers }))).toBe(503);
    await memory.giveBack('EvTWICE');
    expect(await statusOf(post({ body, headers }))).toBe(200);
    expect(heard).toEqual(['event app_home_opened']);
    expect(await statusOf(post({ body, headers }))).toBe(401);
  });

  test('that is refused is over: nothing is said of it when three seconds are gone', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const errors: unknown[] = [];
    const logger = { ...silent, error: (...words: unknown[]) => void errors.push(words) };
    const { post, memory } = await serve({ logger });
    await memory.take('EvTWICE');
    await post({ body: JSON.stringify(homeOpened({ eventId: 'EvTWICE' })), headers: JSON_TYPE });
    const [late] = timers.mock.calls.find(([, after]) => after === UNHANDLED) ?? [];
    expect(late).toBeDefined();
    late?.();
    expect(errors).toEqual([]);
  });

  test('that fails after its answer has gone out harms nobody', async () => {
    let goOn = () => {};
    const answered = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const handOn = async (_: unknown, event: ReceiverEvent) => {
      await event.ack();
      await answered;
      throw new NotTaken('late');
    };
    const { post, stop } = await serve({ deliveries: { failed: () => undefined, handOn } });
    expect(await statusOf(post(command()))).toBe(200);
    goOn();
    await stop();
  });

  test('that never acks is answered for as soon as it is done, and not again later', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const errors: unknown[] = [];
    const logger = { ...silent, error: (...words: unknown[]) => void errors.push(words) };
    const { post, app } = await serve({ logger });
    app.command('/hands', async () => undefined);
    expect(await statusOf(post(command()))).toBe(404);
    const late = timers.mock.calls.filter(([, after]) => after === UNHANDLED);
    expect(late).toHaveLength(1);
    late[0]?.[0]();
    expect(errors).toEqual([]);
  });

  test('that nothing is there for is answered at once', async () => {
    const { post } = await listening();
    for (const type of ['*', 'nonsense'])
      expect(await statusOf(post({ body: JSON.stringify({ type }), headers: JSON_TYPE }))).toBe(404);
  });

  test('that hangs before it acks is answered for while Slack still listens: it waits three seconds', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const { post, app } = await serve();
    const begun = new Promise<void>((resolve) => {
      app.command('/hands', () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    const answer = post(command());
    await begun;
    const [answerNow] = timers.mock.calls.find(([, after]) => after === UNHANDLED) ?? [];
    expect(answerNow).toBeDefined();
    answerNow?.();
    expect(await statusOf(answer)).toBe(404);
  });

  test('that takes long over an event is acked before it would count as missing', async () => {
    const { post, app } = await serve();
    let goOn = () => {};
    app.event(
      /.*/,
      () =>
        new Promise((go) => {
          goOn = go;
        }),
    );
    const body = JSON.stringify(homeOpened({ eventId: 'EvLONG' }));
    expect(await statusOf(post({ body, headers: JSON_TYPE }))).toBe(200);
    goOn();
  });
});

describe('the log', () => {
  test.each([
    ['unsigned', { headers: { 'x-slack-signature': undefined } }],
    ['unsigned', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['stale', { after: -302 }],
    ['from-the-future', { after: 302 }],
    ['forged', { secret: 'another' }],
  ])('says why something was refused: %s', async (code, changed) => {
    const { post, log } = await listening();
    await post({ ...command(), ...changed });
    expect(log.lines).toEqual([`warn: A request was refused {"code":"${code}","count":1}`]);
  });

  test('counts each reason by itself', async () => {
    const { post, log, clock } = await listening();
    for (const after of [302, 302, -302]) await post({ ...command(), after });
    clock.jumpTo(clock.now() + 2 * MINUTE);
    for (const after of [302, -302]) await post({ ...command(), after });
    for (const after of [302, 302, -302]) await post({ ...command(), after });
    clock.jumpTo(clock.now() + 2 * MINUTE);
    await post({ ...command(), after: 302 });
    expect(log.lines.map((line) => JSON.parse(line.slice(line.indexOf('{'))))).toEqual([
      { code: 'from-the-future', count: 1 },
      { code: 'stale', count: 1 },
      { code: 'from-the-future', count: 2 },
      { code: 'stale', count: 1 },
      { code: 'from-the-future', count: 3 },
    ]);
  });

  test('says once a minute what was refused, and nothing of what was in it', async () => {
    const { post, log, clock } = await listening();
    for (let time = 0; time < 5; time += 1) await post({ ...command('a secret'), secret: 'another' });
    clock.jumpTo(clock.now() + 2 * MINUTE);
    await post({ ...command('a secret'), secret: 'another' });
    expect(log.lines).toEqual([
      'warn: A request was refused {"code":"forged","count":1}',
      'warn: A request was refused {"code":"forged","count":5}',
    ]);
  });
});

describe('stopping', () => {
  test('answers what is under way, and then takes nothing', async () => {
    const { post, app, stop } = await serve();
    let goOn = () => {};
    const begun = new Promise<void>((resolve) => {
      app.command('/hands', async ({ ack }) => {
        resolve();
        await new Promise<void>((go) => {
          goOn = go;
        });
        await ack();
      });
    });
    const answer = post(command());
    await begun;
    const stopped = stop();
    goOn();
    expect(await statusOf(answer)).toBe(200);
    await stopped;
    await expect(post(command('later'))).rejects.toThrow();
  });

  test('does not wait for ever for someone who only holds the line', async () => {
    const { port, stop } = await serve();
    const holder = connect(port, '127.0.0.1');
    await new Promise((resolve) => holder.once('connect', resolve));
    holder.on('error', () => undefined);
    holder.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n');
    const closed = new Promise((resolve) => holder.once('close', resolve));
    await stop();
    await closed;
  });
});

describe('a connection', () => {
  const opened = async (port: number) => {
    const caller = connect(port, '127.0.0.1').on('error', () => undefined);
    const closed = new Promise((resolve) => caller.once('close', resolve));
    await new Promise((resolve) => caller.once('connect', resolve));
    return { caller, closed };
  };

  test('over which half a request comes is cut in seconds, whether it has been answered or not', async () => {
    const { port } = await serve();
    const halves = [10, 10_000].map(async (length) => {
      const { caller, closed } = await opened(port);
      caller.resume().write(`POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
      await closed;
    });
    await Promise.all(halves);
  }, 20_000);

  test('that is one of too many is not taken, until others have gone', async () => {
    const { port, post } = await listening();
    const callers = await Promise.all(Array.from({ length: 1_000 }, () => opened(port)));
    const { closed } = await opened(port);
    await closed;
    for (const { caller } of callers) caller.destroy();
    await eventually(async () => (await statusOf(post(command(`${Math.random()}`)).catch(gone))) === 200);
  });
});

const gone = () => Response.error();

test('a line that breaks in the midst of a body harms nobody', async () => {
  const { port, post, heard } = await listening();
  const caller = connect(port, '127.0.0.1');
  await new Promise((resolve) => caller.once('connect', resolve));
  caller.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
  caller.destroy();
  await eventually(async () => (await statusOf(post(command(`${Math.random()}`)))) === 200);
  expect(heard).toHaveLength(1);
});
