import { afterEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/duration.ts';
import { openOffice } from '../listeners/office.ts';
import { commandsDuring } from '../pulse/monitor.ts';
import { withRedis } from '../pulse/store-world.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type OpsWorld, opsWorld, people } from './ops-world.ts';

let here: OpsWorld | undefined;
afterEach(async () => {
  await here?.world.close();
  here = undefined;
});

async function begin(options: Partial<Parameters<typeof opsWorld>[0]> = {}): Promise<OpsWorld> {
  here = await opsWorld({ teams: 1, ...options });
  return here;
}

/** The parts that are ready, or not, by the metrics. */
const readyIn = (page: string) =>
  [...page.matchAll(/^many_hands_ready\{part="(\w+)"\} (\d)$/gm)]
    .map(([, part, is]) => `${part} ${is}`)
    .sort();

describe('the ops port', () => {
  it('is not there unless it is asked for', async () => {
    expect((await openOffice()).app.opsPort()).toBeUndefined();
  });

  it('says that the process lives, and whether it can work', async () => {
    const { get, metrics } = await begin();
    expect(await (await get('/healthz')).text()).toBe('ok\n');
    const ready = await get('/readyz');
    expect([ready.status, await ready.text()]).toEqual([200, 'redis: ok\nslack: ok\nheartbeat: ok\n']);
    expect(readyIn(await metrics())).toEqual(['redis 1', 'slack 1']);
  });

  it('says so when no heartbeat has come for 90 seconds, until one does', async () => {
    const { get, world, after } = await begin();
    world.clock.jumpTo(world.clock.now() + 2 * MINUTE);
    const late = await get('/readyz');
    expect([late.status, await late.text()]).toEqual([
      503,
      'redis: ok\nslack: ok\nheartbeat: none for 120 seconds\n',
    ]);
    await after(MINUTE);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('is closed with the app', async () => {
    const { world } = await begin();
    const port = world.app.opsPort();
    await world.app.stop();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('counts slots by kind and outcome, how late they came, and Slack’s errors by code', async () => {
    const { world, goTo, metrics } = await begin({ teams: 2 });
    world.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    await goTo('opening');
    const page = await metrics();
    expect(page).toContain('many_hands_slots_total{kind="prompt",outcome="hopeless"} 1');
    expect(page).toContain('many_hands_slots_total{kind="prompt",outcome="sent"} 1');
    expect(page).toContain('many_hands_slots_total{kind="opening",outcome="sent"} 1');
    expect(page).toContain('many_hands_slot_lateness_seconds_count{kind="prompt"} 1');
    expect(page).toContain('many_hands_slack_errors_total{code="is_archived"} 1');
    expect(page).toContain(`many_hands_heartbeat_timestamp_seconds ${world.clock.now() / 1_000}`);
    expect(page).toContain('many_hands_queue_slots{state="waiting"} 0');
  });
});

it('names no workspace, channel, person, pulse or slot, after a week in which much went wrong', async () => {
  const { world, goTo, tap, after, get } = await begin({ teams: 3 });
  world.standIn.failNext('chat.postMessage', { kind: 'error', code: 'not_in_channel' });
  await goTo('opening');
  for (const user of people.slice(0, 4)) for (const at of [0, 1, 2]) await tap(user, at).catch(() => '');
  await after(HOUR);
  world.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
  await goTo('closing');
  const pages = ['/metrics', '/readyz', '/healthz', '/', '/metrics?UANN'].map(async (path) => {
    const answer = await get(path);
    return `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
  });
  const told = (await Promise.all(pages)).join('\n');
  expect(told).toContain('kind="closing"');
  expect(told).not.toMatch(/TWORK|CTEAM|UBOSS|UANN|\d{13}/);
});

describeWithRedis('answers in the metrics', () => {
  const redis = withRedis();
  const answersIn = (page: string) =>
    page.split('\n').filter((line) => line.startsWith('many_hands_answers_total{'));

  it('come once an hour, of the hour that is over, where three pulses are open', async () => {
    const { goTo, tap, after, metrics } = await begin({ teams: 3, store: redis.store });
    await goTo('opening');
    for (const at of [0, 1, 2]) await tap('UANN', at);
    await after(HOUR);
    for (const user of people.slice(1, 6)) for (const at of [0, 1, 2]) await tap(user, at);
    await tap('UBEN', 0);
    const before = await metrics();
    expect(answersIn(before)).toEqual([]);
    await after(HOUR - 1);
    expect(answersIn(await metrics())).toEqual([]);
    await after(1);
    expect(answersIn(await metrics())).toEqual([
      'many_hands_answers_total{outcome="added"} 15',
      'many_hands_answers_total{outcome="already-answered"} 1',
    ]);
  });

  it('never come where two are open', async () => {
    const { goTo, tap, after, metrics } = await begin({ teams: 2, store: redis.store });
    await goTo('opening');
    for (const user of people) {
      for (const at of [0, 1]) await tap(user, at);
      await after(HOUR);
    }
    expect(answersIn(await metrics())).toEqual([]);
  });

  it('never come of an hour in which one of three was deleted', async () => {
    const { goTo, tap, after, metrics, world, teams } = await begin({ teams: 3, store: redis.store });
    await goTo('opening');
    const everywhere = async (user: string) => {
      for (const at of [0, 1, 2]) await tap(user, at);
    };
    await everywhere('UANN');
    await after(HOUR);
    for (const user of people.slice(1, 6)) await everywhere(user);
    for (const team of teams.slice(2)) await world.app.rooms.pulses.discard(team);
    await after(HOUR);
    expect(answersIn(await metrics())).toEqual([]);
  });

  it('cost no tap a round trip: it is one, as without them', async () => {
    const { goTo, tap } = await begin({ teams: 3, store: redis.store });
    await goTo('opening');
    await tap('UANN', 0); // Teaches Redis the script.
    const commands = await commandsDuring(redis.redis, () => tap('UBEN', 1));
    const ours = commands.filter((words) => words.some((word) => word.startsWith('hands:')));
    // The first is this test’s own question for the pulse.
    expect(ours.map(([name]) => name)).toEqual(['hgetall', 'evalsha']);
  });
});

describeWithRedis('a Redis that goes away', () => {
  const redis = withRedis();

  it('is told at once, and the metrics still come, without the queue', async () => {
    const { get, metrics, world } = await begin({ store: redis.store });
    expect(await metrics()).toContain('many_hands_queue_slots{');
    await redis.redis.kill();
    await eventually(() => world.store.client.status !== 'ready');
    const ready = await get('/readyz');
    expect([ready.status, await ready.text()]).toEqual([
      503,
      'redis: does not answer\nslack: ok\nheartbeat: ok\n',
    ]);
    expect((await get('/healthz')).status).toBe(200);
    expect(readyIn(await metrics())).toEqual(['redis 0', 'slack 1']);
    await eventually(async () => !(await metrics()).includes('many_hands_queue_slots{'));
    await redis.redis.restart();
    await eventually(async () => (await get('/readyz')).status === 200);
    await eventually(async () => (await metrics()).includes('many_hands_queue_slots{'));
  });

  it('is told when it only does not answer, and nothing waits for it for long', async () => {
    const { get, metrics } = await begin({ store: redis.store });
    await redis.redis.client.client('PAUSE', 60_000, 'ALL');
    expect(await metrics()).not.toContain('many_hands_queue_slots{');
    expect(await (await get('/readyz')).text()).toContain('redis: does not answer\n');
    await redis.redis.restart();
    await eventually(async () => (await get('/readyz')).status === 200);
  });
});

describeWithRedis('a heartbeat that cannot read the calendar', () => {
  const redis = withRedis();

  it('counts for nothing: what it says of itself would hide that nothing is posted', async () => {
    const { get, metrics, world } = await begin({ store: redis.store });
    const beatAt = async () => /^many_hands_heartbeat_timestamp_seconds (\d+)$/m.exec(await metrics())?.[1];
    const before = await beatAt();
    await redis.redis.kill();
    await eventually(() => world.store.client.status !== 'ready');
    world.clock.jumpTo(world.clock.now() + 5 * MINUTE);
    await world.app.beat();
    expect(await beatAt()).toBe(before);
    expect(await (await get('/readyz')).text()).toContain('heartbeat: none for 300 seconds\n');
    await redis.redis.restart();
    await eventually(() => world.store.client.status === 'ready');
    await world.app.beat();
    expect(await beatAt()).toBe(String(world.clock.now() / 1_000));
  });
});
