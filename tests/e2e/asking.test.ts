import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openHarbour } from './office.ts';

const HARBOUR = 'C01HARBOUR';
const hostile = 'Does <!channel> or *anyone* know why `sync` stops at <https://x.example|the end>? שלום 🙂';
const asksForAHand = 'Emer Kilcasson asks for a hand';

describeWithBrowser('asking for a hand, in the browser', () => {
  let office: Office;
  const see = (words: string) => office.seeMessage(words);
  const press = async (name: string, button: string, answer: string) => {
    await office.actAs(name);
    await office.press(button, { within: asksForAHand });
    expect(await see(answer)).toMatchObject({ isPrivate: true });
  };
  const directly = async (name: string) => {
    await office.openDirectMessage(name);
    return (await office.read()).map(({ text }) => text);
  };

  beforeAll(async () => {
    office = await openHarbour();
    await office.jumpTo('prompt', HARBOUR);
    await see('Nobody has to.');
  });
  afterAll(async () => {
    await office?.close();
  });

  it('begins with a button under the prompt, and a form that says what is missing', async () => {
    await office.actAs('Emer Kilcasson');
    await office.press('Ask for a hand', { within: 'Nobody has to.' });
    await office.seeForm('Ask for a hand');
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual(['ask-what: Write something here that others can read.']);
    await office.fillForm({ 'What do you need a hand with?': 'a'.repeat(301) });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([
      'ask-what: This is 301 characters long, and at most 300 fit.',
    ]);
    await office.fillForm({ 'What do you need a hand with?': hostile, 'By when?': 'Today' });
    await office.picture('41-ask-form');
    expect(await office.submitForm()).toBe('closed');
  });

  it('is a card in the channel, with the words as they were typed', async () => {
    const card = await see(asksForAHand);
    expect(card).toMatchObject({
      ...{ isPrivate: false, buttons: ['I can help', 'Thank you', 'No longer needed'] },
    });
    // What was not touched in the form is as it was offered.
    expect(card.text).toContain(`${hostile}\nA hint · Today`);
    await office.picture('42-ask-card');
  });

  it('is not for its asker to help with, nor for others to close', async () => {
    await press('Emer Kilcasson', 'I can help', 'This is your own ask.');
    await press('Gustav Lindrup', 'Thank you', 'Only @Emer Kilcasson can close this ask.');
  });

  it('shows who can help, two who press at once as well', async () => {
    const card = await office.control.message(HARBOUR, 'the card', ({ text = '' }) =>
      text.includes('asks for a hand'),
    );
    const press = (user: string) => office.control.press(user, HARBOUR, card.ts, 'help-with-ask');
    await Promise.all([press('U07GUSTAV'), press('U08HINA')]);
    await expect
      .poll(async () => (await see(asksForAHand)).text)
      .toMatch(/Can help: @(Gustav Lindrup and @Hina Paewai|Hina Paewai and @Gustav Lindrup)/);
    await office.actAs('Gustav Lindrup');
    await office.press('I can help', { within: asksForAHand });
    expect(await see('You are on this card already.')).toMatchObject({ isPrivate: true });
    await office.picture('43-ask-helped');
  });

  it('tells the helpers and the asker how to start', async () => {
    const toGustav = await directly('Gustav Lindrup');
    expect(toGustav.join('\n')).toContain('You offered @Emer Kilcasson a hand in #harbour.');
    await office.picture('44-ask-helper');
    const toEmer = await directly('Emer Kilcasson');
    expect(toEmer.join('\n')).toContain('@Gustav Lindrup can help with what you asked in #harbour.');
    expect(toEmer.join('\n')).toContain('@Hina Paewai can help');
    await office.openChannel('harbour');
  });

  it('ends with the asker’s thanks, on the card and to whoever helped', async () => {
    await press('Emer Kilcasson', 'Thank you', 'Closed with your thanks.');
    const card = await see(asksForAHand);
    expect(card.buttons).toEqual([]);
    expect(card.text).toMatch(/@Emer Kilcasson says thank you to @\w+ \w+ and @\w+ \w+\./);
    await office.picture('45-ask-thanked');
    const toHina = await directly('Hina Paewai');
    expect(toHina.at(-1)).toContain('@Emer Kilcasson says thank you for your help in #harbour.');
    await office.openChannel('harbour');
  });

  it('is brought up once, in its thread, where nobody answers for a day', async () => {
    await office.actAs('Chiyo Tanemura');
    await office.type('/hands ask Which of the two plans is the newer one?');
    await office.seeForm('Ask for a hand');
    expect(await office.submitForm()).toBe('closed');
    await see('Chiyo Tanemura asks for a hand');
    const card = await office.control.message(HARBOUR, 'the card', ({ text = '' }) =>
      text.includes('Which of the two plans'),
    );
    const replies = async () =>
      (await office.control.messages(HARBOUR)).filter((each) => each.thread_ts === card.ts);
    expect(await replies()).toEqual([]);
    // Slack has the reminder once the card knows of it.
    await expect
      .poll(async () => JSON.stringify((await office.logged('chat.update')).at(-1)))
      .toContain(card.ts);
    office.passes(DAY);
    await expect.poll(replies).toMatchObject([{ text: expect.stringContaining('Still open.') }]);
    office.passes(DAY);
    await expect.poll(replies).toHaveLength(1);
  });

  it('gave the app nothing to complain about', () => {
    expect(office.complaints.filter((complaint) => complaint !== 'A slot was passed over')).toEqual([]);
  });
});
