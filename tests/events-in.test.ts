import { expect, it } from 'vitest';
import { MINUTE } from '../src/duration.ts';
import { createTeamStore } from '../src/team/team-store.ts';
import { eventually } from './redis/stores.ts';
import { type RunningProgram, runProgram, team } from './running-program.ts';
import { memberJoined, slashCommand } from './support/payloads.ts';
import { describeWithRedis } from './support/private-redis.ts';

const joined = (eventId: string) =>
  JSON.stringify(memberJoined({ user: 'UGUS', channel: 'CTEAM', workspace: 'TWORK', eventId }));

/** How many changes of its roster the team has counted. */
const counted = ({ store }: RunningProgram) => createTeamStore({ client: store.client }).rosterChanges(team);

async function enrolled() {
  const world = await runProgram({ door: 'http' });
  const { post, standIn } = world;
  const payload = slashCommand({
    user_id: 'UANN',
    channel_id: 'CTEAM',
    team_id: 'TWORK',
    text: 'setup mon 9:30',
    response_url: standIn.responseUrl('UANN', 'CTEAM'),
  });
  await post(new URLSearchParams(Object.entries(payload)).toString());
  await eventually(() => standIn.responses.length === 1);
  return world;
}

describeWithRedis('an event over HTTP', () => {
  it('that Slack sends again is counted once', async () => {
    const world = await enrolled();
    const before = await counted(world);
    for (const after of [0, 1, 60, 290])
      expect((await world.post(joined('Ev1'), { after })).status).toBe(200);
    await world.post(joined('Ev2'));
    expect(await counted(world)).toBe(before + 2);
  });

  it('that comes while Redis is away is refused, and handled when Slack sends it again', async () => {
    const world = await enrolled();
    const before = await counted(world);
    await world.redis.kill();
    await eventually(() => world.program.printed().includes('redis-lost'));
    expect((await world.post(joined('Ev1'))).status).toBe(503);
    await world.redis.restart();
    await eventually(() => world.program.printed().includes('redis-back'));
    await eventually(() => world.store.client.status === 'ready');
    expect((await world.post(joined('Ev1'), { after: 60 })).status).toBe(200);
    expect(await counted(world)).toBe(before + 1);
  });
});

describeWithRedis('a command over HTTP', () => {
  it('that was taken before a restart is refused after it, and leaves a digest for ten minutes', async () => {
    const { post, program, start, store, standIn } = await runProgram({ door: 'http' });
    const response_url = standIn.responseUrl('UANN', 'CTEAM');
    const command = slashCommand({ user_id: 'UANN', channel_id: 'CTEAM', text: 'help', response_url });
    const body = new URLSearchParams(Object.entries(command)).toString();
    const now = Math.floor(Date.now() / 1_000);
    expect((await post(body, { now })).status).toBe(200);
    await eventually(() => standIn.responses.length === 1);
    const [key = '', ...others] = await store.client.keys('hands:*:request');
    expect(others).toEqual([]);
    expect(await store.client.pttl(key)).toBeGreaterThan(9 * MINUTE);
    program.signal('SIGKILL');
    await program.exit;
    await start();
    expect((await post(body, { now })).status).toBe(401);
    expect((await post(body, { now, after: 1 })).status).toBe(200);
  });
});
