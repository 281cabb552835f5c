import { describe, expect, test } from 'vitest';
import { DAY, WEEK } from '../../src/duration.ts';
import { firstClosing, firstOpening, firstPrompt, openOffice, team } from '../listeners/office.ts';
import { questions } from './teams.ts';

async function running() {
  const office = await openOffice();
  await office.enrolled();
  const next = () => office.app.rooms.calendar.next(team);
  const settings = async () => (await office.app.rooms.teams.find(team))?.settings;
  return { ...office, next, settings };
}

describe('a change of settings', () => {
  test('is announced in the channel in one line: who changed what', async () => {
    const office = await running();
    await office.say('setup tue 10:00');
    expect(office.last()).toBe(
      '<@UANN> changed Many Hands here (from the next time on): prompt: Monday 9:30 → Tuesday 10:00.',
    );
    expect((await office.next()).prompt).toBe(firstPrompt + DAY + 30 * 60_000);
  });

  test('of a question is announced by titles: nobody reads our ids', async () => {
    const office = await running();
    const asked = questions.filter(({ about }) => about === 'workload');
    const [first, second] = asked;
    await office.send(await office.form(), { 'question-workload': second?.id ?? '' });
    expect(office.last()).toBe(
      `<@UANN> changed Many Hands here (from the next time on): question about workload: “${first?.title}” → “${second?.title}”.`,
    );
  });

  test('that changes nothing says so and announces nothing', async () => {
    const office = await running();
    expect(await office.say('setup mon 9:30')).toContain('Nothing to change');
    expect(office.posts()).toHaveLength(1);
  });

  test('is refused with a word of patience where Slack is busy', async () => {
    const office = await running();
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    expect(await office.say('setup tue 10:00')).toBe(
      'Slack is busy just now, so I could not tell the channel, and nothing was changed. Please try again in a minute.',
    );
    expect((await office.settings())?.prompt).toEqual({ day: 'mon', time: '09:30' });
  });

  test('stands where nobody can tell whether the channel was told, and says that', async () => {
    const office = await running();
    office.standIn.failNext('chat.postMessage', { kind: 'server-error' });
    const answer = await office.say('setup tue 10:00');
    expect(answer).toMatch(/^Done: .* Slack did not say whether the channel was told of it\.$/);
    expect((await office.settings())?.prompt).toEqual({ day: 'tue', time: '10:00' });
    office.standIn.failNext('chat.postMessage', { kind: 'server-error' });
    await office.send(await office.form(), { window: '24' });
    expect(office.direct('UANN')).toEqual(['Saved. Slack did not say whether the channel was told of it.']);
  });

  test('is undone where the channel cannot be told', async () => {
    const office = await running();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    expect(await office.say('setup tue 10:00')).toContain('so nothing was changed');
    expect((await office.settings())?.prompt).toEqual({ day: 'mon', time: '09:30' });
    expect((await office.next()).prompt).toBe(firstPrompt);
  });

  test('is refused to others, with the names of those who may', async () => {
    const office = await running();
    expect(await office.say('setup tue 10:00', 'UBEN')).toContain('Only managers can do this here: <@UANN>.');
    expect(await office.say('setup', 'UBEN')).toContain('Only managers can do this here');
    expect(office.posts()).toHaveLength(1);
    expect((await office.settings())?.prompt.day).toBe('mon');
  });

  test('never touches an open pulse', async () => {
    const office = await running();
    await office.until(firstOpening);
    const before = await office.app.rooms.pulses.current(team);
    await office.send(await office.form(), { window: '96', minimum: '9', 'pulse-day': 'fri' });
    expect(await office.app.rooms.pulses.current(team)).toEqual(before);
    expect((await office.next()).closing).toBe(firstClosing);
  });

  test('cannot lower the threshold, whoever asks, and may raise it', async () => {
    const office = await running();
    const loose = await office.form();
    await office.send(await office.form(), { minimum: '8' });
    expect((await office.settings())?.minimumAnswers).toBe(8);
    const { rooms } = office.app;
    const settings = await office.settings();
    if (settings === undefined) throw new Error('no team');
    const lowered = { ...settings, minimumAnswers: 5 };
    expect(await rooms.teams.changeSettings({ id: team, by: 'UANN' }, lowered, settings)).toEqual({
      kind: 'threshold-lowered',
      threshold: 8,
    });
    await office.send(loose, { minimum: '6' });
    expect(office.direct('UANN')).toEqual([
      'The minimum of 8 answers may be raised, never lowered. Nothing was changed.',
    ]);
    expect((await office.settings())?.minimumAnswers).toBe(8);
  });

  test('keeps what another manager changed while the form was open', async () => {
    const office = await running();
    await office.send(await office.form(), { managers: ['UANN', 'UBEN'] });
    const [ann, ben] = [await office.form('UANN'), await office.form('UBEN')];
    await office.send(ann, { minimum: '7', window: '24' }, 'UANN');
    await office.send(ben, { audience: 'managers' }, 'UBEN');
    expect(await office.settings()).toMatchObject({
      minimumAnswers: 7,
      windowHours: 24,
      audience: 'managers',
    });
    expect(office.last()).toContain('<@UBEN> changed Many Hands here');
    expect(office.last()).not.toContain('24');
  });

  test('at the same moment as another one is either made or said to be not made', async () => {
    const office = await running();
    const answers = await Promise.all([office.say('setup tue 10:00'), office.say('setup thu 11:30')]);
    const made = answers.filter((answer) => answer.startsWith('Done'));
    const refused = answers.filter((answer) => answer.includes('Someone else changed the settings'));
    expect(made.length + refused.length).toBe(2);
    expect(office.posts()).toHaveLength(1 + made.length);
    const { day } = (await office.settings())?.prompt ?? {};
    expect(office.last()).toContain(day === 'tue' ? '→ Tuesday 10:00' : '→ Thursday 11:30');
  });
});

