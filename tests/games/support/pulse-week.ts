import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jobs } from '../../../jobs/index.ts';
import type { Response } from '../../../playground/stand-in/response-urls.ts';
import { messagesIn } from '../../../playground/stand-in/workspace.ts';
import { createWorld, type World, type WorldOptions } from '../../../playground/world/world.ts';
import type { Slot } from '../../../src/calendar/slot.ts';
import { readContent } from '../../../src/content.ts';
import { DAY, MINUTE, SECOND } from '../../../src/duration.ts';
import { createLog } from '../../../src/log.ts';
import { answerActionId } from '../../../src/pulse/answer-view.ts';
import { type AnswerValue, answerValue } from '../../../src/pulse/button-value.ts';
import type { PulseRecord } from '../../../src/pulse/pulse-record.ts';
import type { Choice } from '../../../src/pulse/tally.ts';
import type { TeamId } from '../../../src/team-id.ts';

export const team = { workspace: 'TWORK', channel: 'CTEAM' };
export const manager = 'UMANAGER';
export const latecomer = 'ULATE';

/** Read once: a game has a hundred worlds. */
const content = readContent();

/** Respondents by number. */
export const respondents = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `UPERSON${at + 1}`);

export type PulseWeek = Awaited<ReturnType<typeof openPulseWeek>>;

/**
 * The whole app with one team whose pulse has just opened: a manager, the respondents, and someone who has joined
 * since. Keeps every line of the real log.
 */
export async function openPulseWeek(
  options: Omit<WorldOptions, 'workspace'> & {
    readonly people: readonly string[];
    /**
     * `straight`: slots are run as the worker would, but not through the queue, whose worker and heartbeat race by
     * the wall clock: two runs of the same history would differ in the order of commands.
     */
    readonly runs?: 'queued' | 'straight';
  },
) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  const world = await createWorld({
    log,
    ...options,
    ports: { content, ...options.ports },
    workspace: {
      users: [manager, ...options.people, latecomer].map((id) => ({ id })),
      channels: [{ id: team.channel, members: [manager, ...options.people] }],
    },
  });
  await world.command(manager, team.channel, 'setup mon 9:30');
  const runUntil = options.runs === 'straight' ? straightTo : world.advanceTo;
  await runUntil((await planned(world, 'opening')) + SECOND, [team], world);
  world.standIn.workspace.channels.get(team.channel)?.members.push(latecomer);
  const { record } = await openPulse(world);
  return {
    world,
    record,
    /** The lines of the log, without the wall clock's time. */
    lines: () => lines.map((line) => line.replace(/"time":\d+,/, '')),
    pulseKey: await readFile(join(world.keyDir, `${record.id}.key`)),
    ...taps(world, record),

    /** Lets time pass until the pulse has closed. */
    close: () => runUntil(record.closesAt + MINUTE, [team], world),
  };
}

/** What people do with the buttons of the pulse; every verb takes a minute of the clock. */
function taps(world: World, record: PulseRecord) {
  const messageTs = messagesIn(world.standIn.workspace, team.channel).at(-1)?.ts ?? '';

  function press(user: string, actionId: string, value: string): Promise<readonly Response[]> {
    world.clock.jumpTo(world.clock.now() + MINUTE);
    return world.press({ user, channel: team.channel, messageTs, actionId, value });
  }

  return {
    press,

    /** Taps an option, or changes an answer where there is a seal. */
    tap(user: string, choice: Choice, sealed?: string): Promise<readonly Response[]> {
      const value: AnswerValue = { pulseId: record.id, optionCount: record.optionCount, choice };
      const whole = sealed === undefined ? value : { ...value, sealed };
      return press(user, answerActionId(choice, 'en'), answerValue(whole));
    },
  };
}

/** As `advanceTo`, without the queue. */
async function straightTo(instant: number, teams: readonly TeamId[], world: World): Promise<void> {
  const { calendar } = world.app.rooms;
  for (;;) {
    const plans = await Promise.all(teams.map((id) => calendar.next(id)));
    const due = Math.min(...plans.flatMap((plan) => Object.values(plan)));
    if (due > instant) break;
    world.clock.jumpTo(due);
    const taken: Slot[] = [];
    await calendar.takeDue(due, async (slot) => void taken.push(slot), fail);
    for (const slot of taken) await jobs[slot.kind](slot, world.app.rooms);
  }
  world.clock.jumpTo(instant);
}

function fail(problem: unknown): never {
  throw problem;
}

/** The sealed value in a private answer, if it has one. */
export function sealIn(responses: readonly Response[]): string | undefined {
  return /-\d+\.([A-Za-z0-9_-]{66})"/.exec(JSON.stringify(responses))?.[1];
}

async function planned(world: World, kind: 'opening'): Promise<number> {
  const instant = (await world.app.rooms.calendar.next(team))[kind];
  if (instant === undefined || instant > world.clock.now() + 7 * DAY) throw new Error('no pulse is planned');
  return instant;
}

async function openPulse(world: World): Promise<{ readonly record: PulseRecord }> {
  const open = await world.app.rooms.pulses.current(team);
  if (open === undefined) throw new Error('the pulse did not open');
  return open;
}
