import { rm } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../src/duration.ts';
import { readoutMessage } from '../../src/readout/readout-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { type Company, type CompanyOptions, colleague, company, manager } from '../pulse/company.ts';
import { keyNumber, sampleRecord, team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { expectedReadout } from './expected.ts';
import { wordingOf } from './samples.ts';

const tooFew =
  'Not enough answers to show anything safely (5 needed). They were deleted without being counted.';

describeWithRedis('closing a pulse', () => {
  const redis = withRedis();
  let here: Company;
  const opened = async (options: Omit<CompanyOptions, 'store'> = {}) => {
    here = await company({ store: redis.store, ...options });
    await here.open();
    return here;
  };
  afterEach(() => here.world.close());
  const answer = async (choices: readonly number[]) => {
    for (const [person, option] of choices.entries()) await here.tap(colleague(person), option);
  };
  /** Closes, and returns what was said in the channel then. */
  const closed = async () => {
    const before = here.posts().length;
    await here.close();
    return here.textsSince(before);
  };
  /** The readout that these answers must have. To be asked while the pulse is open: its key fixes the noise. */
  const expectedOf = async (choices: readonly number[]) => {
    const { record } = await here.openPulse();
    return expectedReadout({ pulseKey: await here.pulseKey(), record, choices });
  };
  const published = async () =>
    JSON.parse((await redis.redis.client.hget(keys.readouts(team), 'question:work-fits-hours')) ?? '[]');

  it('of eight says the level, that it is the first, and a step, once', async () => {
    await opened();
    const choices = [3, 3, 3, 4, 4, 4, 4, 4];
    await answer(choices);
    const expected = await expectedOf(choices);
    const [text = '', ...more] = await closed();
    expect(more).toEqual([]);
    expect(text).toMatch(
      /^What the pulse says: More than half of those who answered had more work than fits/,
    );
    expect(text).toMatch(/This question was asked for the first time/);
    expect(text).toMatch(/\nA next step: \S/);
    expect(await published()).toEqual([expected]);
    expect(expected).toMatchObject({ level: { position: 1, scale: 2 }, participation: null, step: 0 });
  });

  it.each(['one', 'two', 'three', 'four', 'five', 'six'])(
    'has the noise that the pulse’s key fixes, and no other (%s)',
    async (seed) => {
      await opened({ seed, size: 14 });
      const choices = [0, 0, 0, 0, 0, 4, 4, 4, 4, 4];
      await answer(choices);
      const expected = await expectedOf(choices);
      const [text] = await closed();
      expect(await published()).toEqual([expected]);
      expect(text).toBe(readoutMessage(wordingOf('work-fits-hours'), [expected], 'en').text);
    },
  );

  it('has noise at all: the same answers are shown as different levels', async () => {
    const record = sampleRecord({ electorate: 14 });
    const positions = Array.from({ length: 50 }, (_, number) => {
      const choices = [0, 0, 0, 0, 0, 4, 4, 4, 4, 4];
      return expectedReadout({ pulseKey: keyNumber(number), record, choices }).level.position;
    });
    expect(new Set(positions).size).toBeGreaterThan(1);
  });

  it.each([0, 1, 4])('of %i says the same constant text, and publishes nothing', async (answers) => {
    await opened();
    await answer(Array.from({ length: answers }, () => 4));
    expect(await closed()).toEqual([tooFew]);
    expect(await published()).toEqual([]);
  });

  it.each([0, 4, 5])(
    'whose key is lost says that it could not be counted, with %i answers too',
    async (answers) => {
      await opened();
      await answer(Array.from({ length: answers }, (_, at) => at));
      await rm(here.world.keyDir, { recursive: true });
      expect(await closed()).toEqual([
        'This pulse could not be counted: its key is lost. Its answers are deleted, and nothing is shown.',
      ]);
      expect(await published()).toEqual([]);
    },
  );

  it('that somebody has tampered with says the same, and why', async () => {
    await opened();
    await answer([0, 1, 2, 3, 4]);
    const bit = await redis.redis.client.setbit(keys.tally(team), 47, 1);
    await redis.redis.client.setbit(keys.tally(team), 47, bit === 1 ? 0 : 1);
    expect(await closed()).toEqual([
      'This pulse could not be counted: what was stored had been changed from outside. Its answers are deleted, and nothing is shown.',
    ]);
    expect(await published()).toEqual([]);
  });

  it('tells the channel only that it has closed, where managers alone read readouts', async () => {
    await opened({ settings: { audience: 'managers' } });
    await answer([4, 4, 4, 4, 4]);
    expect(await closed()).toEqual(['Pulse closed. Thank you.']);
    expect(await published()).toHaveLength(1);
  });

  it('says no more than that there either when too few answered', async () => {
    await opened({ settings: { audience: 'managers' } });
    expect(await closed()).toEqual(['Pulse closed. Thank you.']);
  });

  it('keeps to the audience that people answered under, whatever the settings say by then', async () => {
    const { world } = await opened({ settings: { audience: 'managers', minimumAnswers: 6 } });
    await answer([4, 4, 4, 4, 4, 4]);
    const found = await world.app.rooms.teams.find(team);
    if (found === undefined) throw new Error('the team is gone');
    const changed = { ...found.settings, audience: 'everyone' as const, minimumAnswers: 7 };
    const change = await world.app.rooms.teams.changeSettings(
      { id: team, by: manager },
      changed,
      found.settings,
    );
    expect(change.kind).toBe('done');
    expect(await closed()).toEqual(['Pulse closed. Thank you.']);
    expect(await published()).toHaveLength(1);
  });

  it('twice says it once', async () => {
    const { world, posts } = await opened();
    await answer([0, 1, 3, 4, 4]);
    const slot = await here.close();
    const count = posts().length;
    expect(await world.app.rooms.readouts.close(slot)).toBe('already-done');
    expect(posts()).toHaveLength(count);
    expect(await published()).toHaveLength(1);
  });

  it('at any other instant closes nothing', async () => {
    const { world, nextSlot } = await opened();
    const slot = await nextSlot('closing');
    world.clock.jumpTo(slot.instant);
    expect(await world.app.rooms.readouts.close({ ...slot, instant: slot.instant - 1 })).toBe('no-pulse');
    expect((await world.app.rooms.pulses.current(team))?.state).toBe('open');
  });

  it('before its time closes nothing, and asks to be tried again when it comes', async () => {
    const { world, nextSlot } = await opened();
    const slot = await nextSlot('closing');
    world.clock.jumpTo(slot.instant - HOUR);
    const afterSeconds = (HOUR - 2 * MINUTE) / SECOND;
    expect(await world.app.rooms.readouts.close(slot)).toEqual({ retry: { code: 'early', afterSeconds } });
    expect((await world.app.rooms.pulses.current(team))?.state).toBe('open');
    world.clock.jumpTo(slot.instant - 2 * MINUTE);
    expect(await world.app.rooms.readouts.close(slot)).toBe('sent');
  });

  it('is tried again where Slack asks to wait, with the same words', async () => {
    const { world, nextSlot } = await opened();
    await answer([0, 1, 3, 4, 4]);
    const slot = await nextSlot('closing');
    world.clock.jumpTo(slot.instant);
    world.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
    expect(await world.app.rooms.readouts.close(slot)).toMatchObject({ retry: { afterSeconds: 3 } });
    expect(await here.keyFiles()).toEqual([]);
    await world.store.client.del(keys.heldBack('TWORK'));
    expect(await world.app.rooms.readouts.close(slot)).toBe('sent');
    expect(here.textsSince(0).at(-1)).toMatch(/^What the pulse says/);
  });
});
