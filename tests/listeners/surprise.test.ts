import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogFields } from '../../src/ports.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { homeOpened } from '../support/payloads.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { firstOpening, openOffice } from './office.ts';

const WENT_WRONG =
  'Something went wrong on our side. Please try again; */hands status* shows what is in force.';
const NO_STORE = 'The app could not reach its store just now. Nothing was changed, please try again.';

function listening() {
  const lines: (readonly [string, LogFields | undefined])[] = [];
  const note = (message: string, fields?: LogFields) => void lines.push([message, fields]);
  return { lines, log: { info: note, warn: note, error: note } };
}

describe('a handler that fails after the ack', () => {
  test('tells the person who typed a command, and the log a code', async () => {
    const { lines, log } = listening();
    const office = await openOffice({ log });
    office.standIn.failNext('conversations.info', { kind: 'error', code: 'fatal_error' });
    expect(await office.say('setup')).toBe(WENT_WRONG);
    expect(lines).toContainEqual(['A handler failed', { code: 'fatal_error' }]);
  });

  test('tells the person whose form could not be opened', async () => {
    const office = await openOffice();
    office.standIn.failNext('views.open', { kind: 'error', code: 'expired_trigger_id' });
    expect(await office.say('setup')).toBe(WENT_WRONG);
  });

  test('tells the person who sent a form, in a direct message', async () => {
    const { lines, log } = listening();
    const office = await openOffice({ log });
    const form = await office.form();
    office.standIn.failNext('conversations.info', { kind: 'error', code: 'fatal_error' });
    expect((await office.send(form)).response).toBeUndefined();
    expect(office.direct('UANN')).toEqual([WENT_WRONG]);
    expect(lines).toContainEqual(['A handler failed', { code: 'fatal_error' }]);
  });

  test('tells the person whose answer could not be confirmed how to find out, and that is how', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.until(firstOpening);
    const [button = { actionId: '', value: '' }] = office.options();
    const tap = { user: 'UBEN', channel: 'CTEAM', messageTs: office.posts().at(-1)?.ts ?? '', ...button };
    office.standIn.failNext('response_url', { kind: 'server-error' });
    const said = (await office.press(tap)).map(({ body }) => body.text);
    expect(said).toEqual([
      'Something went wrong on our side. Please tap again: “already answered” means that it counted.',
    ]);
    expect((await office.press(tap)).at(-1)?.body.text).toContain('You have already answered this pulse');
  });

  test('tells nobody where nobody waits: an event', async () => {
    const { lines, log } = listening();
    const office = await openOffice({ log });
    office.standIn.failNext('users.conversations', { kind: 'error', code: 'fatal_error' });
    await office.receiver.send(homeOpened({ user: 'UBEN' }));
    await office.receiver.settled();
    expect(lines).toContainEqual(['A handler failed', { code: 'fatal_error' }]);
    expect(office.standIn.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  test('never fails over telling', async () => {
    const office = await openOffice();
    office.standIn.failNext('conversations.info', { kind: 'error', code: 'fatal_error' });
    office.standIn.failNext('response_url', { kind: 'cut' });
    expect(await office.say('setup')).toBe('');
    expect(office.receiver.lateErrors).toEqual([]);
  });

  test('writes nothing of the person or the payload into the log', async () => {
    const { lines, log } = listening();
    const office = await openOffice({ log });
    office.standIn.failNext('conversations.info', { kind: 'error', code: 'fatal_error' });
    await office.say('setup mon 9:30', 'UCANARY');
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/UCANARY|CTEAM|trigger|response/);
  });
});

describeWithRedis('a Redis that goes away', () => {
  let redis: PrivateRedis;
  let store: Store;
  let office: Awaited<ReturnType<typeof openOffice>>;
  const { lines, log } = listening();
  beforeEach(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: redis.folder, log });
    office = await openOffice({ store, log });
  });
  afterEach(async () => {
    await redis.restart();
    await office.app.stop();
    await store.close();
    await redis.stop();
  });

  async function goAway(): Promise<void> {
    await redis.kill();
    await expect.poll(() => store.client.status).not.toBe('ready');
  }

  test('gets every command the sentence that nothing was changed, and a form the same as a direct message', async () => {
    await office.enrolled('CSMALL');
    const form = await office.form();
    await goAway();
    for (const text of ['status', 'summary', 'privacy', 'pause', 'remove', 'setup', 'skip prompt']) {
      expect(await office.say(text, 'UANN', 'CSMALL')).toBe(NO_STORE);
    }
    expect(lines).toContainEqual(['A handler failed', { code: 'OFFLINE' }]);
    await office.send(form);
    expect(office.direct('UANN')).toEqual([NO_STORE]);
  });

  test('leaves the help working', async () => {
    await goAway();
    expect(await office.say('help')).toContain('*/hands setup');
  });
});
