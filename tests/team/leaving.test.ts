import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { leave } from '../../playground/stand-in/workspace.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { firstOpening, openOffice, team } from '../listeners/office.ts';
import { memberLeft } from '../support/payloads.ts';

const STAYS =
  'For 35 days the minimum of answers stays, and when the last pulse opened and how many it asked: starting over is no way round them.';

async function running() {
  const office = await openOffice();
  await office.enrolled();
  const leaves = async (user: string) => {
    leave(office.standIn.workspace, 'CTEAM', user);
    await office.receiver.send(memberLeft({ user }));
    await office.receiver.settled();
  };
  const managers = async () => (await office.app.rooms.teams.find(team))?.settings.managers;
  const remove = (user = 'UANN') =>
    office.press({ user, channel: 'CTEAM', messageTs: '1.2', actionId: 'confirm-removal', value: 'remove' });
  return { ...office, leaves, managers, remove };
}

describe('a manager who leaves the channel', () => {
  test('manages no more, and the channel is told', async () => {
    const office = await running();
    await office.send(await office.form(), { managers: ['UANN', 'UBEN'] });
    await office.leaves('UANN');
    expect(await office.managers()).toEqual(['UBEN']);
    expect(office.last()).toContain('<@UANN> left the channel and no longer manages Many Hands here.');
    expect(office.last()).toContain('Managers now: <@UBEN>.');
  });

  test('as the last one leaves a team that anyone may take over, by the form', async () => {
    const office = await running();
    await office.leaves('UANN');
    expect(await office.managers()).toEqual([]);
    expect(office.last()).toContain('anyone can take over with */hands setup*');
    expect(await office.say('status', 'UBEN')).toContain('nobody; anyone can take over');
    await office.send(await office.form('UBEN'), {}, 'UBEN');
    expect(await office.managers()).toEqual(['UBEN']);
    expect(office.last()).toContain('managers: nobody → <@UBEN>');
  });

  test('may be followed by the short form too, and then by nobody else', async () => {
    const office = await running();
    await office.leaves('UANN');
    await office.say('setup tue 10:00', 'UCAT');
    expect(await office.managers()).toEqual(['UCAT']);
    expect(await office.say('setup', 'UBEN')).toContain('Only managers can do this here: <@UCAT>');
  });

  test('manages no more although somebody changes the settings at the same moment', async () => {
    const office = await running();
    await office.send(await office.form(), { managers: ['UANN', 'UBEN'] });
    await Promise.all([office.leaves('UANN'), office.say('setup tue 10:00', 'UBEN')]);
    expect(await office.managers()).toEqual(['UBEN']);
  });
});

test('someone else who leaves changes nothing and is not spoken of', async () => {
  const office = await running();
  const before = await office.app.rooms.teams.find(team);
  await office.leaves('UBEN');
  expect(await office.app.rooms.teams.find(team)).toEqual(before);
  expect(office.posts()).toHaveLength(1);
});

describe('removing a team', () => {
  test('asks first, and keeps everything on a no', async () => {
    const office = await running();
    const question = await office.say('remove');
    expect(question).toContain('It cannot be undone.');
    expect(question).toContain(STAYS);
    const press = { user: 'UANN', channel: 'CTEAM', messageTs: '1.2', actionId: 'keep-team', value: 'keep' };
    const [answer] = await office.press(press);
    expect(answer?.kind).toBe('replace');
    expect(answer?.body.text).toBe('Nothing was deleted.');
    expect(await office.managers()).toEqual(['UANN']);
  });

  test('deletes everything about it on a yes, and says so in the channel', async () => {
    const office = await running();
    const [answer] = await office.remove();
    expect(answer?.body.text).toContain('Removed. Everything else stored about this team is deleted.');
    expect(answer?.body.text).toContain(STAYS);
    expect(office.last()).toContain(STAYS);
    expect(office.last()).toContain('<@UANN> removed Many Hands from this channel.');
    expect(await office.store.client.exists(...keysOfTeam(team))).toBe(0);
    expect(await office.app.rooms.calendar.next(team)).toEqual({});
    expect(await office.app.rooms.teams.channelsOf('TWORK')).toEqual([]);
    expect(await office.stored()).not.toMatch(/UANN/);
  });

  test('discards an open pulse unread: its keys and its key file are gone', async () => {
    const office = await running();
    await office.until(firstOpening);
    const [option] = office.options();
    const messageTs = office.posts().at(-1)?.ts ?? '';
    const tap = { user: 'UBEN', channel: 'CTEAM', messageTs, actionId: '', value: '', ...option };
    expect((await office.press(tap))[0]?.body.text).toContain('Added to the locked total');
    expect(await readdir(office.keyDir)).toHaveLength(1);
    const pulseKeys = [keys.pulse(team), keys.tokens(team), keys.tally(team)];
    expect(await office.store.client.exists(...pulseKeys)).toBe(3);
    await office.remove();
    expect(await office.store.client.exists(...pulseKeys)).toBe(0);
    expect(await readdir(office.keyDir)).toEqual([]);
    const late = await office.press({ ...tap, user: 'UCAT' });
    expect(late[0]?.body.text).toBe('This pulse is closed. Nothing was counted.');
  });

  test('is refused to others at the button too', async () => {
    const office = await running();
    expect(await office.say('remove', 'UBEN')).toContain('Only managers can do this here');
    expect((await office.remove('UBEN'))[0]?.body.text).toContain('Only managers can do this here');
    expect(await office.managers()).toEqual(['UANN']);
  });

  test('a second time finds nothing to remove', async () => {
    const office = await running();
    await office.remove();
    expect((await office.remove())[0]?.body.text).toContain('not set up in this channel');
  });

  test('twice at once is announced once', async () => {
    const office = await running();
    const answers = await Promise.all([office.remove(), office.remove(), office.remove()]);
    const said = answers.map(([answer]) => String(answer?.body.text));
    expect(said.filter((text) => text.startsWith('Removed.'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('not set up in this channel'))).toHaveLength(2);
    expect(office.texts().filter((text) => text.includes('removed Many Hands'))).toHaveLength(1);
  });

  test.each(['pause', 'setup tue 10:00', 'skip pulse'])(
    'together with “%s” is the last that the channel hears, and nothing stays planned',
    async (text) => {
      const office = await running();
      const { calendar, teams } = office.app.rooms;
      const { plan } = calendar;
      const planAfterRemoval: typeof plan = async (id, now) => {
        Object.assign(calendar, { plan });
        await plan(id, now);
        await teams.remove({ id: team, by: 'UANN' });
      };
      Object.assign(calendar, { plan: planAfterRemoval });
      expect(await office.say(text)).toContain('not set up in this channel');
      expect(office.last()).toContain('<@UANN> removed Many Hands from this channel.');
      expect(office.posts()).toHaveLength(2);
      expect(await calendar.next(team)).toEqual({});
    },
  );

  test('and starting over is no way round the spacing of pulses', async () => {
    const office = await running();
    await office.until(firstOpening);
    await office.remove();
    await office.enrolled();
    const { opening = 0 } = await office.app.rooms.calendar.next(team);
    expect(opening - firstOpening).toBeGreaterThanOrEqual(5 * 24 * 60 * 60_000);
  });

  test('happens even where the channel cannot be told', async () => {
    const office = await running();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    expect((await office.remove())[0]?.body.text).toContain('Removed.');
    expect(await office.managers()).toBeUndefined();
  });
});
