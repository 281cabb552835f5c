import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type SlackBrowser } from '../../playground/browser.ts';
import { company } from '../../playground/company.ts';
import { type Control, openControl } from '../../playground/control.ts';
import { freePort } from '../../playground/free-port.ts';
import { type LocalSlack, startLocalSlack } from '../../playground/local-slack.ts';
import { startThrowawayApp, type ThrowawayApp } from './throwaway-app.ts';

describe('the browser in the local Slack', () => {
  let slack: LocalSlack;
  let app: ThrowawayApp;
  let control: Control;
  let browser: SlackBrowser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'many-hands-browser-'));
    slack = await startLocalSlack({ port: await freePort(), company });
    app = await startThrowawayApp(slack);
    control = await openControl({ url: slack.url, appId: company.app.id });
    await control.connected();
    browser = await openBrowser({ url: slack.url, timeout: 5_000 });
  });
  beforeEach(async () => {
    await control.reset();
    await browser.openChannel('harbour');
  });
  afterAll(async () => {
    await browser?.close();
    control?.close();
    await app?.stop();
    await slack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('types a command as one person and presses a button as another', async () => {
    await browser.actAs('Ama Quartey');
    await browser.type('/hands ask');
    await browser.see('A question for everyone');
    await browser.actAs('Chiyo Tanemura');
    await browser.press('No', { within: 'A question' });
    await browser.press('Yes');
    await browser.see('Noted, privately');
    expect(app.heard.slice(-3)).toEqual([
      'command ask by U01AMA',
      'pressed answer-no=no by U03CHIYO',
      'pressed answer=yes by U03CHIYO',
    ]);
    expect(await browser.read()).toEqual([
      { text: expect.stringContaining('A question for everyone'), isPrivate: false, buttons: ['Yes', 'No'] },
      { text: 'Noted, privately', isPrivate: true, buttons: [] },
    ]);
  });

  it('looks into the channel it is asked for', async () => {
    await browser.openChannel('lighthouse');
    await browser.type('Good morning');
    await browser.see('Good morning');
    expect((await control.messages('C02LIGHTHOUSE')).map((message) => message.text)).toEqual([
      'Good morning',
    ]);
    await browser.openChannel('harbour');
    expect(await browser.read()).toEqual([]);
  });

  it('fills in a form and submits it', async () => {
    await browser.actAs('Gustav Lindrup');
    await browser.type('/hands form');
    await browser.seeForm('Settings');
    await browser.fillForm({ Day: 'TUE', Tracks: ['ASK', 'DELEGATE'], Note: 'bad' });
    expect(await browser.submitForm()).toBe('refused');
    expect(await browser.formErrors()).toEqual(['note: Not that.']);
    await browser.fillForm({ Note: 'better', Tracks: ['DELEGATE'], Since: '2026-01-05' });
    expect(await browser.submitForm()).toBe('closed');
    const submitted = app.heard.at(-1) ?? '';
    expect(submitted).toContain('by U07GUSTAV');
    expect(JSON.parse(submitted.slice('submitted '.length, -' by U07GUSTAV'.length))).toMatchObject({
      day: { choose: { selected_option: { value: 'tue' } } },
      tracks: { choose: { selected_options: [{ value: 'delegate' }] } },
      note: { write: { value: 'better' } },
      since: { choose: { selected_date: '2026-01-05' } },
    });
  });

  it('says which field the page cannot show, and which one is not there', async () => {
    await browser.type('/hands form');
    await browser.seeForm('Settings');
    await expect(browser.fillForm({ Managers: 'Ama Quartey' })).rejects.toThrow(
      'The page cannot show Managers: [multi_users_select].',
    );
    browser.page.setDefaultTimeout(200);
    await expect(browser.fillForm({ Colour: 'red' })).rejects.toThrow('Timeout 200ms exceeded');
    browser.page.setDefaultTimeout(5_000);
    await browser.cancelForm();
  });

  it('opens the Home tab of whoever acts, each time anew', async () => {
    await browser.actAs('Emer Kilcasson');
    await browser.openHome();
    expect(await browser.readHome()).toContain('Home of U05EMER');
    await browser.actAs('Hina Paewai');
    await browser.see('Home of U08HINA');
    await browser.openHome();
    expect(await browser.readHome()).toContain('Home of U08HINA');
    await browser.press('Refresh');
    await expect.poll(() => app.heard.at(-1)).toBe('pressed refresh=now by U08HINA');
  });

  it('takes a screenshot', async () => {
    const path = join(folder, 'screen.png');
    await browser.screenshot(path);
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
  });
});