describe('pausing and resuming', () => {
  test('stops both and starts them again, and says so in the channel', async () => {
    const office = await running();
    expect(await office.say('pause')).toContain('Paused until someone types */hands resume*');
    expect(await office.next()).toEqual({});
    expect(office.last()).toContain('<@UANN> paused prompts and pulses until someone resumes it.');
    expect(await office.say('pause')).toContain('Nothing to change');
    expect(await office.say('resume')).toContain('Resumed');
    expect(await office.next()).toEqual({ prompt: firstPrompt, opening: firstOpening });
    expect(office.last()).toBe('<@UANN> resumed prompts and pulses.');
    expect(await office.say('resume')).toContain('Nothing to change');
  });

  test('until a date goes on by itself, and status then no longer says paused', async () => {
    const office = await running();
    await office.say('pause until 2026-01-12');
    expect(await office.next()).toEqual({ prompt: firstPrompt + WEEK, opening: firstOpening + WEEK });
    expect(office.last()).toContain('until 2026-01-12: they start again that day.');
    expect(await office.say('status')).toContain(
      '*Paused* until 2026-01-12: prompts and pulses start again that day.',
    );
    await office.until(firstPrompt + WEEK);
    expect(office.last()).toContain('Try this week');
    expect(await office.say('status')).not.toContain('Paused');
    expect(await office.say('resume')).toContain('Nothing to change');
  });

  test('leaves an open pulse alone: it takes answers and closes', async () => {
    const office = await running();
    await office.until(firstOpening);
    await office.say('pause');
    expect(await office.next()).toEqual({ closing: firstClosing });
    await office.until(firstClosing);
    expect(office.last()).toContain('Not enough answers');
  });
});

describe('skipping', () => {
  test.each([
    ['prompt', firstPrompt],
    ['pulse', firstOpening],
  ] as const)('the next %s moves it by a week, and again by another', async (what, first) => {
    const office = await running();
    const kind = what === 'prompt' ? 'prompt' : 'opening';
    expect(await office.say(`skip ${what}`)).toContain(`The next ${what} is skipped`);
    expect((await office.next())[kind]).toBe(first + WEEK);
    expect(office.last()).toContain(`<@UANN> skipped the next ${what}`);
    await office.say(`skip ${what}`);
    expect((await office.next())[kind]).toBe(first + 2 * WEEK);
  });

  test('is nothing where nothing is planned', async () => {
    const office = await running();
    await office.say('pause');
    expect(await office.say('skip prompt')).toContain('There is nothing to skip');
  });

  test('is still in force after a change of settings', async () => {
    const office = await running();
    await office.say('skip prompt');
    await office.send(await office.form(), { window: '24' });
    expect((await office.next()).prompt).toBe(firstPrompt + WEEK);
  });
});
