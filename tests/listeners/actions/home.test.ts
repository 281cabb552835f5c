import { describe, expect, test } from 'vitest';
import { archive } from '../../../playground/stand-in/workspace.ts';
import { WEEK } from '../../../src/duration.ts';
import { changedFields } from '../../../src/readout/what-changed-form.ts';
import { sampleReadout } from '../../readout/samples.ts';
import { publish } from '../../readout/stored.ts';
import { type Office, openOffice, seed, team } from '../office.ts';

const home = (office: Office, user = 'UANN') => JSON.stringify(office.standIn.workspace.homes.get(user));

/** Presses a button of the Home tab; returns the modal that it opened, if it did. */
async function press(office: Office, name: string, { user = 'UANN', value = 'CTEAM' } = {}) {
  const { modals } = office.standIn.workspace;
  const known = new Set(modals.keys());
  await office.pressHome({ user, actionId: name, value });
  const opened = [...modals.values()].find(({ id }) => !known.has(id));
  return opened === undefined ? undefined : JSON.parse(JSON.stringify(opened));
}

const textOf = (view: unknown) => JSON.stringify(view);

/** The office with a team, and Ann's Home tab open. */
async function withHome(): Promise<Office> {
  const office = await openOffice();
  await office.enrolled();
  await office.openHome('UANN');
  return office;
}

/** Ann’s Home tab with more teams than fit on a page. */
async function withPages(): Promise<Office> {
  const channels = Array.from({ length: 20 }, (_, at) => ({
    id: `C${String(at).padStart(2, '0')}`,
    members: ['UANN'],
  }));
  const office = await openOffice({ workspace: { ...seed, channels } });
  for (const { id } of channels) await office.enrolled(id);
  await office.openHome('UANN');
  return office;
}

describe('a button of the Home tab', () => {
  test('opens the settings of its team, and what is saved shows on the tab', async () => {
    const office = await withHome();
    const form = await press(office, 'home-settings');
    expect(form.callback_id).toBe('team-settings');
    expect(textOf(form.blocks[0])).toContain('*<#CTEAM>*');
    await office.send(form, { 'prompt-day': 'fri' });
    expect(office.last()).toContain('prompt: Monday 9:30 → Friday 9:30');
    expect(home(office)).toContain('Fri 9 Jan, 09:30');
  });

  test('shows the next prompt and question in a modal', async () => {
    const office = await withHome();
    const preview = textOf(await press(office, 'home-preview'));
    expect(preview).toContain('"Preview"');
    expect(preview).toContain('Try this week');
    expect(preview).toContain('The next question');
    expect(office.texts()).toHaveLength(1); // The welcome: nobody else was shown it.
  });

  test('pauses until a date, tells the channel, and the tab offers to resume', async () => {
    const office = await withHome();
    await office.send(await press(office, 'home-pause'), { until: '2026-02-02' });
    expect(office.last()).toContain('paused prompts and pulses until 2026-02-02');
    expect(home(office)).toContain('*Paused* until 2026-02-02');
    expect(home(office)).toContain('home-resume');
    expect(home(office)).not.toContain('home-pause');
    expect(office.direct('UANN')).toEqual([]);
  });

  test('pauses until someone resumes where no date is chosen, and resumes at once', async () => {
    const office = await withHome();
    await office.send(await press(office, 'home-pause'));
    expect(home(office)).toContain('*Paused* until someone types');
    expect(await press(office, 'home-resume')).toBeUndefined();
    expect(office.last()).toContain('resumed prompts and pulses');
    expect(home(office)).toContain('home-pause');
    expect(home(office)).not.toContain('Paused');
  });

  test('keeps the form open for a date that is over', async () => {
    const office = await withHome();
    const { response } = await office.send(await press(office, 'home-pause'), { until: '2026-01-05' });
    expect(response).toEqual({
      response_action: 'errors',
      errors: { until: 'Please choose a day after today.' },
    });
    expect(office.texts()).toHaveLength(1);
  });

  test('keeps the form open where the channel cannot be told, and pauses nothing', async () => {
    const office = await withHome();
    const form = await press(office, 'home-pause');
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    const { response } = await office.send(form);
    expect(JSON.stringify(response)).toContain(
      'I could not tell the channel (Slack says “restricted_action”)',
    );
    expect(await office.say('status')).not.toContain('Paused');
  });

  test('opens the form for what was changed, and the tab shows that something was', async () => {
    const office = await withHome();
    const history = [sampleReadout({ closedAt: office.clock.now() - WEEK })];
    await publish(office, { question: 'work-fits-hours', history });
    const form = await press(office, 'what-changed', { value: 'CTEAM.' });
    await office.send(form, {
      [changedFields.question]: 'work-fits-hours',
      [changedFields.text]: 'One meeting less.',
    });
    expect(office.last()).toContain('One meeting less.');
    expect(home(office)).toContain('5 Jan ◆ we changed something');
  });

  test.each([
    ['ask-for-a-hand', 'Posted in <#CTEAM> in your name.'],
    ['hand-over', 'Hand something over'],
  ])('%s opens its form for anybody in the team', async (name, words) => {
    const office = await withHome();
    await office.openHome('UBEN');
    expect(home(office, 'UBEN')).toContain(`"action_id":"${name}","value":"CTEAM"`);
    const form = await press(office, name, { user: 'UBEN' });
    expect(textOf(form)).toContain(words);
    expect(form.private_metadata).toContain('CTEAM');
  });

  test('turns the pages, and stays on the one it was on', async () => {
    const office = await withPages();
    expect(home(office)).not.toContain('<#C19>');
    await office.pressHome({ user: 'UANN', actionId: 'turn-home.more', value: '1' });
    expect(home(office)).toContain('<#C19>');
    await office.say('pause', 'UANN', 'C19');
    await office.pressHome({ user: 'UANN', actionId: 'turn-home.more', value: '1' });
    await press(office, 'home-resume', { value: 'C19' });
    expect(home(office)).toContain('Page 2 of 2');
    await office.pressHome({ user: 'UANN', actionId: 'turn-home.back', value: 'nonsense' });
    expect(home(office)).toContain('Page 1 of 2');
  });

  test.each([
    ['home-pause', 'C19', {}, '*Paused*'],
    ['home-settings', 'C19', { 'prompt-day': 'fri' }, 'Fri 9 Jan, 09:30'],
    [
      'what-changed',
      'C19.',
      { [changedFields.question]: 'work-fits-hours', [changedFields.text]: 'One meeting less.' },
      'we changed something',
    ],
  ])('stays on its page when a form that it opened is sent: %s', async (name, value, entries, shown) => {
    const office = await withPages();
    await office.pressHome({ user: 'UANN', actionId: 'turn-home.more', value: '1' });
    expect(home(office)).not.toContain(shown);
    await office.send(await press(office, name, { value }), entries);
    expect(home(office)).toContain('Page 2 of 2');
    expect(home(office)).toContain(shown);
  });
});

