import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCalendarService } from '../../src/calendar/calendar-service.ts';
import { createCalendarStore } from '../../src/calendar/calendar-store.ts';
import type { Agenda } from '../../src/calendar/rhythm.ts';
import { type Slot, slotName } from '../../src/calendar/slot.ts';
import { DAY, HOUR, WEEK } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { monday, off, team, utc, weekly } from './agendas.ts';

const firstPrompt = utc('2026-01-05T09:30');
const firstOpening = utc('2026-01-07T14:00');

describeWithRedis('what is due', () => {
  let redis: PrivateRedis;
  beforeAll(async () => {
    redis = await startPrivateRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(() => redis.client.flushall());

  function world(agendas: { readonly [channel: string]: Agenda | undefined } = { C1: weekly }) {
    const store = createCalendarStore({ client: redis.client });
    const agendaOf = async ({ channel }: { channel: string }) => {
      if (channel === 'CBROKEN') throw new Error('its settings cannot be read');
      return agendas[channel];
    };
    const calendar = createCalendarService({ store, agendaOf, clock: { now: () => monday } });
    const queued: string[] = [];
    const problems: unknown[] = [];
    const passedOver: string[] = [];
    const report = (problem: unknown) => void problems.push(problem);
    const enqueue = async (slot: Slot) => void queued.push(slotName(slot));
    const passOver = ({ kind }: Slot, reason: string) => void passedOver.push(`${kind} ${reason}`);
    const beat = (now: number) => calendar.takeDue(now, enqueue, report, passOver);
    return { store, calendar, queued, problems, passedOver, report, beat };
  }

  test('is nothing before its time', async () => {
    const { calendar, queued, beat } = world();
    await calendar.plan(team, monday);
    expect(await beat(firstPrompt - 1)).toEqual([]);
    expect(queued).toEqual([]);
  });

  test('is handed on once, and the next one of its kind is written', async () => {
    const { calendar, queued, beat } = world();
    await calendar.plan(team, monday);
    expect(await beat(firstPrompt)).toEqual([{ team, kind: 'prompt', instant: firstPrompt }]);
    expect(await beat(firstPrompt + 60_000)).toEqual([]);
    expect(queued).toEqual([`T1-C1-prompt-${firstPrompt}`]);
    expect(await calendar.next(team)).toEqual({ prompt: firstPrompt + WEEK, opening: firstOpening });
  });

  test('is put on the queue before it is replaced, so that a crash in between loses nothing', async () => {
    const { calendar, queued, beat, report } = world();
    await calendar.plan(team, monday);
    const seen: unknown[] = [];
    const crash = async () => {
      seen.push((await calendar.next(team)).prompt);
      throw new Error('the process ends here');
    };
    expect(await calendar.takeDue(firstPrompt, crash, report)).toEqual([]);
    expect(seen).toEqual([firstPrompt]);
    expect((await calendar.next(team)).prompt).toBe(firstPrompt);
    await beat(firstPrompt + 60_000);
    expect(queued).toEqual([`T1-C1-prompt-${firstPrompt}`]);
  });

  test('moves on by one week only when two instances beat at once', async () => {
    const [one, other] = [world(), world()];
    await one.calendar.plan(team, monday);
    await Promise.all([one.beat(firstPrompt), other.beat(firstPrompt), one.beat(firstPrompt)]);
    expect(new Set([...one.queued, ...other.queued])).toEqual(new Set([`T1-C1-prompt-${firstPrompt}`]));
    expect((await one.calendar.next(team)).prompt).toBe(firstPrompt + WEEK);
  });

  test('is run a little late after an outage, and the weeks that were missed are not made up for', async () => {
    const { calendar, queued, beat } = world();
    await calendar.plan(team, monday);
    const late = firstPrompt + 3 * WEEK + HOUR;
    await beat(late);
    expect(queued).toEqual([]);
    await beat(late + 60_000);
    expect(queued).toEqual([`T1-C1-prompt-${firstPrompt + 3 * WEEK}`]);
    expect(await calendar.next(team)).toEqual({
      prompt: firstPrompt + 4 * WEEK,
      opening: firstOpening + 3 * WEEK,
    });
  });

  test('is passed over when it is too late to be useful, a prompt after a day', async () => {
    const { calendar, queued, passedOver, beat } = world();
    await calendar.plan(team, monday);
    await beat(firstPrompt + DAY + 1);
    expect(queued).toEqual([]);
    expect(passedOver).toEqual(['prompt too-late']);
    expect((await calendar.next(team)).prompt).toBe(firstPrompt + WEEK);
  });

  test('is always handed on where it is a closing, even of a team that is gone', async () => {
    const { store, calendar, queued, beat } = world({});
    await store.write(team, 'closing', monday);
    await beat(monday + 30 * DAY);
    expect(queued).toEqual([`T1-C1-closing-${monday}`]);
    expect(await calendar.next(team)).toEqual({});
  });

  test('leaves the calendar with a team that is gone', async () => {
    const { store, calendar, queued, beat } = world({});
    await store.write(team, 'prompt', monday);
    await beat(monday);
    expect(queued).toEqual([]);
    expect(await calendar.next(team)).toEqual({});
  });

  test('is handed on where it is an upkeep, and leaves the calendar', async () => {
    const { calendar, queued, beat } = world();
    await calendar.planUpkeep(team, monday);
    expect(await calendar.next(team)).toEqual({});
    await beat(monday);
    await beat(monday);
    expect(queued).toEqual([`T1-C1-upkeep-${monday}`]);
  });

  test('is passed over in a week that has had its prompt, whoever posted that', async () => {
    const { store, calendar, queued, passedOver, beat } = world();
    await redis.client.set(keys.team(team), '{}');
    await store.mark({ team, kind: 'prompt', instant: monday }, { state: 'sent' }, ['planned']);
    await store.write(team, 'prompt', firstPrompt);
    await beat(firstPrompt);
    expect(queued).toEqual([]);
    expect(passedOver).toEqual(['prompt too-soon']);
    expect((await calendar.next(team)).prompt).toBe(firstPrompt + WEEK);
  });

  test('does not wait for another team’s of the same time, and comes before whatever is due later', async () => {
    const other = { workspace: 'T1', channel: 'C2' };
    const { store, calendar, report } = world({ C1: weekly, C2: weekly });
    await store.write(team, 'prompt', firstPrompt);
    await store.write(team, 'closing', firstPrompt + 1);
    await store.write(other, 'prompt', firstPrompt);
    await store.write(other, 'closing', firstPrompt + 2);
    const queued: string[] = [];
    let goOn = () => {};
    const slowFor = ({ team: { channel }, kind }: Slot) => {
      queued.push(`${channel} ${kind}`);
      if (channel === 'C2' || kind === 'closing') return Promise.resolve();
      return new Promise<void>((resolve) => {
        goOn = resolve;
      });
    };
    const taken = calendar.takeDue(firstPrompt + 2, slowFor, report);
    await expect.poll(() => queued).toEqual(['C1 prompt', 'C2 prompt']);
    goOn();
    expect((await taken).map(({ kind }) => kind)).toEqual(['prompt', 'prompt', 'closing', 'closing']);
    expect(queued).toEqual(['C1 prompt', 'C2 prompt', 'C1 closing', 'C2 closing']);
  });

  test('is handed on although an entry beside it is none of ours', async () => {
    const { calendar, queued, problems, beat } = world();
    await calendar.plan(team, monday);
    await redis.client.zadd(keys.due(), 1, 'nonsense');
    await beat(firstPrompt);
    expect(queued).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });

  test('of other teams is handed on although one team cannot be read', async () => {
    const { store, queued, problems, beat } = world();
    const broken = { workspace: 'T1', channel: 'CBROKEN' };
    await store.write(broken, 'prompt', monday - 1);
    await store.write(team, 'prompt', monday);
    expect(await beat(monday)).toHaveLength(1);
    expect(queued).toEqual([`T1-C1-prompt-${monday}`]);
    expect(problems).toEqual([new Error('its settings cannot be read')]);
    expect(await store.next(broken)).toEqual({ prompt: monday - 1 });
  });

  test('is planned afresh without touching the closing', async () => {
    const { calendar } = world();
    await calendar.planClosing(team, monday + 1);
    await calendar.plan(team, monday);
    expect(await calendar.next(team)).toEqual({
      closing: monday + 1,
      prompt: firstPrompt,
      opening: firstOpening,
    });
  });

  test('is not lost where a change of settings comes between its time and the heartbeat', async () => {
    const agendas = { C1: weekly };
    const { calendar, queued, beat } = world(agendas);
    await calendar.plan(team, monday);
    agendas.C1 = { ...weekly, prompt: { rhythm: { day: 'tue', time: '10:00' }, after: 0, skipped: [] } };
    await calendar.plan(team, firstPrompt + 30_000);
    await beat(firstPrompt + 60_000);
    expect(queued).toEqual([`T1-C1-prompt-${firstPrompt}`]);
    expect((await calendar.next(team)).prompt).toBe(utc('2026-01-13T10:00'));
  });

  test('is taken back by a skip that comes between its time and the heartbeat', async () => {
    const agendas = { C1: weekly };
    const { calendar } = world(agendas);
    await calendar.plan(team, monday);
    agendas.C1 = {
      ...weekly,
      prompt: { rhythm: { day: 'mon', time: '09:30' }, after: 0, skipped: [firstPrompt] },
    };
    await calendar.plan(team, firstPrompt + 30_000);
    expect((await calendar.next(team)).prompt).toBe(firstPrompt + WEEK);
  });

  test('is taken out by a plan whose agenda is empty, the closing apart', async () => {
    const agendas: { [channel: string]: Agenda } = { C1: weekly };
    const { calendar } = world(agendas);
    await calendar.planClosing(team, monday + 1);
    await calendar.plan(team, monday);
    agendas.C1 = off;
    await calendar.plan(team, monday);
    expect(await calendar.next(team)).toEqual({ closing: monday + 1 });
  });

  test('is all gone when a team is forgotten', async () => {
    const { calendar } = world();
    await calendar.plan(team, monday);
    await calendar.planClosing(team, monday + 1);
    await calendar.forget(team);
    expect(await calendar.next(team)).toEqual({});
  });
});
