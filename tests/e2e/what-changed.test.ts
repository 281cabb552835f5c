import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../playground/until.ts';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openHarbour } from './office.ts';

const HARBOUR = 'C01HARBOUR';
const hostile = 'No meetings on <!channel> *Fridays*, see <https://x.example|this>. שלום 🙂';
const question = 'How well did this past week';

describeWithBrowser('what a manager changed, in the browser', () => {
  let office: Office;
  const see = (words: string) => office.seeMessage(words);

  /** A pulse that five people answer, from its opening to its readout. */
  async function pulse(): Promise<void> {
    const before = (await office.control.messages(HARBOUR)).length;
    const said = (words: string) =>
      until(`“${words}”`, async () =>
        (await office.control.messages(HARBOUR)).slice(before).find(({ text }) => text?.includes(words)),
      );
    await office.jumpTo('opening', HARBOUR);
    const { ts } = await said(question);
    for (const user of ['U02BENAT', 'U03CHIYO', 'U04DAVU', 'U05EMER', 'U06FARIDA'])
      await office.control.press(user, HARBOUR, ts, 'answer-pulse.3.en');
    await office.jumpTo('closing', HARBOUR);
    await said('What the pulse says');
  }

  beforeAll(async () => {
    office = await openHarbour();
    await pulse();
  });
  afterAll(async () => {
    await office?.close();
  });

  it('begins with a direct message: the channel’s words, and a button', async () => {
    const readout = await see('What the pulse says');
    await office.openDirectMessage('Ama Quartey');
    const notice = await see('A readout is out in #harbour:');
    expect(notice.buttons).toEqual(['Post what we changed']);
    const words = readout.text.slice(readout.text.indexOf('What the pulse says'));
    for (const line of words.split('\n').filter((each) => each !== 'Check my receipt'))
      expect(notice.text).toContain(line);
    await office.picture('51-notice');
  });

  it('is asked for in a form, which says what is missing and keeps what was typed', async () => {
    await office.press('Post what we changed', { within: 'A readout is out in' });
    await office.seeForm('What we changed');
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual(['changed-text: Write something here that others can read.']);
    await office.fillForm({ 'What is different now': 'a'.repeat(401) });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([
      'changed-text: This is 401 characters long, and at most 400 fit.',
    ]);
    await office.fillForm({ 'What is different now': hostile });
    await office.picture('52-changed-form');
    expect(await office.submitForm()).toBe('closed');
  });

  it('is posted in the channel, in the manager’s name and as it was typed', async () => {
    await office.openChannel('harbour');
    const posted = await see('What we changed:');
    expect(posted).toMatchObject({ isPrivate: false, buttons: [] });
    expect(posted.text).toContain('What we changed: @Ama Quartey about “Weekly workload”:');
    expect(posted.text).toContain(hostile);
    await office.picture('53-changed');
  });

  it('stands between the levels in the summary, with a chart’s place, and on the Home tab', async () => {
    await pulse();
    await office.openChannel('harbour');
    await office.type('/hands summary');
    const summary = await see('What the team says');
    expect(summary.text).toMatch(/9 Jan [\w ]+ → 9 Jan ◆ we changed something → 16 Jan \w+/);
    expect(summary.text).toContain('The steps of the chart: 1 ');
    await office.picture('54-summary');
    await office.openHome();
    expect(await office.readHome()).toContain('9 Jan ◆ we changed something');
    await office.picture('55-home');
  });

  it('can be told from the Home tab and by the command too', async () => {
    await office.press('Post what we changed');
    await office.seeForm('What we changed');
    await office.cancelForm();
    await office.openChannel('harbour');
    await office.type('/hands changed');
    await office.seeForm('What we changed');
    await office.fillForm({ About: 'Asking for help', 'What is different now': 'Two of us at the desk.' });
    expect(await office.submitForm()).toBe('closed');
    expect((await see('Two of us at the desk.')).text).toContain('about “Asking for help”:');
  });

  it('is for managers alone', async () => {
    await office.actAs('Beñat Urretxo');
    await office.type('/hands changed');
    expect(await see('Only managers can post this: @Ama Quartey.')).toMatchObject({ isPrivate: true });
  });

  it('gave the app nothing to complain about', () => {
    expect(office.complaints.filter((complaint) => complaint !== 'A slot was passed over')).toEqual([]);
  });
});
