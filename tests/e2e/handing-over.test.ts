import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openHarbour } from './office.ts';

const HARBOUR = 'C01HARBOUR';
const outcome = 'The booking list is one that <!channel> & *everybody* trusts';
const toWhom = 'would like to hand something over to you';

describeWithBrowser('handing something over, in the browser', () => {
  let office: Office;
  const see = (words: string) => office.seeMessage(words);
  /** What the page calls the newest message between the app and this person. */
  const last = async (name: string) => {
    await office.openDirectMessage(name);
    return (await office.read()).at(-1);
  };
  const answer = async (name: string, button: string) => {
    await office.actAs(name);
    await office.press(button, { within: toWhom });
  };

  beforeAll(async () => {
    office = await openHarbour();
    await office.jumpTo('prompt', HARBOUR);
    await see('Nobody has to.');
  });
  afterAll(async () => {
    await office?.close();
  });

  it('begins at a message, whose text is what one needs to know', async () => {
    await office.actAs('Davu Mkhonto');
    await office.type('Half of the list is in the old sheet; <@U03CHIYO> knows *which* half.');
    await office.type('/shortcut hand-over-message');
    await office.seeForm('Hand something over');
    const context = office.page.locator('.modal .bk-input', { hasText: 'What they need to know' });
    expect(await context.locator('input').inputValue()).toMatch(/^Half of the list is in the old sheet; @/);
    await office.picture('51-hand-over-form');
  });

  it.each([
    ['nobody', {}, 'hand-over-to: Choose whom you want to hand it to.'],
    ['oneself', { 'To whom': 'Davu Mkhonto' }, 'hand-over-to: That is you. Choose somebody else.'],
    ['an app', { 'To whom': 'many-hands' }, 'hand-over-to: That is an app. Choose a person.'],
    [
      'somebody, for a day that is over',
      { 'To whom': 'Farida Nazarli', 'First check-in': '2026-01-05' },
      'hand-over-check-in: Choose a day after today: they need some time with it first.',
    ],
    [
      'somebody, for a day that is far away',
      { 'First check-in': '2027-01-05' },
      'hand-over-check-in: That is too far ahead: the latest day is Tuesday 5 May.',
    ],
  ])('cannot be handed to %s, and the form keeps what was typed', async (_, entries, error) => {
    await office.fillForm({ 'What should come out of it': outcome, ...entries });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([error]);
    const typed = office.page.locator('.modal .bk-input', { hasText: 'What should come out of it' });
    expect(await typed.locator('input').inputValue()).toBe(outcome);
  });

  it('asks the receiver, with everything they need to know', async () => {
    await office.fillForm({ 'First check-in': '2026-01-12' });
    expect(await office.submitForm()).toBe('closed');
    const card = await last('Farida Nazarli');
    expect(card?.text).toContain(`@Davu Mkhonto ${toWhom}\nWhat should come out of it\n${outcome}`);
    expect(card?.text).toContain('Propose how you would do it, then do it.');
    expect(card?.text).toContain('On Monday 12 January, @Davu Mkhonto asks how it is going.');
    expect(card?.buttons).toEqual(['I’ll take it', 'Let’s talk first', 'Not now']);
    await office.picture('52-hand-over-card');
  });

  it('is for the receiver alone to answer', async () => {
    await answer('Gustav Lindrup', 'I’ll take it');
    expect(await see('This was handed to somebody else')).toMatchObject({ isPrivate: true });
  });

  it('can be talked about first, and taken then', async () => {
    await answer('Farida Nazarli', 'Let’s talk first');
    await see('You would like to talk first.');
    expect((await see(toWhom)).buttons).toEqual(['I’ll take it', 'Not now']);
    await answer('Farida Nazarli', 'I’ll take it');
    await see('You took it. From here on it is yours, as agreed above.');
    expect((await see(toWhom)).buttons).toEqual([]);
    await office.picture('53-hand-over-taken');
  });

  it('tells the giver what the receiver said', async () => {
    await office.openDirectMessage('Davu Mkhonto');
    await see('@Farida Nazarli would like to talk first.');
    const taken = await see('@Farida Nazarli takes it, as you offered it:');
    expect(taken.text).toContain(outcome);
    expect(taken.text).toContain('On the morning of Monday 12 January a message here reminds you');
    await office.picture('54-hand-over-giver');
  });

  it('reminds the giver to ask, on the day of the check-in', async () => {
    office.passes(7 * DAY);
    const reminder = await see('A good day to ask @Farida Nazarli how it is going');
    expect(reminder.text).toContain('They propose how they would do it, then do it.');
    expect(reminder.text).toContain('Ask, rather than take it back');
    await office.picture('55-check-in');
  });

  it('takes not now for a normal answer', async () => {
    await office.openChannel('harbour');
    await office.actAs('Hina Paewai');
    await office.press('Hand something over', { within: 'Nobody has to.' });
    await office.seeForm('Hand something over');
    await office.fillForm({
      'To whom': 'Ignacio Solvera',
      'What should come out of it': 'A date for the move',
      'How free they are': 'It is yours',
    });
    expect(await office.submitForm()).toBe('closed');
    await office.openDirectMessage('Ignacio Solvera');
    await see('It is yours: the how and the decisions.');
    await answer('Ignacio Solvera', 'Not now');
    await see('You said not now. There is nothing more to do.');
    await office.openDirectMessage('Hina Paewai');
    await see('@Ignacio Solvera says not now. That is a normal answer');
    await office.picture('56-not-now');
  });

  it('can be done with the keyboard alone, from the button to the card', async () => {
    const { keyboard } = office.page;
    await office.openChannel('harbour');
    await office.actAs('Emer Kilcasson');
    await office.page.getByRole('button', { name: 'Hand something over' }).last().focus();
    await keyboard.press('Enter');
    await office.seeForm('Hand something over');
    const form = office.page.locator('.modal');
    await form.locator('.modal-x').focus();
    await keyboard.press('Tab');
    await keyboard.type('Gustav');
    await keyboard.press('Tab');
    await keyboard.type('A list of what we owe');
    await keyboard.press('Tab');
    await keyboard.type('It is in the drawer');
    await keyboard.press('Tab');
    await keyboard.type('Decide');
    const submit = form.getByRole('button', { name: 'Ask them' });
    const isFocused = () => submit.evaluate((button) => button === document.activeElement);
    for (let tabs = 0; tabs < 10 && !(await isFocused()); tabs += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await office.openDirectMessage('Gustav Lindrup');
    const card = await see('A list of what we owe');
    expect(card.text).toContain('It is in the drawer');
    expect(card.text).toContain('Decide yourself, and tell what you decided.');
  });

  it('gave the app nothing to complain about', () => {
    expect(office.complaints.filter((complaint) => complaint !== 'A slot was passed over')).toEqual([]);
  });
});
