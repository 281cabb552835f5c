import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openOffice } from './office.ts';

const HARBOUR = 'C01HARBOUR';

describeWithBrowser('the Home tab, in the browser', () => {
  let office: Office;
  const buttons = () => office.page.locator('.home .bk-button').allInnerTexts();

  beforeAll(async () => {
    office = await openOffice();
    await office.actAs('Ama Quartey');
    await office.openChannel('harbour');
    await office.type('/hands setup mon 9:30');
    await office.see('Ama Quartey added Many Hands to this channel.');
    await office.openHome();
  });
  afterAll(async () => {
    await office?.close();
  });

  it('shows a manager the team, the promise, and the buttons of both', async () => {
    const home = await office.readHome();
    expect(home).toContain('Next prompt: Mon 5 Jan, 09:30');
    expect(home).toContain('Your answer is added to a locked total and forgotten.');
    expect(await buttons()).toEqual(
      expect.arrayContaining(['Ask for a hand', 'Settings', 'Preview', 'Pause']),
    );
    await office.picture('home-1-manager');
  });

  it('opens the preview', async () => {
    await office.press('Preview');
    await office.seeForm('Preview');
    expect(await office.readForm()).toContain('Try this week:');
    await office.picture('home-2-preview');
    await office.cancelForm();
  });

  it('asks until when to pause, says what cannot be, and pauses', async () => {
    await office.press('Pause');
    await office.seeForm('Pause');
    await office.fillForm({ 'Until when': '2026-01-05' });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([expect.stringContaining('Please choose a day after today.')]);
    await office.fillForm({ 'Until when': '2026-01-20' });
    await office.picture('home-3-pause');
    expect(await office.submitForm()).toBe('closed');
    await office.see('until 2026-01-20');
    expect(await buttons()).toContain('Resume');
    await office.picture('home-4-paused');
  });

  it('resumes at one tap', async () => {
    await office.press('Resume');
    await expect.poll(() => office.readHome()).not.toContain('Paused');
    expect(await buttons()).toContain('Pause');
    const said = (await office.control.messages(HARBOUR)).map(({ text }) => text).join('\n');
    expect(said).toContain('paused prompts and pulses until 2026-01-20');
    expect(said).toContain('resumed prompts and pulses');
  });

  it('opens the settings, and shows what was saved', async () => {
    await office.press('Settings');
    await office.seeForm('Many Hands');
    await office.fillForm({ 'Day of the prompt': 'Friday' });
    expect(await office.submitForm()).toBe('closed');
    await expect.poll(() => office.readHome()).toContain('Next prompt: Fri 9 Jan, 09:30');
  });

  it('shows a member the same without the buttons of managers, and opens the form for asking', async () => {
    await office.actAs('Beñat Urretxo');
    expect(await office.readHome()).toContain('Next prompt: Fri 9 Jan, 09:30');
    expect(await buttons()).not.toContain('Settings');
    await office.picture('home-5-member');
    await office.press('Ask for a hand');
    await office.seeForm('Ask for a hand');
    await office.cancelForm();
  });

  it('gave the app nothing to complain about', () => {
    expect(office.complaints).toEqual([]);
  });
});
