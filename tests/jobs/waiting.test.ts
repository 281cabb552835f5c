import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND, WEEK } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { firstClosing, firstOpening, firstPrompt, openOffice, team } from '../listeners/office.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { withQueue } from './queue-room.ts';

/** Certainly not posted, and nothing anybody could mend: tried again. */
const refusal = { kind: 'error', code: 'team_access_not_granted' } as const;

describeWithRedis('a slot that waits on the queue', () => {
  const room = withQueue();
  const prompt = room.slot('prompt', firstPrompt);
  const opening = room.slot('opening', firstOpening);
  const closing = room.slot('closing', firstClosing);
  const prompts = () =>
    room
      .office()
      .texts()
      .filter((text) => text.includes('Try this week'));
  const pulses = () => room.office().options().length;
  const refuse = () => room.office().standIn.failNext('chat.postMessage', refusal);
  const passedOver = (kind: string, outcome: string) =>
    ['A slot was passed over', { kind, outcome }] as const;

  /** Goes to the first opening, whose message Slack does not take; the pulse is there, and nobody has seen it. */
  async function openUnseen(): Promise<void> {
    await room.office().until(firstPrompt);
    refuse();
    await room.putOff(opening);
  }

  test('is tried more than eight times, a prompt through a whole day', async () => {
    refuse();
    await room.putOff(prompt);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      refuse();
      await room.runNow(prompt);
    }
    room.office().clock.jumpTo(firstPrompt + DAY);
    await room.runNow(prompt);
    expect(prompts()).toHaveLength(1);
    expect(await room.record('prompt', firstPrompt)).toMatchObject({ state: 'sent' });
  });

  test('waits twice as long each time, and no longer than ten minutes', async () => {
    refuse();
    const pauses = [await room.putOff(prompt)];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      refuse();
      await room.runNow(prompt);
      pauses.push((await room.queue().getDelayed())[0]?.delay ?? 0);
    }
    const seconds = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600];
    expect(pauses).toEqual(seconds.map((pause) => pause * SECOND));
  });

  test('is passed over once it is too late: a prompt after a day', async () => {
    refuse();
    await room.putOff(prompt);
    room.office().clock.jumpTo(firstPrompt + DAY + 1);
    await room.runNow(prompt);
    expect(prompts()).toEqual([]);
    expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'too-late' });
    expect(room.lines()).toContainEqual(passedOver('prompt', 'too-late'));
    expect(await room.isWaiting(prompt)).toBe(false);
  });

  test('is passed over by its worker, where it lay on the queue through an outage and was never tried', async () => {
    const { clock } = room.office();
    await room.queue().pause();
    clock.jumpTo(firstPrompt);
    await room.office().app.beat();
    clock.jumpTo(firstPrompt + DAY + 1);
    await room.queue().resume();
    await expect.poll(() => room.lines()).toContainEqual(passedOver('prompt', 'too-late'));
    expect(prompts()).toEqual([]);
  });

  test('opens its pulse up to half of its window', async () => {
    await openUnseen();
    room.office().clock.jumpTo(firstOpening + DAY);
    await room.runNow(opening);
    expect(pulses()).toBe(5);
    expect((await room.office().app.rooms.calendar.next(team)).closing).toBe(firstClosing);
  });

  test('takes its pulse away again, key and all, once that is too late', async () => {
    await openUnseen();
    expect(await room.office().app.rooms.pulses.current(team)).toBeDefined();
    room.office().clock.jumpTo(firstOpening + DAY + 1);
    await room.runNow(opening);
    expect(await room.office().app.rooms.pulses.current(team)).toBeUndefined();
    expect(await room.record('opening', firstOpening)).toEqual({ state: 'not-sent', reason: 'too-late' });
    expect(room.lines()).toContainEqual(passedOver('opening', 'too-late'));
    expect(await room.redis().exists(keys.tokens(team), keys.tally(team))).toBe(0);
  });

  test('closes its pulse however late it is, and however often Slack refuses', async () => {
    const office = room.office();
    await office.until(firstOpening);
    refuse();
    await room.putOff(closing);
    for (let day = 1; day <= 30; day += 1) {
      office.clock.jumpTo(firstClosing + day * DAY);
      refuse();
      await room.runNow(closing);
    }
    await room.runNow(closing);
    expect(office.last()).toContain('Not enough answers');
    expect(await room.record('closing', firstClosing)).toMatchObject({ state: 'sent' });
  });

  describe('while its team changes', () => {
    test('is passed over where the team was paused meanwhile', async () => {
      refuse();
      await room.putOff(prompt);
      await room.office().say('pause');
      await room.runNow(prompt);
      expect(prompts()).toEqual([]);
      expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'off' });
    });

    test('is posted where the pause is over again', async () => {
      refuse();
      await room.putOff(prompt);
      await room.office().say('pause');
      await room.office().say('resume');
      await room.runNow(prompt);
      expect(prompts()).toHaveLength(1);
    });

    test('is passed over where its day was left out meanwhile', async () => {
      refuse();
      await room.putOff(prompt);
      await room.office().send(await room.office().form(), { 'skip-dates': '2026-01-05' });
      await room.runNow(prompt);
      expect(prompts()).toEqual([]);
      expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'not-sent', reason: 'left-out' });
    });

    test('is posted where the next one was skipped: that one is in another week', async () => {
      refuse();
      await room.putOff(prompt);
      await room.office().say('skip prompt');
      await room.runNow(prompt);
      expect(prompts()).toHaveLength(1);
      expect((await room.office().app.rooms.calendar.next(team)).prompt).toBe(firstPrompt + 2 * WEEK);
    });

    test('is posted as promised where the rhythm moved to later the same week, and is the only one there', async () => {
      const office = room.office();
      refuse();
      await room.putOff(prompt);
      await office.say('setup fri 9:30');
      await room.runNow(prompt);
      expect(prompts()).toHaveLength(1);
      expect((await office.app.rooms.calendar.next(team)).prompt).toBe(firstPrompt + 11 * DAY);
      await office.until(firstPrompt + 6 * DAY);
      expect(prompts()).toHaveLength(1);
    });

    test('leaves its week to the new rhythm where it is never posted', async () => {
      const office = room.office();
      refuse();
      await room.putOff(prompt);
      await office.say('setup fri 9:30');
      office.clock.jumpTo(firstPrompt + DAY + 1);
      await room.runNow(prompt);
      expect(prompts()).toEqual([]);
      await office.until(firstPrompt + 4 * DAY);
      expect(prompts()).toHaveLength(1);
    });

    test('is forgotten with a team that was removed', async () => {
      const office = room.office();
      refuse();
      await room.putOff(prompt);
      await office.say('remove');
      const press = { user: 'UANN', channel: 'CTEAM', messageTs: '1.2', value: '' };
      await office.press({ ...press, actionId: 'confirm-removal' });
      await room.runNow(prompt);
      expect(prompts()).toEqual([]);
      expect(await room.isWaiting(prompt)).toBe(false);
      expect(await room.redis().exists(keys.slots(team))).toBe(0);
    });

    test('does not wait for ever for a team whose settings cannot be read', async () => {
      refuse();
      await room.putOff(prompt);
      await room.redis().set(keys.team(team), '{"canary":1}');
      await room.runNow(prompt);
      expect(await room.isWaiting(prompt)).toBe(true);
      room.office().clock.jumpTo(firstPrompt + DAY + 1);
      await room.runNow(prompt);
      expect(await room.isWaiting(prompt)).toBe(false);
      expect(await room.queued()).not.toContain('canary');
    });
  });

  describe('whose time has not come by the clock of its worker', () => {
    /** An instance whose clock is ahead hands the slot on; ours takes it. */
    async function handOnEarly(one: typeof prompt, ahead: number): Promise<void> {
      const office = room.office();
      office.clock.jumpTo(one.instant - ahead);
      await room.queue().pause();
      const early = await openOffice({ store: room.store(), log: room.log });
      early.clock.jumpTo(one.instant);
      await early.app.beat();
      await early.app.stop();
      await room.queue().resume();
      await expect.poll(() => room.isWaiting(one)).toBe(true);
    }

    test('is put off until it has', async () => {
      await handOnEarly(prompt, 20 * SECOND);
      expect((await room.queue().getDelayed())[0]?.delay).toBe(20 * SECOND);
      expect(prompts()).toEqual([]);
      room.office().clock.jumpTo(firstPrompt);
      await room.runNow(prompt);
      expect(prompts()).toHaveLength(1);
    });

    test('is in the log as what it is, and no fault of Slack’s', async () => {
      await handOnEarly(prompt, 20 * SECOND);
      expect(room.lines().filter(([, fields]) => fields?.kind === 'prompt')).toEqual([
        ['A slot could not run yet; it will be tried again', { kind: 'prompt', code: 'too-early' }],
      ]);
    });

    test('looks again within a minute, for the clock may be put right', async () => {
      await handOnEarly(prompt, HOUR);
      expect((await room.queue().getDelayed())[0]?.delay).toBe(MINUTE);
    });

    test('is not lost as a closing', async () => {
      await room.office().until(firstOpening);
      await handOnEarly(closing, HOUR);
      expect(await room.office().app.rooms.pulses.current(team)).toMatchObject({ state: 'open' });
      room.office().clock.jumpTo(firstClosing);
      await room.runNow(closing);
      expect(room.office().last()).toContain('Not enough answers');
    });
  });
});
