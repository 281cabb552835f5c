import { afterEach, describe, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../playground/stand-in/stand-in.ts';
import { messagesIn, type WorkspaceSeed } from '../../playground/stand-in/workspace.ts';
import { HOUR } from '../../src/duration.ts';
import { line } from '../../src/slack/block-kit.ts';
import { createClients } from '../../src/slack/clients.ts';
import { createGateway } from '../../src/slack/gateway.ts';
import { needsMending, outcomeOfError, showsWhenMended } from '../../src/slack/outcome.ts';
import { silent } from '../stand-in/world.ts';

const running: StandIn[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((standIn) => standIn.stop()));
});

const seed: WorkspaceSeed = {
  users: [{ id: 'UANN', tz: 'Asia/Tokyo' }, { id: 'UBEN' }],
  channels: [
    { id: 'CTEAM', name: 'team', members: ['UANN', 'UBEN'] },
    { id: 'COLD', members: ['UANN'], is_archived: true },
    { id: 'CSHARED', members: ['UANN'], is_ext_shared: true },
    { id: 'CNOBOT', members: ['UANN'], bot: 'absent' },
    { id: 'CHIDDEN', members: ['UANN'], is_private: true, bot: 'absent' },
  ],
};

async function slack(workspace: WorkspaceSeed = seed, pageSize = 200) {
  const standIn = await startStandIn({ workspace, pageSize });
  running.push(standIn);
  const clients = createClients(standIn.workspace.bot.token, { slackApiUrl: standIn.apiUrl, logger: silent });
  return { standIn, gateway: createGateway(clients) };
}

const hello = line('Hello.');

describe('posting', () => {
  test('gives the timestamp of what was posted, and shows no previews of links', async () => {
    const { standIn, gateway } = await slack();
    const outcome = await gateway.post('CTEAM', hello);
    const [message] = messagesIn(standIn.workspace, 'CTEAM');
    expect(outcome).toEqual({ kind: 'sent', ts: message?.ts, channel: 'CTEAM' });
    const [call] = standIn.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(String(call?.arguments.unfurl_links)).toBe('false');
    expect(String(call?.arguments.unfurl_media)).toBe('false');
  });

  test('goes to a person’s direct messages when given a person', async () => {
    const { standIn, gateway } = await slack();
    expect((await gateway.post('UBEN', hello)).kind).toBe('sent');
    expect(messagesIn(standIn.workspace, 'DBEN')).toHaveLength(1);
  });

  test.each([
    ['COLD', 'is_archived'],
    ['CNOBOT', 'not_in_channel'],
    ['CHIDDEN', 'channel_not_found'],
  ])('to %s is hopeless: %s', async (channel, code) => {
    const { gateway } = await slack();
    expect(await gateway.post(channel, hello)).toEqual({ kind: 'hopeless', code });
    expect(needsMending(code)).toBe(true);
  });

  test('under a rate limit is not sent, and says how long to wait', async () => {
    const { standIn, gateway } = await slack();
    standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 7 });
    expect(await gateway.post('CTEAM', hello)).toEqual({
      kind: 'not-sent',
      code: 'ratelimited',
      retryAfterSeconds: 7,
    });
  });

  test('under a rate limit without an end is not sent either, and waits half a minute', async () => {
    const { standIn, gateway } = await slack();
    standIn.failNext('chat.postMessage', { kind: 'rate-limited' });
    expect(await gateway.post('CTEAM', hello)).toEqual({
      kind: 'not-sent',
      code: 'ratelimited',
      retryAfterSeconds: 30,
    });
    expect(messagesIn(standIn.workspace, 'CTEAM')).toEqual([]);
  });

  test.each(['cut', 'accept-then-cut', 'server-error'] as const)(
    'that breaks on the way (%s) is unknown, and was tried once only',
    async (kind) => {
      const { standIn, gateway } = await slack();
      standIn.failNext('chat.postMessage', { kind });
      expect((await gateway.post('CTEAM', hello)).kind).toBe('unknown');
      expect(standIn.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    },
  );

  test('where nobody answers the phone is certainly not sent', async () => {
    const { standIn, gateway } = await slack();
    await standIn.stop();
    expect(await gateway.post('CTEAM', hello)).toEqual({ kind: 'not-sent', code: 'ECONNREFUSED' });
  });

  test('of something Slack refuses is hopeless, but nothing that a person has to mend', async () => {
    const { gateway } = await slack();
    const long = line('x'.repeat(3_001));
    expect(await gateway.post('CTEAM', long)).toEqual({ kind: 'hopeless', code: 'invalid_blocks' });
    expect(needsMending('invalid_blocks')).toBe(false);
  });

  test('and replacing a message replaces text and blocks', async () => {
    const { standIn, gateway } = await slack();
    await gateway.post('CTEAM', hello);
    const ts = messagesIn(standIn.workspace, 'CTEAM')[0]?.ts ?? '';
    expect(await gateway.update('CTEAM', ts, line('Bye.'))).toEqual({ kind: 'sent', ts, channel: 'CTEAM' });
    expect(messagesIn(standIn.workspace, 'CTEAM')[0]?.text).toBe('Bye.');
  });
});

