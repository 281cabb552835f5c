import { expect, test } from 'vitest';
import { methods } from '../../playground/stand-in/methods.ts';
import { appScopes } from '../../playground/stand-in/scopes.ts';
import { readManifest } from '../support/manifest-file.ts';
import { scopesNeededBy } from '../support/manifest-rules.ts';
import { codeOf, slack } from './world.ts';

const post = async (url: string, init: { type: string; body: string; token?: string }) => {
  const authorization = init.token === undefined ? {} : { authorization: `Bearer ${init.token}` };
  const headers = { 'content-type': init.type, ...authorization };
  return (await fetch(url, { method: 'POST', headers, body: init.body })).json();
};

test('every call is kept with its arguments, its time, its token and what became of it', async () => {
  const { standIn, client } = await slack({ clock: { now: () => 1_700_000_000_000 } });
  standIn.failNext('users.info', { kind: 'cut' });
  await codeOf(client.users.info({ user: 'UANN' }));
  await codeOf(client.conversations.info({ channel: 'CNOWHERE' }));
  await client.chat.postMessage({ channel: 'CTEAM', text: 'hi', blocks: [{ type: 'divider' }] });
  const common = { at: 1_700_000_000_000, token: 'xoxb-stand-in' };
  expect(standIn.calls).toEqual([
    { ...common, method: 'users.info', arguments: { user: 'UANN' }, outcome: 'cut' },
    {
      ...common,
      method: 'conversations.info',
      arguments: { channel: 'CNOWHERE' },
      outcome: 'channel_not_found',
    },
    {
      ...common,
      method: 'chat.postMessage',
      arguments: { channel: 'CTEAM', text: 'hi', blocks: [{ type: 'divider' }] },
      outcome: 'ok',
    },
  ]);
});

test('a form and a JSON body say the same', async () => {
  const { standIn } = await slack();
  const url = `${standIn.apiUrl}chat.postMessage`;
  const blocks = [{ type: 'divider' }];
  const form = new URLSearchParams({
    channel: 'CTEAM',
    text: 'hi',
    blocks: JSON.stringify(blocks),
  }).toString();
  const json = JSON.stringify({ channel: 'CTEAM', text: 'hi', blocks });
  const token = 'xoxb-stand-in';
  await post(url, { type: 'application/x-www-form-urlencoded', body: form, token });
  await post(url, { type: 'application/json; charset=utf-8', body: json, token });
  expect(standIn.calls.map((call) => call.outcome)).toEqual(['ok', 'ok']);
  expect(standIn.calls[0]?.arguments).toEqual(standIn.calls[1]?.arguments);
});

test('the token may come as an argument, and is not kept among the arguments', async () => {
  const { standIn } = await slack();
  const body = 'token=xoxb-stand-in&user=UANN';
  const answer = await post(`${standIn.apiUrl}users.info`, {
    type: 'application/x-www-form-urlencoded',
    body,
  });
  expect(answer).toMatchObject({ ok: true });
  expect(standIn.calls).toMatchObject([{ arguments: { user: 'UANN' }, token: 'xoxb-stand-in' }]);
  expect(standIn.calls[0]?.arguments).not.toHaveProperty('token');
});

test('no token, a wrong token and an unknown method are refused as Slack refuses them', async () => {
  const { standIn, client } = await slack();
  const impostor = await slack({ token: 'xoxb-wrong' });
  const nobody = await post(`${standIn.apiUrl}auth.test`, { type: 'application/json', body: 'not json' });
  expect(nobody).toEqual({ ok: false, error: 'not_authed' });
  expect(await codeOf(impostor.client.auth.test())).toBe('invalid_auth');
  expect(await codeOf(client.apiCall('pulse.rig', { up: 1 }))).toBe('unknown_method');
  expect(await codeOf(client.apiCall('constructor'))).toBe('unknown_method');
  expect(standIn.calls.map((call) => call.method)).toEqual(['auth.test', 'pulse.rig', 'constructor']);
});

test('a token that was revoked is good for nothing until the app is installed again', async () => {
  const { standIn, client } = await slack();
  standIn.workspace.isRevoked = true;
  expect(await codeOf(client.auth.test())).toBe('token_revoked');
  standIn.workspace.isRevoked = false;
  expect(await client.auth.test()).toMatchObject({ ok: true });
});

test('every method the stand-in has is one whose scopes are known', () => {
  expect(() => scopesNeededBy(Object.keys(methods))).not.toThrow();
});

test('the stand-in allows what the manifest asks for', () => {
  expect(appScopes.toSorted()).toEqual(readManifest().botScopes.toSorted());
});
