import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersIn } from '../../playground/news.ts';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openOffice } from './office.ts';

const LIGHTHOUSE = 'C02LIGHTHOUSE';
const question = 'How well did this past week';

describeWithBrowser('what else happens to a team, in the browser', () => {
  let office: Office;
  const see = (words: string) => office.seeMessage(words);
  /** Types a command, and reads the private line that answers it. */
  const ask = async (command: string, answer: string) => {
    await office.type(command);
    return see(answer);
  };
  const linesTo = async (user: string) =>
    (await office.control.ephemerals(user, LIGHTHOUSE)).map(({ text = '' }) => text);
  const openPulse = async () =>
    office.control.message(LIGHTHOUSE, 'an open pulse', (message) => answersIn(message).length > 0);
  const tap = async (name: string, user: string) => {
    const before = (await linesTo(user)).length;
    await office.actAs(name);
    await office.press('Well', { within: question });
    await expect.poll(async () => (await linesTo(user)).length).toBe(before + 1);
  };

  beforeAll(async () => {
    office = await openOffice();
    await office.actAs('Tomasz Wilga');
    await office.openChannel('lighthouse');
  });
  afterAll(async () => {
    await office?.close();
  });

  it('needs the app in the channel, and says how it gets there', async () => {
    await office.openChannel('jetty');
    const line = await ask('/hands setup', 'I am not in this channel yet');
    expect(line).toMatchObject({ isPrivate: true });
    await office.openChannel('lighthouse');
  });

  it.each([
    ['/hands setup xyz 25:99', '“xyz 25:99” is not a day and a time.'],
    ['/hands sumary', 'Did you mean /hands summary?'],
    ['/hands skip lunch', 'Write /hands skip prompt or /hands skip pulse.'],
    ['/hands status', 'Many Hands is not set up in this channel.'],
  ])('answers %s with a sentence', async (command, sentence) => {
    expect(await ask(command, sentence)).toMatchObject({ isPrivate: true });
  });

  it('tells a small team its odds when it begins', async () => {
    await ask('/hands setup mon 9:30', 'Done: the prompt comes on Monday 9:30.');
    const welcome = await see('added Many Hands to this channel');
    expect(welcome.text).toContain('With 6 people to ask, about two thirds of the pulses will show a level');
    expect(welcome.text).toContain('every two weeks one anonymous pulse');
    await office.picture('21-small-team');
  });

  it('lets only managers change it', async () => {
    await office.actAs('Kavya Irumban');
    const line = await ask('/hands pause', 'Only managers can do this here');
    expect(line.text).toContain('@Tomasz Wilga. Nothing was changed.');
  });

  it('shows a manager privately what comes next', async () => {
    await office.actAs('Tomasz Wilga');
    const preview = await ask('/hands preview', 'The next question');
    expect(preview).toMatchObject({ isPrivate: true, buttons: [] });
    expect(preview.text).toContain(question);
    await office.picture('22-preview');
  });

  it('counts five taps at once as one', async () => {
    await office.jumpTo('opening', LIGHTHOUSE);
    const pulse = await openPulse();
    const buttons = answersIn(pulse);
    await Promise.all(
      buttons.map((button) => office.control.forge('U12KAVYA', LIGHTHOUSE, pulse.ts, button)),
    );
    await expect
      .poll(async () => (await linesTo('U12KAVYA')).filter((line) => line.startsWith('You have already')))
      .toHaveLength(4);
    expect(await linesTo('U12KAVYA')).toContainEqual(expect.stringMatching(/^Added to the locked total/));
  });

  it('does not count a button that someone has tampered with, or that nobody knows', async () => {
    const { ts } = await openPulse();
    const forge = (actionId: string, value: string) =>
      office.control.forge('U14MIKKEL', LIGHTHOUSE, ts, { type: 'button', action_id: actionId, value });
    await forge('answer-pulse.1', 'T01HANDS-C01HARBOUR-1.1.5');
    await expect
      .poll(() => linesTo('U14MIKKEL'))
      .toEqual(['This button does not fit the pulse. Nothing was counted.']);
    await forge('open-sesame', '1');
  });

  it('shows nothing, and no number, when too few have answered', async () => {
    await tap('Leilani Kahoa', 'U13LEILANI');
    await tap('Mikkel Aasvang', 'U14MIKKEL');
    await tap('Nadia Berrachid', 'U15NADIA');
    await office.jumpTo('closing', LIGHTHOUSE);
    const outcome = await see('Not enough answers');
    expect(outcome).toMatchObject({ isPrivate: false, buttons: ['Check my receipt'] });
    expect(outcome.text).toBe(
      'Not enough answers to show anything safely (5 needed). They were deleted without being counted.\nCheck my receipt',
    );
    await office.picture('23-too-few');
  });

  it('announces a change to the settings, and keeps readouts for managers from then on', async () => {
    await office.actAs('Tomasz Wilga');
    await office.type('/hands setup');
    await office.seeForm('Many Hands');
    await office.fillForm({ 'Who sees readouts': 'managers only' });
    expect(await office.submitForm()).toBe('closed');
    const announced = await see('changed Many Hands here');
    expect(announced).toMatchObject({ isPrivate: false });
    expect(announced.text).toContain('managers only');
    await office.actAs('Oren Castellow');
    await ask('/hands summary', 'In this team the summary is for its managers');
    await office.picture('24-managers-only');
  });

  it('closes with a thank-you alone where only managers read readouts', async () => {
    await office.jumpTo('opening', LIGHTHOUSE);
    await openPulse();
    for (const [name, user] of [
      ['Kavya Irumban', 'U12KAVYA'],
      ['Leilani Kahoa', 'U13LEILANI'],
      ['Mikkel Aasvang', 'U14MIKKEL'],
      ['Nadia Berrachid', 'U15NADIA'],
      ['Oren Castellow', 'U16OREN'],
    ] as const)
      await tap(name, user);
    const finding = await office.findingOf(LIGHTHOUSE, [1, 1, 1, 1, 1]);
    await office.jumpTo('closing', LIGHTHOUSE);
    await see('Pulse closed. Thank you.');
    expect((await office.read()).filter(({ text }) => text.includes('What the pulse says'))).toEqual([]);
    await office.actAs('Tomasz Wilga');
    const summary = await ask('/hands summary', 'What the team says');
    expect(summary.text).toContain(finding);
    await office.picture('25-thanks-and-summary');
  });

  it('is gone after a second yes', async () => {
    const doubt = await ask('/hands remove', 'This deletes everything about this team');
    expect(doubt).toMatchObject({ isPrivate: true });
    await office.picture('26-remove');
    await office.press('Delete everything');
    const told = await see('removed Many Hands from this channel');
    expect(told).toMatchObject({ isPrivate: false });
    await ask('/hands status', 'Many Hands is not set up in this channel.');
    await office.picture('27-removed');
  });

  it('gave the app nothing to complain about but the button that nobody knows', () => {
    // The clock jumps over weeks here, and over slots.
    const others = office.complaints.filter((complaint) => complaint !== 'A slot was passed over');
    expect(others).toEqual(['A button without a handler was pressed']);
  });
});
