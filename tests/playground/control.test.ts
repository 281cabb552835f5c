import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { company } from '../../playground/company.ts';
import { type Control, openControl } from '../../playground/control.ts';
import { freePort } from '../../playground/free-port.ts';
import { type LocalSlack, startLocalSlack } from '../../playground/local-slack.ts';
import { until } from '../../playground/until.ts';
import { startThrowawayApp, type ThrowawayApp } from './throwaway-app.ts';

const AMA = 'U01AMA';
const CHIYO = 'U03CHIYO';
const HARBOUR = 'C01HARBOUR';
const appId = company.app.id;

describe.each(['Socket Mode', 'signed HTTP'])('the control of the local Slack, over %s', (transport) => {
  let slack: LocalSlack;
  let app: ThrowawayApp;
  let control: Control;

  beforeAll(async () => {
    const http = transport === 'signed HTTP' ? await freePort() : undefined;
    const requestUrl = `http://127.0.0.1:${http}/slack/events`;
    const port = await freePort();
    slack = await startLocalSlack({ port, company, ...(http === undefined ? {} : { http: { requestUrl } }) });
    app = await startThrowawayApp(slack, http);
    control = await openControl({ url: slack.url, appId, timeout: 4_000 });
    if (http === undefined) await control.connected();
  });
  beforeEach(() => control.reset());
  afterAll(async () => {
    control?.close();
    await app?.stop();
    await slack?.stop();
  });

  const asked = async () => {
    await control.command(AMA, HARBOUR, 'ask');
    return control.message(HARBOUR, 'the question', (message) => message.text === 'A question');
  };

  it('types a slash command, and shows the private line to the one who typed it only', async () => {
    await control.command(CHIYO, HARBOUR, 'hello');
    const line = await control.ephemeral(CHIYO, HARBOUR, 'a greeting', () => true);
    expect(line.text).toBe('Hello, only you');
    expect(app.heard).toContain(`command hello by ${CHIYO}`);
    expect(await control.ephemerals(AMA, HARBOUR)).toEqual([]);
  });

  it('presses a button with the value it carries', async () => {
    const { ts } = await asked();
    await control.press(CHIYO, HARBOUR, ts, 'answer');
    await control.ephemeral(CHIYO, HARBOUR, 'the note', (message) => message.text === 'Noted, privately');
    expect(app.heard).toContain(`pressed answer=yes by ${CHIYO}`);
  });

  it('refuses to press a button that is not there, and names those that are', async () => {
    const { ts } = await asked();
    await expect(control.press(CHIYO, HARBOUR, ts, 'maybe')).rejects.toThrow(
      'There is no button maybe. There are: answer (yes), answer-no (no).',
    );
  });

  it('forges a press that nobody could make', async () => {
    const { ts } = await asked();
    await control.forge(AMA, HARBOUR, ts, { type: 'button', action_id: 'invented', value: 'tampered' });
    await until('the press', () => app.heard.includes(`pressed invented=tampered by ${AMA}`));
  });

  it('submits a form as Slack would: entries where there are some, offered values elsewhere', async () => {
    await control.command(AMA, HARBOUR, 'form');
    await control.form('settings');
    const outcome = await control.submit(AMA, { tracks: ['delegate'], note: 'fine' });
    expect(outcome).toEqual({ kind: 'closed' });
    const submitted = app.heard.at(-1) ?? '';
    expect(submitted).toContain(`by ${AMA}`);
    expect(JSON.parse(submitted.slice('submitted '.length, -` by ${AMA}`.length))).toMatchObject({
      day: { choose: { selected_option: { value: 'mon' } } },
      tracks: { choose: { selected_options: [{ value: 'delegate' }] } },
      managers: { choose: { selected_users: [AMA] } },
      note: { write: { value: 'fine' } },
    });
  });

  it('gives back the errors of a refused form, which stays open', async () => {
    await control.command(AMA, HARBOUR, 'form');
    await control.form('settings');
    expect(await control.submit(AMA, { note: 'bad' })).toEqual({
      kind: 'refused',
      errors: { note: 'Not that.' },
    });
    expect(await control.submit(AMA, { note: 'good' })).toEqual({ kind: 'closed' });
  });

  it('refuses entries for fields and options that the form does not have', async () => {
    await control.command(AMA, HARBOUR, 'form');
    await control.form('settings');
    await expect(control.submit(AMA, { colour: 'red' })).rejects.toThrow('The form has no field colour.');
    await expect(control.submit(AMA, { day: 'sun' })).rejects.toThrow('day does not offer sun: mon, tue.');
    expect(await control.cancel(AMA)).toEqual({ kind: 'closed' });
  });

  it('opens the Home tab of one person, and presses a button on it', async () => {
    const home = await control.openHome(CHIYO);
    expect(home.blocks[0]?.text?.text).toBe(`Home of ${CHIYO}`);
    expect(control.home(AMA)).toBeUndefined();
    control.pressHome(CHIYO, 'refresh');
    await until('the press', () => app.heard.includes(`pressed refresh=now by ${CHIYO}`));
  });

  it('keeps a log of the calls the app makes', async () => {
    await asked();
    const calls = (await control.log()).filter((entry) => entry.kind === 'web_api');
    expect(calls.map((entry) => entry.summary)).toEqual(['chat.postMessage']);
  });

  it('forgets everything on reset', async () => {
    await asked();
    await control.reset();
    expect(await control.messages(HARBOUR)).toEqual([]);
    expect(await control.log()).toEqual([]);
  });
});

describe('waiting in vain', () => {
  it('ends after the time allowed, and says what was missing', async () => {
    await expect(until('the moon', () => undefined, { timeout: 60 })).rejects.toThrow(
      'Waited 60 ms for the moon, in vain.',
    );
  });

  it('says so when no local Slack is there', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    await expect(openControl({ url, appId })).rejects.toThrow(`No local Slack answers at ${url}.`);
  });
});
