import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openOffice } from './office.ts';

const HARBOUR = 'C01HARBOUR';
const AMA = 'U01AMA';
const question = 'How well did this past week';
const fiveOptions = [
  'With time to spare',
  'Well',
  'It just fits',
  'A bit too much work',
  'Far too much work',
];
/** Who answers what in the first week. */
const answers = [
  ['Beñat Urretxo', 'U02BENAT', 'Well'],
  ['Chiyo Tanemura', 'U03CHIYO', 'Far too much work'],
  ['Davu Mkhonto', 'U04DAVU', 'A bit too much work'],
  ['Emer Kilcasson', 'U05EMER', 'It just fits'],
  ['Farida Nazarli', 'U06FARIDA', 'A bit too much work'],
  ['Gustav Lindrup', 'U07GUSTAV', 'With time to spare'],
  ['Hina Paewai', 'U08HINA', 'Far too much work'],
] as const;
/** What stands after the last of them has changed it: the options' numbers. */
const standing = [1, 4, 3, 2, 3, 0, 1];
const RECEIPT = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/g;

describeWithBrowser('a week of a team, in the browser', () => {
  let office: Office;
  let finding: string;
  let receipts: readonly string[];
  const privateLines = async () =>
    (await office.control.messages(HARBOUR)).filter((each) => each.ephemeral_to);
  const linesTo = async (user: string) =>
    (await office.control.ephemerals(user, HARBOUR)).map(({ text }) => text);
  const see = (words: string) => office.seeMessage(words);
  /** Taps, and waits for one more private line. */
  const tap = async (name: string, button: string) => {
    const before = (await privateLines()).length;
    await office.actAs(name);
    await office.press(button, { within: question });
    await expect.poll(async () => (await privateLines()).length).toBe(before + 1);
  };

  beforeAll(async () => {
    office = await openOffice();
    await office.actAs('Ama Quartey');
    await office.openChannel('harbour');
  });
  afterAll(async () => {
    await office?.close();
  });

  it('begins with a form, which says what it cannot take', async () => {
    await office.type('/hands setup');
    await office.seeForm('Many Hands');
    await office.picture('01-form');
    await office.fillForm({ Timezone: 'Moon/Tranquility', 'Dates to skip': 'soon' });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([
      'timezone: This timezone is not known. Use a name such as Europe/Berlin.',
      'skip-dates: “soon” is not a date. Write dates as 2026-12-25, with commas between them.',
    ]);
    await office.picture('02-form-refused');
  });

  it('tells the channel what it is, once the form is taken', async () => {
    await office.fillForm({
      Timezone: 'Africa/Accra',
      'Dates to skip': '2026-04-03',
      'Day of the prompt': 'Monday',
      'Time of the prompt': '10:00',
      'How often a pulse comes': 'every week',
    });
    expect(await office.submitForm()).toBe('closed');
    const welcome = await see('added Many Hands to this channel');
    expect(welcome).toMatchObject({ isPrivate: false, buttons: [] });
    expect(welcome.text).toContain('Monday 10:00');
    expect(welcome.text).toContain('Managers here: @Ama Quartey');
    await office.picture('03-welcome');
  });

  it('says what comes next, with dates that people can read', async () => {
    await office.type('/hands status');
    const status = await see('Next prompt');
    expect(status).toMatchObject({ isPrivate: true });
    expect(status.text).toContain('Mon 5 Jan, 10:00');
    expect(status.text).toContain('Wed 7 Jan, 14:00');
    await office.picture('04-status');
  });

  it('brings the prompt on Monday', async () => {
    await office.jumpTo('prompt', HARBOUR);
    const prompt = await see('Nobody has to.');
    expect(prompt).toMatchObject({ isPrivate: false, buttons: expect.arrayContaining(['Ask for a hand']) });
    expect(prompt.text).toMatch(/Try this week: \S/);
    await office.picture('05-prompt');
  });

  it('brings the pulse on Wednesday, with its answers as buttons', async () => {
    await office.jumpTo('opening', HARBOUR);
    const pulse = await see(question);
    expect(pulse.buttons).toEqual(fiveOptions);
    expect(pulse.text).toContain('only after it closes on Fri 9 Jan, 14:00');
    await office.picture('06-pulse');
  });

  it.each(answers)('thanks %s for one tap, privately', async (name, user, answer) => {
    await tap(name, answer);
    expect((await linesTo(user)).at(-1)).toMatch(/^Added to the locked total/);
  });

  it('does not change for anyone while it is open', async () => {
    const pulse = (await office.read()).find(({ text }) => text.includes(question));
    expect(pulse?.text).not.toMatch(/edited|\b7\b/);
    expect(pulse?.buttons).toHaveLength(5);
    await office.picture('07-answered');
  });

  it('lets the last one change it, from the private line alone', async () => {
    const [first = ''] = await linesTo('U08HINA');
    await office.press('Change my answer', { within: 'Added to the locked total' });
    const options = await see('Choose again, or withdraw.');
    expect(options).toMatchObject({ isPrivate: true });
    expect(options.buttons).toEqual([...fiveOptions, 'Withdraw my answer']);
    await office.picture('07-change');
    await office.press('Well', { within: 'Choose again, or withdraw.' });
    const changed = await see('Changed in the locked total.');
    expect(changed).toMatchObject({ isPrivate: true, buttons: ['Change my answer'] });
    expect((await office.read()).filter(({ text }) => text.includes('Choose again'))).toEqual([]);
    receipts = [...first.matchAll(RECEIPT), ...changed.text.matchAll(RECEIPT)].map(([code]) => code);
    expect(new Set(receipts).size).toBe(2);
  });

  it('counts nobody twice', async () => {
    await tap('Hina Paewai', 'Well');
    expect((await linesTo('U08HINA')).at(-1)).toMatch(/^You have already answered this pulse/);
  });

  it('does not ask its manager', async () => {
    await tap('Ama Quartey', 'Well');
    expect((await linesTo(AMA)).at(-1)).toContain('You are not on it, so nothing was counted.');
  });

  it('shows to anyone what is stored', async () => {
    await office.actAs('Jolene Marrowby');
    await office.type('/hands privacy');
    const stored = await see('What is stored, and what is not');
    expect(stored.text).toContain('9 tokens');
    expect(stored.text).not.toContain('<!date');
    await office.picture('08-privacy');
  });

  it('ends on Friday with a level for everyone, and no number', async () => {
    finding = await office.findingOf(HARBOUR, standing);
    await office.jumpTo('closing', HARBOUR);
    const readout = await see('What the pulse says');
    expect(readout).toMatchObject({ isPrivate: false, buttons: ['Check my receipt'] });
    expect(readout.text).toContain(finding);
    expect(readout.text).toMatch(/A next step: \S/);
    expect(readout.text).not.toMatch(/\d/);
    await office.see('This pulse is closed.');
    const pulse = (await office.read()).find(({ text }) => text.includes(question));
    expect(pulse?.buttons).toEqual([]);
    await office.picture('09-readout');
  });

  it('lets everyone check that their answer arrived as they last left it', async () => {
    await office.press('Check my receipt', { within: 'What the pulse says' });
    const list = await see('If your receipt is in this list');
    expect(list).toMatchObject({ isPrivate: true, buttons: [] });
    const codes = list.text.match(RECEIPT) ?? [];
    const [first, changed] = receipts;
    expect(codes).toHaveLength(9);
    expect(codes).toContain(changed);
    expect(codes).not.toContain(first);
    await office.picture('09-receipts');
  });

  it('is summed up for the manager', async () => {
    await office.actAs('Ama Quartey');
    await office.type('/hands summary');
    const summary = await see('What the team says');
    expect(summary).toMatchObject({ isPrivate: true });
    expect(summary.text).toContain(finding);
    expect(summary.text).toContain(
      `9 Jan ${finding.startsWith('At most') ? 'at most half' : 'more than half'}`,
    );
    await office.picture('10-summary');
  });

  it('stands on the Home tab', async () => {
    await office.openHome();
    const home = await office.readHome();
    expect(home).toContain('harbour');
    expect(home).toContain('Next prompt: Mon 12 Jan, 10:00');
    expect(home).toContain(finding);
    await office.picture('11-home');
  });

  it('is not on the Home tab of someone who is not in the channel', async () => {
    await office.actAs('Noor van Elst');
    expect(await office.readHome()).toContain('None of your channels uses Many Hands yet.');
    await office.picture('12-home-of-an-outsider');
  });

  it('gave the app nothing to complain about', () => {
    expect(office.complaints).toEqual([]);
  });
});