describe('a message for later', () => {
  const soon = () => Date.now() + HOUR;

  test('is scheduled, in a thread where one is given, and taken back once', async () => {
    const { standIn, gateway } = await slack();
    const outcome = await gateway.schedule({ channel: 'CTEAM', thread: '1.2' }, soon(), hello);
    const id = outcome.kind === 'scheduled' ? outcome.id : '';
    expect(standIn.workspace.scheduled).toMatchObject([{ id, thread_ts: '1.2', text: 'Hello.' }]);
    expect(await gateway.unschedule('CTEAM', id)).toEqual({ kind: 'unscheduled' });
    expect(await gateway.unschedule('CTEAM', id)).toEqual({ kind: 'too-late' });
    expect(standIn.workspace.scheduled).toEqual([]);
  });

  test('is not scheduled in the past, nor where nothing can be posted; each with Slack’s code', async () => {
    const { gateway } = await slack();
    const past = await gateway.schedule({ channel: 'CTEAM' }, Date.now() - HOUR, hello);
    expect(past).toEqual({ kind: 'not-sent', code: 'time_in_past' });
    const archived = await gateway.schedule({ channel: 'COLD' }, soon(), hello);
    expect(archived).toEqual({ kind: 'hopeless', code: 'is_archived' });
  });

  test('may or may not come where Slack did not say', async () => {
    const { standIn, gateway } = await slack();
    standIn.failNext('chat.scheduleMessage', { kind: 'accept-then-cut' });
    expect((await gateway.schedule({ channel: 'CTEAM' }, soon(), hello)).kind).toBe('unknown');
    standIn.failNext('chat.deleteScheduledMessage', { kind: 'server-error' });
    expect((await gateway.unschedule('CTEAM', 'Q1')).kind).toBe('unknown');
  });
});

