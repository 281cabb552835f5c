import { expect, it } from 'vitest';
import { createSlotQueue } from '../jobs/queue.ts';
import { messagesIn } from '../playground/stand-in/workspace.ts';
import { createCalendarStore } from '../src/calendar/calendar-store.ts';
import type { Slot } from '../src/calendar/slot.ts';
import { DAY, MINUTE, SECOND } from '../src/duration.ts';
import { defaultSettings, newTeam } from '../src/team/default-settings.ts';
import { rhythm } from '../src/team/team.ts';
import { createTeamStore } from '../src/team/team-store.ts';
import { eventually } from './redis/stores.ts';
import { type RunningProgram, runProgram, team } from './running-program.ts';
import { slashCommand } from './support/payloads.ts';
import { describeWithRedis } from './support/private-redis.ts';

/** Whoever stops a service kills it after that long (ms): docker stop, systemd and Kubernetes wait longer. */
const KILLED_AFTER = 10 * SECOND;

/** Sends SIGTERM, and tells how the program ended and how long (ms) that took. */
async function terminate(program: RunningProgram['program']) {
  const begun = performance.now();
  program.signal('SIGTERM');
  const end = await program.exit;
  return { ...end, milliseconds: performance.now() - begun };
}

/** Types `/hands …`, and has it acked. */
async function typed({ post, socketMode, standIn }: RunningProgram, text: string, over: 'http' | 'socket') {
  const response_url = standIn.responseUrl('UANN', 'CTEAM');
  const payload = slashCommand({
    user_id: 'UANN',
    channel_id: 'CTEAM',
    team_id: 'TWORK',
    text,
    response_url,
  });
  if (over === 'socket') return expect(await socketMode.send('slash_commands', payload)).not.toBe('lost');
  expect((await post(new URLSearchParams(Object.entries(payload)).toString())).status).toBe(200);
}

const said = ({ standIn }: RunningProgram) => standIn.responses.map(({ body }) => String(body.text));
const posted = ({ standIn }: RunningProgram) => messagesIn(standIn.workspace, 'CTEAM');
const calls = ({ standIn }: RunningProgram, method: string) =>
  standIn.calls.filter((call) => call.method === method).length;
const teams = ({ store }: RunningProgram) => createTeamStore({ client: store.client });

/** A team of long standing whose prompt is due this minute; its slot is put on the queue, as a heartbeat would. */
async function due(world: RunningProgram): Promise<Slot> {
  const { store } = world;
  const instant = Math.floor(Date.now() / MINUTE) * MINUTE;
  const at = new Date(instant).toUTCString(); // Mon, 05 Jan 2026 09:30:00 GMT
  const prompt = rhythm.parse({ day: at.slice(0, 3).toLowerCase(), time: at.slice(17, 22) });
  const questions = { workload: 'work-fits-hours', asking: 'ease-of-asking', delegation: 'work-shared' };
  const settings = defaultSettings({ manager: 'UANN', timezone: 'UTC', locale: 'en', questions, prompt });
  await teams(world).create(team, newTeam(settings, instant - 100 * DAY));
  const slot: Slot = { team, kind: 'prompt', instant };
  const queue = createSlotQueue({ store });
  await queue.put(slot);
  await queue.close();
  return slot;
}

const recordOf = ({ store }: RunningProgram, slot: Slot) =>
  createCalendarStore({ client: store.client }).record(slot);

describeWithRedis('SIGTERM', () => {
  it.each(['http', 'socket'] as const)(
    'lets work that was acked be done, though Slack is slow (%s)',
    async (door) => {
      const world = await runProgram({ door });
      world.standIn.failNext('chat.postMessage', { kind: 'slow', milliseconds: 1_500 });
      world.standIn.failNext('response_url', { kind: 'slow', milliseconds: 1_500 });
      await typed(world, 'setup mon 9:30', door);
      await eventually(() => calls(world, 'conversations.info') > 0);
      const { code, milliseconds } = await terminate(world.program);
      expect(code).toBe(0);
      expect(milliseconds).toBeLessThan(KILLED_AFTER);
      expect(await teams(world).read(team)).toBeDefined();
      expect(posted(world)).toHaveLength(1);
      expect(said(world)).toHaveLength(1);
    },
  );

  it('lets a slot that runs be done, and recorded', async () => {
    const world = await runProgram({ door: 'socket' });
    world.standIn.failNext('chat.postMessage', { kind: 'slow', milliseconds: 1_500 });
    const slot = await due(world);
    await eventually(() => calls(world, 'chat.postMessage') > 0);
    expect(await recordOf(world, slot)).toMatchObject({ state: 'sending' });
    const { code, milliseconds } = await terminate(world.program);
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(KILLED_AFTER);
    expect(await recordOf(world, slot)).toMatchObject({ state: 'sent' });
  });

  it('leaves in time where Slack hangs, and what was to be sent is unknown, not sent again', async () => {
    const world = await runProgram({ door: 'http' });
    world.standIn.failNext('chat.postMessage', { kind: 'accept-then-hang' });
    const slot = await due(world);
    await eventually(() => posted(world).length > 0);
    const { code, milliseconds } = await terminate(world.program);
    expect(milliseconds).toBeLessThan(KILLED_AFTER);
    expect(code).toBe(0);
    expect(world.program.printed()).toContain('left to whoever runs next');
    expect(await recordOf(world, slot)).toMatchObject({ state: 'sending' });
    expect(posted(world)).toHaveLength(1);
  });

  it('takes no part in what comes later', async () => {
    const world = await runProgram({ door: 'socket' });
    await terminate(world.program);
    expect(world.socketMode.history).toEqual(['open 1', 'end 1']);
    expect(world.program.printed()).not.toContain('A handler failed');
  });
});