describe('a Home tab that shows what was', () => {
  const buttons = ['home-settings', 'home-preview', 'home-pause', 'home-resume'];

  test.each(buttons)('%s does nothing for somebody who manages no more, and says so', async (name) => {
    const office = await withHome();
    await office.send(await office.form(), { managers: ['UBEN'] });
    const before = office.texts();
    expect(textOf(await press(office, name))).toContain('Only managers can do this in <#CTEAM>: <@UBEN>.');
    expect(office.texts()).toEqual(before);
    expect(home(office)).not.toContain('home-settings');
  });

  test.each(buttons)(
    '%s of a team that was removed says so, and the team is gone from the tab',
    async (name) => {
      const office = await withHome();
      await office.app.rooms.teams.remove({ id: team, by: 'UANN' });
      expect(textOf(await press(office, name))).toContain('Many Hands is not set up in <#CTEAM> any more.');
      expect(home(office)).not.toContain('CTEAM');
    },
  );

  test('says who may take over where nobody manages any more', async () => {
    const office = await withHome();
    await office.app.rooms.teams.memberLeft(team, 'UANN');
    expect(textOf(await press(office, 'home-pause', { user: 'UBEN' }))).toContain(
      'Nobody manages Many Hands in <#CTEAM> now.',
    );
  });

  test('does nothing with a value that is no channel, and shows none of it', async () => {
    const office = await withHome();
    const opened = textOf(await press(office, 'home-pause', { value: '<!channel>' }));
    expect(opened).toContain('Many Hands is not set up in this channel any more.');
    expect(opened).not.toContain('<!channel>');
  });

  test('sends a form of a pause too late: nothing is changed, and the form says why', async () => {
    const office = await withHome();
    const form = await press(office, 'home-pause');
    await office.send(await office.form(), { managers: ['UBEN'] });
    expect(JSON.stringify((await office.send(form)).response)).toContain(
      'You do not manage this team any more',
    );
    await office.app.rooms.teams.remove({ id: team, by: 'UBEN' });
    expect(JSON.stringify((await office.send(form)).response)).toContain('was removed from this channel');
  });
});

describe('where something goes wrong at a button of the Home tab', () => {
  test('a modal says so', async () => {
    const office = await withHome();
    await office.say('pause');
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    expect(textOf(await press(office, 'home-resume'))).toContain('I could not tell the channel');
    expect(office.direct('UANN')).toEqual([]);
  });

  test('a surprise opens one too', async () => {
    const office = await withHome();
    await office.store.client.set('hands:{TWORK.CTEAM}:team', '{}');
    expect(textOf(await press(office, 'home-settings'))).toContain('Something went wrong on our side.');
    expect(office.direct('UANN')).toEqual([]);
  });

  test('a direct message says so where it is too late for a modal', async () => {
    const office = await withHome();
    await office.store.client.set('hands:{TWORK.CTEAM}:team', '{}');
    office.standIn.failNext('views.open', { kind: 'error', code: 'expired_trigger_id' });
    expect(await press(office, 'home-settings')).toBeUndefined();
    expect(office.direct('UANN')).toEqual([expect.stringContaining('Something went wrong on our side.')]);
  });

  test('a change that was made stands, even if the tab cannot be shown afresh', async () => {
    const office = await withHome();
    office.standIn.failNext('views.publish', { kind: 'error', code: 'fatal_error' });
    expect(await office.say('pause')).toContain('Paused until someone types');
    expect(office.direct('UANN')).toEqual([]);
    expect(office.receiver.lateErrors).toEqual([]);
  });
});

describe('what a person does elsewhere', () => {
  test.each([
    ['pause', '*Paused*'],
    ['skip prompt', 'Mon 12 Jan, 09:30'],
    ['setup fri 10:00', 'Fri 9 Jan, 10:00'],
  ])('/hands %s shows on their Home tab', async (command, shown) => {
    const office = await withHome();
    expect(home(office)).not.toContain(shown);
    await office.say(command);
    expect(home(office)).toContain(shown);
  });

  test('shows there when the team has stopped, for somebody who opens the tab', async () => {
    const office = await withHome();
    archive(office.standIn.workspace, 'CTEAM');
    await office.app.rooms.teams.setSuspended(team, 'is_archived');
    await office.openHome('UANN');
    expect(home(office)).toContain('*Stopped:* The channel is archived.');
    expect(JSON.stringify(await office.openHome('UBEN'))).not.toContain('CTEAM');
  });
});
