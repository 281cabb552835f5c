import { describe, expect, test } from 'vitest';
import { leave } from '../../playground/stand-in/workspace.ts';
import { monday } from '../../playground/world/world.ts';
import { keysOfTeam } from '../../src/redis/keys.ts';
import { firstOpening, firstPrompt, openOffice, others, team } from '../listeners/office.ts';

describe('enrolling a channel', () => {
  test('introduces the app there: what it does, what it promises, who manages', async () => {
    const office = await openOffice();
    expect(await office.say('setup mon 9:30')).toBe(
      'Done: the prompt comes on Monday 9:30. Type */hands setup* for everything else.',
    );
    expect(office.posts()).toHaveLength(1);
    expect(office.last()).toContain('<@UANN> added Many Hands to this channel.');
    expect(office.last()).toContain('only if at least five people answered');
    expect(office.last()).toContain('Managers here: <@UANN>.');
  });

  test('plans the first prompt and pulse', async () => {
    const office = await openOffice();
    await office.enrolled();
    expect(await office.app.rooms.calendar.next(team)).toEqual({
      prompt: firstPrompt,
      opening: firstOpening,
    });
  });

  test('starts with the person’s own timezone', async () => {
    const office = await openOffice();
    const ben = office.standIn.workspace.users.get('UBEN');
    if (ben) ben.tz = 'America/New_York';
    await office.enrolled('CTEAM', 'UBEN');
    expect((await office.app.rooms.teams.find(team))?.settings).toMatchObject({
      timezone: 'America/New_York',
      managers: ['UBEN'],
    });
  });

  test('tells a very small team that there will be prompts but no pulses', async () => {
    const office = await openOffice();
    await office.enrolled('CSMALL');
    expect(office.last('CSMALL')).toContain('With 3 people to ask there will be prompts but no pulses');
  });

  test('plans no pulse in the status of a team too small for one', async () => {
    const office = await openOffice();
    await office.enrolled('CSMALL');
    await office.enrolled();
    expect(await office.say('status', 'UANN', 'CSMALL')).toMatch(/Next pulse:\*? none planned/);
    expect(await office.say('status')).not.toMatch(/Next pulse:\*? none planned/);
  });

  test.each([
    [5, 'about a third'],
    [6, 'about two thirds'],
    [7, 'about six in seven'],
  ])('tells a team of %i to ask the odds before it starts', async (electorate, odds) => {
    const office = await openOffice();
    for (const user of others.slice(electorate)) leave(office.standIn.workspace, 'CTEAM', user);
    await office.enrolled();
    expect(office.last()).toContain(
      `With ${electorate} people to ask, ${odds} of the pulses will show a level`,
    );
  });

  test.each([
    [3, 'there will be prompts but no pulses'],
    [6, 'about two thirds of the pulses will show a level'],
  ])('shows %i to ask the odds in the form, before it is started', async (electorate, odds) => {
    const office = await openOffice();
    for (const user of others.slice(electorate)) leave(office.standIn.workspace, 'CTEAM', user);
    expect(JSON.stringify(await office.form())).toContain(`With ${electorate} people to ask`);
    expect(JSON.stringify(await office.form())).toContain(odds);
    await office.enrolled();
    expect(JSON.stringify(await office.form())).not.toContain('people to ask');
  });

  test.each([{ kind: 'hang' }, { kind: 'cut' }, { kind: 'error', code: 'missing_scope' }] as const)(
    'opens the form in time although Slack does not tell who is there ($kind)',
    async (failure) => {
      const office = await openOffice();
      office.standIn.failNext('conversations.members', failure);
      const begun = Date.now();
      expect(JSON.stringify(await office.form('UANN', 'CSMALL'))).not.toContain('people to ask');
      expect(Date.now() - begun).toBeLessThan(2_000);
    },
  );

  test('tells a larger team nothing of the kind', async () => {
    const office = await openOffice();
    await office.enrolled();
    expect(office.last()).not.toContain('people to ask');
  });

  test('works although Slack does not tell who is in the channel', async () => {
    const office = await openOffice();
    office.standIn.failNext('conversations.members', { kind: 'rate-limited', retryAfterSeconds: 30 });
    expect(await office.say('setup mon 9:30')).toMatch(/^Done/);
    expect(office.texts()).toHaveLength(1);
  });

  test('happens once when two people do it at the same moment', async () => {
    const office = await openOffice();
    const answers = await Promise.all([
      office.say('setup mon 9:30', 'UANN'),
      office.say('setup tue 10:00', 'UBEN'),
    ]);
    expect(answers.filter((answer) => answer.startsWith('Done'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('Someone has just set up'))).toHaveLength(1);
    expect(office.posts()).toHaveLength(1);
  });

  test('is undone where the channel cannot be told', async () => {
    const office = await openOffice();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    expect(await office.say('setup mon 9:30')).toContain(
      'I could not tell the channel (Slack says “restricted_action”)',
    );
    expect(await office.store.client.exists(...keysOfTeam(team))).toBe(0);
    expect(await office.app.rooms.calendar.next(team)).toEqual({});
    expect(await office.say('status')).toContain('not set up in this channel');
  });

  test('stands where nobody can tell whether the channel was told', async () => {
    const office = await openOffice();
    office.standIn.failNext('chat.postMessage', { kind: 'server-error' });
    expect(await office.say('setup mon 9:30')).toMatch(/^Done/);
    expect(await office.app.rooms.teams.find(team)).toBeDefined();
  });
});

describe('a channel that cannot be a team gets a sentence that says what to do', () => {
  test.each([
    ['a direct message', 'DANN', 'Open the channel of your team and type */hands setup* there'],
    ['a channel without the bot', 'CNOBOT', 'Type */invite @Many Hands* here'],
    ['a private channel without the bot', 'CHIDDEN', 'invite me first with */invite @Many Hands*'],
    ['a shared channel', 'CSHARED', 'shared with another workspace'],
    ['an archived channel', 'COLD', 'This channel is archived'],
  ])('%s', async (_, channel, sentence) => {
    const office = await openOffice();
    expect(await office.say('setup', 'UANN', channel)).toContain(sentence);
    expect(await office.say('setup mon 9:30', 'UANN', channel)).toContain(sentence);
    expect(office.standIn.calls.filter(({ method }) => /^(chat|views)\./.test(method))).toEqual([]);
    expect(await office.app.rooms.teams.channelsOf('TWORK')).toEqual([]);
  });

  test('control: an ordinary channel gets the form', async () => {
    const office = await openOffice();
    expect((await office.form()).callback_id).toBe('team-settings');
    expect(monday).toBe(office.clock.now());
  });
});