describe('what an error of the client means', () => {
  const answered = (error: string) => ({ code: 'slack_webapi_platform_error', data: { error } });
  const status = (statusCode: number) => ({ code: 'slack_webapi_http_error', statusCode });
  const broken = (code: string) => ({ code: 'slack_webapi_request_error', original: { cause: { code } } });
  const http = 'slack_webapi_http_error';
  const request = 'slack_webapi_request_error';

  test.each([
    [answered('token_revoked'), { kind: 'hopeless', code: 'token_revoked' }],
    [answered('msg_too_long'), { kind: 'hopeless', code: 'msg_too_long' }],
    [answered('fatal_error'), { kind: 'unknown', code: 'fatal_error' }],
    [answered('internal_error'), { kind: 'unknown', code: 'internal_error' }],
    [answered('team_added_to_org'), { kind: 'not-sent', code: 'team_added_to_org' }],
    [
      { code: 'slack_webapi_rate_limited_error' },
      { kind: 'not-sent', code: 'ratelimited', retryAfterSeconds: 1 },
    ],
    [
      answered('restricted_action_read_only_channel'),
      { kind: 'hopeless', code: 'restricted_action_read_only_channel' },
    ],
    [answered('<html>canary</html>'), { kind: 'unknown', code: 'unreadable_answer' }],
    [answered(''), { kind: 'unknown', code: 'unreadable_answer' }],
    [{ code: 'slack_webapi_platform_error' }, { kind: 'unknown', code: 'unreadable_answer' }],
    [status(403), { kind: 'not-sent', code: http }],
    [status(404), { kind: 'not-sent', code: http }],
    [status(408), { kind: 'unknown', code: http }],
    [status(500), { kind: 'unknown', code: http }],
    [status(503), { kind: 'unknown', code: http }],
    [broken('ENOTFOUND'), { kind: 'not-sent', code: 'ENOTFOUND' }],
    [broken('ECONNREFUSED'), { kind: 'not-sent', code: 'ECONNREFUSED' }],
    [broken('UND_ERR_CONNECT_TIMEOUT'), { kind: 'not-sent', code: 'UND_ERR_CONNECT_TIMEOUT' }],
    [broken('ECONNRESET'), { kind: 'unknown', code: request }],
    [broken('UND_ERR_SOCKET'), { kind: 'unknown', code: request }],
    [broken('ETIMEDOUT'), { kind: 'unknown', code: request }],
    [{ code: 'slack_webapi_request_error' }, { kind: 'unknown', code: 'slack_webapi_request_error' }],
    [{ code: 'slack_webapi_http_error' }, { kind: 'unknown', code: 'slack_webapi_http_error' }],
    [new Error('anything'), { kind: 'unknown', code: 'unexpected' }],
    [undefined, { kind: 'unknown', code: 'unexpected' }],
  ])('%j', (error, outcome) => {
    expect(outcomeOfError(error)).toEqual(outcome);
  });
});

describe('what hinders posting', () => {
  test.each([
    ['CTEAM', undefined],
    ['COLD', 'is_archived'],
    ['CNOBOT', 'not_in_channel'],
    ['CHIDDEN', 'channel_not_found'],
    ['CNOWHERE', 'channel_not_found'],
  ])('in %s is the code that posting there gives: %s', async (channel, code) => {
    const { gateway } = await slack();
    expect(await gateway.problemAt(channel)).toBe(code);
    const posted = await gateway.post(channel, hello);
    expect(posted.kind === 'hopeless' ? posted.code : undefined).toBe(code);
  });

  test('is Slack’s own code where it lets us read nothing at all', async () => {
    const { standIn, gateway } = await slack();
    standIn.failNext('conversations.info', { kind: 'error', code: 'account_inactive' });
    expect(await gateway.problemAt('CTEAM')).toBe('account_inactive');
  });

  test('is not known where Slack only fails', async () => {
    const { standIn, gateway } = await slack();
    standIn.failNext('conversations.info', { kind: 'error', code: 'internal_error' });
    await expect(gateway.problemAt('CTEAM')).rejects.toThrow();
  });

  test.each(['is_archived', 'channel_not_found', 'not_in_channel', 'token_revoked', 'account_inactive'])(
    'shows when it is mended: %s',
    (code) => {
      expect(showsWhenMended(code)).toBe(true);
    },
  );

  test.each(['restricted_action', 'ekm_access_denied', 'missing_scope', 'invalid_blocks', 'canary'])(
    'does not show when it is mended: %s',
    (code) => {
      expect(showsWhenMended(code)).toBe(false);
    },
  );
});

describe('a channel', () => {
  const fine = { name: 'team', hasBot: true, isArchived: false, isShared: false, isDirect: false };

  test.each([
    ['CTEAM', fine],
    ['COLD', { ...fine, name: 'cold', hasBot: false, isArchived: true }],
    ['CSHARED', { ...fine, name: 'cshared', isShared: true }],
    ['CNOBOT', { ...fine, name: 'cnobot', hasBot: false }],
    ['CHIDDEN', undefined],
    ['CNOWHERE', undefined],
    ['DANN', undefined],
  ])('%s is seen as it is', async (channel, info) => {
    const { gateway } = await slack();
    expect(await gateway.channel(channel)).toEqual(info);
  });

  test('that Slack fails to tell about is an error, not an unseen channel', async () => {
    const { standIn, gateway } = await slack();
    standIn.failNext('conversations.info', { kind: 'error', code: 'fatal_error' });
    await expect(gateway.channel('CTEAM')).rejects.toThrow();
  });
});
