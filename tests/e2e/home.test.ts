import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersIn } from '../../playground/news.ts';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openHarbour } from './office.ts';

const HARBOUR = 'C01HARBOUR';
const changed = 'On Fridays two of us share the <!channel> calls, *always*.';
const practices = ['Ask for a hand', 'Hand something over'];

describeWithBrowser('the Home tab and what we changed, in the browser', () => {
  let office: Office;
  const see = (words: string) => office.seeMessage(words);
  const homeOf = async (name: string) => {
    await office.openChannel('harbour');
    await office.actAs(name);
    await office.openHome();
    return office.readHome();
  };
  const buttons = () => office.page.locator('.home .bk-button').allInnerTexts();
  /** A pulse that six people answer, from its opening to its closing. */
  const pulse = async () => {
    const before = new Set((await office.control.messages(HARBOUR)).map(({ ts }) => ts));
    const isNew = (ts: string) => !before.has(ts);
    await office.jumpTo('opening', HARBOUR);
    const { ts } = await office.control.message(
      HARBOUR,
      'a pulse',
      (message) => isNew(message.ts) && answersIn(message).length > 0,
    );
    const people = ['U02BENAT', 'U03CHIYO', 'U04DAVU', 'U05EMER', 'U06FARIDA', 'U07GUSTAV'];
    for (const user of people) await office.control.press(user, HARBOUR, ts, 'answer-pulse.1.en');
    await office.jumpTo('closing', HARBOUR);
    const isOut = ({ ts, text = '' }: { ts: string; text?: string | undefined }) =>
      isNew(ts) && text.startsWith('What the pulse says');
    await office.control.message(HARBOUR, 'a readout', isOut);
  };
  /** Waits until the tab that is open has these words, or has them no more. */
  const homeSays = (words: string) => expect.poll(() => office.readHome()).toContain(words);

  beforeAll(async () => {
    office = await openHarbour();
  });
  afterAll(async () => {
    await office?.close();
  });

  it('shows a member what comes next, the promise, and the two practices', async () => {
    const home = await homeOf('Emer Kilcasson');
    expect(home).toContain('#harbour');
    expect(home).toContain('Next prompt: Mon 5 Jan, 09:30');
    expect(home).toContain('Your answer is added to a locked total and forgotten.');
    expect(await buttons()).toEqual(practices);
    await office.picture('61-home-of-a-member');
  });

  it('lets a member ask from there, in their team’s channel', async () => {
    await office.press('Ask for a hand');
    await office.seeForm('Ask for a hand');
    expect(await office.readForm()).toContain('Posted in #harbour in your name.');
    await office.fillForm({ 'What do you need a hand with?': 'Who has moved house with a piano?' });
    expect(await office.submitForm()).toBe('closed');
    await office.openChannel('harbour');
    expect((await see('asks for a hand')).text).toContain('Who has moved house with a piano?');
  });

  it('opens the form for asking from anywhere as well, with the teams one is in', async () => {
    await office.openChannel('jetty');
    await office.type('/shortcut ask-for-a-hand');
    await office.seeForm('Ask for a hand');
    await expect.poll(() => office.readForm()).toContain('Your team');
    await office.fillForm({ 'What do you need a hand with?': 'Who knows the way to the archive?' });
    await office.picture('62-ask-anywhere');
    expect(await office.submitForm()).toBe('closed');
    await office.openChannel('harbour');
    await see('Who knows the way to the archive?');
  });

  it('gives a manager their buttons too', async () => {
    await homeOf('Ama Quartey');
    expect(await buttons()).toEqual([
      ...practices,
      ...['Settings', 'Preview', 'Pause', 'Post what we changed'],
    ]);
    await office.picture('63-home-of-a-manager');
  });

  it('shows a manager the next prompt and question, in a window of its own', async () => {
    await office.press('Preview');
    await office.seeForm('Preview');
    expect(await office.readForm()).toContain('The next question');
    await office.picture('64-home-preview');
    await office.cancelForm();
  });

  it('takes settings from there, and shows what has changed', async () => {
    await office.press('Settings');
    await office.seeForm('Many Hands');
    await office.fillForm({ 'Day of the prompt': 'Tuesday' });
    expect(await office.submitForm()).toBe('closed');
    await homeSays('Next prompt: Tue 6 Jan, 09:30');
  });

  it('pauses until a day, and resumes', async () => {
    await office.press('Pause');
    await office.seeForm('Pause');
    await office.fillForm({ 'Until when': '2026-01-05' });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual(['until: Please choose a day after today.']);
    await office.fillForm({ 'Until when': '2026-02-02' });
    await office.picture('65-home-pause');
    expect(await office.submitForm()).toBe('closed');
    await homeSays('Paused until 2026-02-02');
    await office.press('Resume');
    await expect.poll(() => office.readHome()).not.toContain('Paused');
    expect(await buttons()).toContain('Pause');
    await office.openChannel('harbour');
    await see('paused prompts and pulses until 2026-02-02');
  });

  it('is told to the manager when a readout is out, in the words of the channel', async () => {
    await pulse();
    const readout = await see('What the pulse says');
    await office.openDirectMessage('Ama Quartey');
    const told = await see('A readout is out in #harbour');
    expect(told.text).toContain(readout.text.replace('\nCheck my receipt', ''));
    expect(told.buttons).toEqual(['Post what we changed']);
    await office.picture('71-readout-to-the-manager');
  });

  it('posts what was changed in the manager’s name, as it was typed', async () => {
    await office.press('Post what we changed');
    await office.seeForm('What we changed');
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([expect.stringMatching(/^changed-text: /)]);
    await office.fillForm({ 'What is different now': changed });
    await office.picture('72-what-we-changed-form');
    expect(await office.submitForm()).toBe('closed');
    await office.openChannel('harbour');
    const posted = await see('What we changed:');
    expect(posted).toMatchObject({ isPrivate: false });
    expect(posted.text).toBe(`What we changed: @Ama Quartey about “Weekly workload”:\n${changed}`);
  });

  it('marks it in the summary and on the Home tab, by its date alone', async () => {
    await office.type('/hands summary');
    const summary = await see('What the team says');
    expect(summary).toMatchObject({ isPrivate: true });
    expect(summary.text).toContain('9 Jan ◆ we changed something');
    expect(summary.text).not.toContain('calls');
    await office.picture('73-summary');
    expect(await homeOf('Ama Quartey')).toContain('9 Jan ◆ we changed something');
    await office.picture('74-home-with-a-readout');
  });

  it('draws levels as charts from the second readout on, for which the page has a line', async () => {
    await office.openChannel('harbour');
    await pulse();
    await office.type('/hands summary');
    const summary = await see('Slack draws a chart here: Weekly workload');
    expect(summary.text).toContain('16 Jan');
    await office.picture('75-summary-with-a-chart');
  });

  it('gave the app nothing to complain about', () => {
    expect(office.complaints.filter((complaint) => complaint !== 'A slot was passed over')).toEqual([]);
  });
});
