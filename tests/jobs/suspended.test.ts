import { describe, expect, test } from 'vitest';
import type { Failure } from '../../playground/stand-in/failures.ts';
import { archive, join, leave } from '../../playground/stand-in/workspace.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { firstClosing, firstOpening, firstPrompt, openOffice, others, team } from '../listeners/office.ts';
import { botRemoved, channelArchived, channelUnarchived, memberJoined } from '../support/payloads.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { withQueue } from './queue-room.ts';

describeWithRedis('a team where nothing can be posted', () => {
  const room = withQueue();
  const bot = () => room.office().standIn.workspace.bot.userId;
  const next = () => room.office().app.rooms.calendar.next(team);
  const told = (user = 'UANN') =>
    room
      .office()
      .direct(user)
      .filter((text) => text.includes('has stopped'));
  const upkeepAt = async () => Number(await room.redis().zscore(keys.due(), 'TWORK.CTEAM.upkeep'));
  const isPrompt = (text: string) => text.includes('Try this week');

  /** The bot is taken out of the channel; unless `isHeard`, the event is lost. */
  async function removeBot({ isHeard = true } = {}): Promise<void> {
    leave(room.office().standIn.workspace, 'CTEAM', bot());
    if (isHeard) await happens(botRemoved());
  }

  async function inviteBot({ isHeard = true } = {}): Promise<void> {
    join(room.office().standIn.workspace, 'CTEAM', bot());
    if (isHeard) await happens(memberJoined({ user: bot() }));
  }

  async function happens(body: object): Promise<void> {
    const { receiver } = room.office();
    expect((await receiver.send(body)).error).toBeUndefined();
    await receiver.settled();
  }

  /** One beat, so many milliseconds later. */
  async function later(milliseconds: number): Promise<void> {
    const office = room.office();
    office.clock.jumpTo(office.clock.now() + milliseconds);
    await office.beat();
  }

  /** Slack answers every post and every reading with this code, so many times. */
  function refuseEverything(code: string, times: number): void {
    for (let time = 0; time < times; time += 1) {
      room.office().standIn.failNext('*', { kind: 'error', code });
    }
  }

  test('is suspended at the first prompt that fails, and nothing is planned any more', async () => {
    await removeBot({ isHeard: false });
    await room.office().until(firstPrompt);
    expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'not_in_channel' });
    expect(await room.suspension()).toEqual({ code: 'not_in_channel', since: firstPrompt });
    expect(await room.office().say('status')).toContain('*Stopped:* I am not in the channel any more.');
    expect(await next()).toEqual({});
  });

  test('is suspended at once where its people cannot be read', async () => {
    await room.office().say('skip prompt');
    room.office().standIn.failNext('conversations.members', { kind: 'error', code: 'channel_not_found' });
    await room.office().until(firstOpening);
    expect((await room.suspension())?.code).toBe('channel_not_found');
    expect(await room.isWaiting(room.slot('opening', firstOpening))).toBe(false);
    expect(room.lines()).toContainEqual([
      'Slack refused what a slot needs',
      { kind: 'opening', code: 'channel_not_found' },
    ]);
  });

  test('is not suspended for a message that Slack refuses for itself', async () => {
    room.office().standIn.failNext('chat.postMessage', { kind: 'error', code: 'invalid_blocks' });
    await room.office().until(firstPrompt);
    expect(await room.suspension()).toBeNull();
    expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'invalid_blocks' });
  });

  describe('tells its managers', () => {
    test('in words that say what to do, within a minute, each of them and nobody else', async () => {
      const office = room.office();
      await office.send(await office.form(), { managers: ['UANN', 'UBEN'] });
      await removeBot();
      await later(MINUTE);
      const notice =
        'Many Hands has stopped in <#CTEAM>. I am not in the channel any more. Invite me again there with */invite @Many Hands*. Prompts and pulses then go on by themselves, within an hour.';
      expect([told('UANN'), told('UBEN')]).toEqual([[notice], [notice]]);
      for (const user of others.filter((one) => one !== 'UBEN')) expect(office.direct(user)).toEqual([]);
    });

    test('once, however often it is looked after, and whatever else goes wrong', async () => {
      await removeBot();
      for (let hour = 0; hour < 30; hour += 1) await later(HOUR);
      await happens(channelArchived());
      archive(room.office().standIn.workspace, 'CTEAM');
      for (let hour = 0; hour < 3; hour += 1) await later(HOUR);
      expect(told()).toHaveLength(1);
      expect((await room.suspension())?.code).toBe('is_archived');
    });

    test('once, by whichever of two instances is first', async () => {
      const other = await openOffice({ store: room.store(), log: room.log });
      leave(other.standIn.workspace, 'CTEAM', bot());
      await removeBot();
      other.clock.jumpTo(room.office().clock.now() + MINUTE);
      room.office().clock.jumpTo(room.office().clock.now() + MINUTE);
      await Promise.all([room.office().app.beat(), other.app.beat()]);
      await room.settled();
      const toldByOther = other.direct('UANN').filter((text) => text.includes('has stopped'));
      expect(told().length + toldByOther.length).toBe(1);
    });

    test('again when it happens again', async () => {
      for (const times of [1, 2]) {
        await removeBot();
        await later(MINUTE);
        expect(told()).toHaveLength(times);
        await inviteBot();
        await later(MINUTE);
      }
    });

    test('not at all where the bot is back before they are told', async () => {
      await removeBot();
      await inviteBot();
      for (let hour = 0; hour < 3; hour += 1) await later(HOUR);
      expect(told()).toEqual([]);
    });

    test('a little later, where Slack limits posts just then', async () => {
      await removeBot();
      const upkeep = room.slot('upkeep', room.office().clock.now());
      room.office().standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
      await room.putOff(upkeep);
      expect(told()).toEqual([]);
      await room.redis().del(keys.heldBack('TWORK'));
      await room.runNow(upkeep);
      expect(told()).toHaveLength(1);
    });

    test('each of them once, where Slack limits posts after some have been told', async () => {
      const office = room.office();
      await office.send(await office.form(), { managers: ['UANN', 'UBEN', 'UCAT'] });
      await removeBot();
      const upkeep = room.slot('upkeep', office.clock.now());
      office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
      await room.putOff(upkeep);
      const counts = () => ['UANN', 'UBEN', 'UCAT'].map((user) => told(user).length);
      expect(counts().sort()).toEqual([0, 1, 1]);
      await room.redis().del(keys.heldBack('TWORK'));
      await room.runNow(upkeep);
      expect(counts()).toEqual([1, 1, 1]);
      for (let hour = 0; hour < 3; hour += 1) await later(HOUR);
      expect(counts()).toEqual([1, 1, 1]);
    });

    test('never blindly again, where Slack does not say whether they were told', async () => {
      await removeBot();
      room.office().standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
      for (let hour = 0; hour < 3; hour += 1) await later(HOUR);
      expect(told()).toHaveLength(1);
    });

    test.each([
      ['is_archived', 'The channel is archived. Unarchive it, then invite me again there'],
      ['channel_not_found', 'I cannot see the channel any more.'],
      ['restricted_action', 'Ask a workspace admin to let me post there. Then type */hands resume*'],
      ['account_inactive', 'Ask whoever runs it to install it again.'],
      ['missing_scope', 'Ask whoever runs it to install it again. Then type */hands resume*'],
    ])('of %s', async (code, cure) => {
      const office = room.office();
      if (code === 'is_archived') archive(office.standIn.workspace, 'CTEAM');
      await office.app.rooms.teams.setSuspended(team, code);
      if (code === 'account_inactive' || code === 'channel_not_found')
        office.standIn.failNext('conversations.info', { kind: 'error', code });
      await later(MINUTE);
      expect(told().join()).toContain(cure);
    });
  });

  describe('goes on by itself', () => {
    test('when the bot is invited back, with the next slots of its rhythm', async () => {
      await removeBot();
      await later(MINUTE);
      await inviteBot();
      expect(await room.suspension()).toBeNull();
      expect(await next()).toEqual({ prompt: firstPrompt, opening: firstOpening });
    });

    test('when it was invited back and nobody told us: we look again after five minutes', async () => {
      await removeBot();
      await later(MINUTE);
      await inviteBot({ isHeard: false });
      await later(5 * MINUTE);
      expect(await room.suspension()).toBeNull();
      expect(await next()).toEqual({ prompt: firstPrompt, opening: firstOpening });
      expect(room.lines()).toContainEqual(['A slot has run', { kind: 'upkeep', outcome: 'resumed' }]);
    });

    test('when the channel is unarchived and the bot is in it again', async () => {
      const { workspace } = room.office().standIn;
      archive(workspace, 'CTEAM');
      await happens(channelArchived());
      await later(MINUTE);
      const channel = workspace.channels.get('CTEAM');
      if (channel) channel.is_archived = false;
      await happens(channelUnarchived());
      expect((await room.suspension())?.code).toBe('not_in_channel');
      expect(await room.office().say('status')).toContain('Invite me again there');
      await inviteBot();
      expect(await room.suspension()).toBeNull();
    });

    test('when the token works again: nobody can tell us that', async () => {
      refuseEverything('token_revoked', 1);
      await room.office().until(firstPrompt);
      expect((await room.suspension())?.code).toBe('token_revoked');
      refuseEverything('token_revoked', 2);
      await later(MINUTE);
      expect(await room.suspension()).toMatchObject({ code: 'token_revoked' });
      expect(told()).toEqual([]);
      await later(5 * MINUTE);
      expect(await room.suspension()).toBeNull();
    });

    test('only when a manager says so, where reading the channel does not show what is mended', async () => {
      const office = room.office();
      office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
      await office.until(firstPrompt);
      for (let hour = 0; hour < 5; hour += 1) await later(HOUR);
      expect((await room.suspension())?.code).toBe('restricted_action');
      expect(told()).toHaveLength(1);
      expect(await office.say('resume')).toContain('Resumed');
      expect(await room.suspension()).toBeNull();
      expect(Object.keys(await next())).toEqual(['prompt', 'opening']);
    });

    test('is looked at less and less often, and once an hour for good', async () => {
      await removeBot();
      const since = room.office().clock.now();
      const looks: number[] = [];
      for (let look = 0; look < 9; look += 1) {
        room.office().clock.jumpTo(await upkeepAt());
        await room.office().beat();
        looks.push(((await upkeepAt()) - since) / MINUTE);
      }
      expect(looks).toEqual([5, 10, 20, 40, 80, 140, 200, 260, 320]);
    });

    test('is looked at again although Slack fails when we ask', async () => {
      await removeBot();
      await later(MINUTE);
      const failure: Failure = { kind: 'error', code: 'internal_error' };
      room.office().standIn.failNext('conversations.info', failure);
      room.office().clock.jumpTo(await upkeepAt());
      const upkeep = room.slot('upkeep', room.office().clock.now());
      await room.putOff(upkeep);
      await inviteBot({ isHeard: false });
      await room.runNow(upkeep);
      expect(await room.suspension()).toBeNull();
    });

    test('does not look any more at a team that was removed', async () => {
      await removeBot();
      await later(MINUTE);
      const press = { user: 'UANN', channel: 'CTEAM', messageTs: '1.2', value: '' };
      await room.office().press({ ...press, actionId: 'confirm-removal' });
      expect(await room.redis().exists(keys.due())).toBe(0);
    });
  });

  describe('with a pulse', () => {
    test('counts it on time all the same, and posts what came of it when it is back', async () => {
      const office = room.office();
      await office.until(firstOpening);
      await removeBot();
      await office.until(firstClosing);
      expect(await room.record('closing', firstClosing)).toEqual({
        state: 'not-sent',
        reason: 'not_in_channel',
      });
      expect(await office.app.rooms.pulses.current(team)).toBeUndefined();
      await later(3 * DAY);
      await inviteBot();
      await later(MINUTE);
      expect(office.last()).toContain('Not enough answers');
      expect(await room.record('closing', firstClosing)).toMatchObject({ state: 'sent' });
    });

    test('posts that once, however often it is suspended and goes on', async () => {
      const office = room.office();
      await office.until(firstOpening);
      await removeBot();
      await office.until(firstClosing);
      for (let time = 0; time < 3; time += 1) {
        await inviteBot();
        await later(MINUTE);
        await removeBot();
        await later(MINUTE);
      }
      expect(office.texts().filter((text) => text.includes('Not enough answers'))).toHaveLength(1);
    });

    test('takes away one that nobody has seen, and opens none when it is back', async () => {
      const office = room.office();
      await office.until(firstPrompt);
      await removeBot({ isHeard: false });
      office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'not_in_channel' });
      await office.until(firstOpening);
      expect(await office.app.rooms.pulses.current(team)).toBeUndefined();
      await inviteBot();
      expect((await next()).opening).toBeGreaterThan(firstOpening + 5 * DAY);
    });
  });

  test('delays no other: theirs are posted while its own message hangs', async () => {
    const office = room.office();
    const busy = await openOffice({ store: room.store(), log: room.log, ports: { concurrency: 2 } });
    await office.app.stop();
    await busy.enrolled('CSMALL');
    busy.standIn.failNext('chat.postMessage', { kind: 'hang' });
    busy.clock.jumpTo(firstPrompt);
    await busy.app.beat();
    const posted = () => [...busy.texts('CTEAM'), ...busy.texts('CSMALL')].filter(isPrompt).length;
    await expect.poll(posted).toBe(1);
    expect(posted()).toBe(1);
    await busy.standIn.stop(); // Lets go of the one that hangs.
  });
});
