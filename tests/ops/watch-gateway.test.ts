import { beforeEach, expect, it } from 'vitest';
import { watchGateway } from '../../ops/watch-gateway.ts';
import type { StandIn } from '../../playground/stand-in/stand-in.ts';
import { line } from '../../src/slack/block-kit.ts';
import { createClients } from '../../src/slack/clients.ts';
import { createGateway, type Gateway } from '../../src/slack/gateway.ts';
import { silent, slack } from '../stand-in/world.ts';

let standIn: StandIn;
let plain: Gateway;
let gateway: Gateway;
let failures: string[];
beforeEach(async () => {
  ({ standIn } = await slack());
  failures = [];
  const where = { slackApiUrl: standIn.apiUrl, logger: silent };
  plain = createGateway(createClients(standIn.workspace.bot.token, where));
  gateway = watchGateway(plain, (code) => failures.push(code));
});

const hello = line('Hello.');

it('does what the gateway does, and tells nothing while all is well', async () => {
  expect((await gateway.post('CTEAM', hello)).kind).toBe('sent');
  expect(await gateway.channel('CTEAM')).toEqual(await plain.channel('CTEAM'));
  expect(await gateway.people('CTEAM')).toEqual(await plain.people('CTEAM'));
  expect(failures).toEqual([]);
});

it('tells the code of a post that was not sent, and hands its outcome on', async () => {
  expect(await gateway.post('CGONE', hello)).toEqual(await plain.post('CGONE', hello));
  standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 7 });
  expect(await gateway.post('CTEAM', hello)).toMatchObject({ kind: 'not-sent', retryAfterSeconds: 7 });
  standIn.failNext('chat.postMessage', { kind: 'cut' });
  expect((await gateway.post('CTEAM', hello)).kind).toBe('unknown');
  expect(failures).toEqual(['channel_not_found', 'ratelimited', 'slack_webapi_request_error']);
});

it('tells the code of a call that failed, and throws what it threw', async () => {
  standIn.failNext('users.info', { kind: 'error', code: 'user_not_found' });
  await expect(gateway.person('UANN')).rejects.toThrow('user_not_found');
  expect(failures).toEqual(['user_not_found']);
});

it('tells no word that Slack put where a code belongs and that is none', async () => {
  standIn.failNext('users.info', { kind: 'error', code: 'no such user U123456' });
  await expect(gateway.person('U123456')).rejects.toThrow();
  standIn.failNext('chat.postMessage', { kind: 'error', code: 'U123456' });
  await gateway.post('CTEAM', hello);
  expect(failures).toEqual(['unreadable_answer', 'unreadable_answer']);
});
