import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { queueNames } from '../../../jobs/queue.ts';
import { freePort } from '../../../playground/free-port.ts';
import { startStandIn } from '../../../playground/stand-in/stand-in.ts';
import { messagesIn } from '../../../playground/stand-in/workspace.ts';
import { createJumpingClock } from '../../../playground/world/jumping-clock.ts';
import { monday } from '../../../playground/world/world.ts';
import { readContent } from '../../../src/content.ts';
import { SECOND } from '../../../src/duration.ts';
import { defaultQuestions } from '../../../src/pulse/question-catalogue.ts';
import { openStore } from '../../../src/redis/connection.ts';
import { keys } from '../../../src/redis/keys.ts';
import { buildRooms } from '../../../src/rooms.ts';
import { createClients } from '../../../src/slack/clients.ts';
import { createGateway } from '../../../src/slack/gateway.ts';
import { defaultSettings } from '../../../src/team/default-settings.ts';
import type { Settings } from '../../../src/team/team.ts';
import type { TeamId } from '../../../src/team-id.ts';
import { recordingLog } from '../../redis/stores.ts';
import { silent } from '../../stand-in/world.ts';
import { eventually } from '../../support/eventually.ts';
import { startPrivateRedis } from '../../support/private-redis.ts';
import { type Program, startProgram } from '../../support/program.ts';
import { type SlowWire, slowWire } from './slow-wire.ts';

export type Site = Awaited<ReturnType<typeof openSite>>;
/** `name`: what the wire to Slack calls it. */
export type Instance = Program & { readonly url: string; readonly name: string };

export const SIGNING_SECRET = 'faults';
export const boss = 'UBOSS';
/** Eight: with fewer, a pulse comes every two weeks only. */
export const mates = ['UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS', 'UHAL', 'UIDA'] as const;
export const teamAt = (number: number): TeamId => ({ workspace: 'TWORK', channel: `C${number}` });

export type SiteOptions = {
  /** How many channels there are, C0, C1 …, each with the boss and the same people. */
  readonly teams: number;
  /** Who is in each channel beside the boss. One is too few for a pulse. */
  readonly people?: readonly string[];
  /** How long (ms) anything takes to Slack, and again back. */
  readonly pause?: () => number;
  /** Where Socket Mode is, for processes whose door it is. */
  readonly socketUrl?: string;
};

export type StartOptions = {
  readonly ahead?: number;
  readonly concurrency?: number;
  readonly door?: 'http' | 'socket';
};

/**
 * One Redis with an append-only file, one Slack, one clock and one folder for keys, for as many real processes as a test
 * starts; and the rooms in the test's own process, without a worker, to enrol teams and to look.
 */
export async function openSite({ teams, people = ['UBEN'], pause = () => 0, ...place }: SiteOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'many-hands-faults-'));
  const redis = await startPrivateRedis({ appendonly: true });
  const members = [boss, ...people];
  const channels = Array.from({ length: teams }, (_, at) => ({ id: teamAt(at).channel, members }));
  const clock = createFileClock(join(folder, 'clock'));
  const workspace = { users: members.map((id) => ({ id })), channels };
  const responseOrigin = () => wire.apiUrlFor('anyone').replace(/\/api\/$/, '');
  const standIn = await startStandIn({ workspace, clock, responseOrigin, ...place });
  const wire: SlowWire = await slowWire(standIn.apiUrl, pause);
  const keyDir = join(folder, 'keys');
  const { token } = standIn.workspace.bot;
  const store = await openStore({ url: redis.url, dataDir: folder, log: recordingLog() });
  const content = readContent();
  const queues = queueNames.map((name) => {
    const queue = new Queue(name, { connection: redis.client, prefix: keys.queuePrefix });
    return queue.on('error', () => undefined); // It reconnects by itself.
  });
  const slack = { slackApiUrl: standIn.apiUrl, logger: silent };
  const rooms = buildRooms(
    {
      botToken: token,
      door: { kind: 'http', signingSecret: SIGNING_SECRET, port: 1, host: '127.0.0.1' },
      dataDir: folder,
      keyDir,
      logLevel: 'silent',
      locale: 'en',
    },
    { clock, random: { bytes: randomBytes }, store, content },
    createGateway(createClients(token, slack)),
  );

  /** Hands on what waits to be tried again. Gives how many slots are on the queues. */
  async function hurry(): Promise<number> {
    let left = 0;
    for (const queue of queues) {
      for (const job of await queue.getDelayed()) await job?.promote().catch(() => undefined);
      left += await queue.getJobCountByTypes('active', 'waiting', 'delayed');
    }
    return left;
  }

  /** Hands on what waits to be tried again, and lets time pass, so that nobody counts as sending any more. */
  async function isDrained(): Promise<boolean> {
    clock.jumpTo(clock.now() + SECOND);
    // First what is due: it goes from there to a queue.
    const due = await redis.client.zcount(keys.due(), '-inf', clock.now());
    return due + (await hurry()) === 0;
  }

  return {
    redis,
    standIn,
    wire,
    clock,
    rooms,
    store,
    keyDir,
    hurry,

    /** Starts a process; `ahead`: how far (ms) its clock is. */
    async start(options: StartOptions = {}): Promise<Instance> {
      const port = await freePort();
      const name = `instance-${port}`;
      const environment = {
        SLACK_BOT_TOKEN: token,
        SLACK_API_URL: wire.apiUrlFor(name),
        ...(options.door === 'socket'
          ? { SLACK_APP_TOKEN: standIn.workspace.bot.appToken }
          : { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: String(port) }),
        REDIS_URL: redis.url,
        KEY_DIR: keyDir,
        DATA_DIR: folder,
        FAULT_CLOCK: clock.path,
        FAULT_AHEAD: String(options.ahead ?? 0),
        FAULT_CONCURRENCY: String(options.concurrency ?? 8),
      };
      const program = startProgram(environment, { file: 'tests/faults/support/fault-app.ts' });
      return { ...program, name, url: `http://127.0.0.1:${port}/slack/events` };
    },

    /** A team in a channel, managed by the boss. */
    async enrol(team: TeamId, settings: Partial<Settings> = {}): Promise<void> {
      const questions = defaultQuestions(content.en.questions);
      const usual = defaultSettings({ locale: 'en', manager: boss, timezone: 'UTC', questions });
      const { kind } = await rooms.teams.enrol({ id: team, by: boss }, { ...usual, ...settings });
      if (kind !== 'done') throw new Error(`the team could not be enrolled: ${kind}`);
    },

    /** What stands in a team's channel and is like the pattern. */
    said: (team: TeamId, pattern: RegExp): readonly string[] =>
      messagesIn(standIn.workspace, team.channel).flatMap(({ text }) => (pattern.test(text) ? [text] : [])),

    /** Waits until nothing is due and nothing is on the queue. */
    drained: () => eventually(isDrained, 60_000),

    keyFiles: () => readdir(keyDir).catch((): string[] => []),

    async close(): Promise<void> {
      for (const queue of queues) await queue.close();
      await store.close();
      await redis.stop();
      await wire.stop();
      await standIn.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until processes have signed in and work. */
export async function areUp(...instances: readonly Instance[]): Promise<void> {
  await eventually(() => instances.every(({ printed }) => printed().includes('The app is up')), 60_000);
}

/** Waits until each process has looked at the calendar, whole, at the time that it is now. */
export async function haveBeaten(...instances: readonly Instance[]): Promise<void> {
  const beats = ({ printed }: Instance) => printed().split('A beat').length;
  const before = instances.map(beats);
  // Two more: the first may have begun before.
  await eventually(() => instances.every((one, at) => beats(one) >= (before[at] ?? 0) + 2));
}

/** A clock that several processes read, and that stands still until it is moved. */
function createFileClock(path: string) {
  const { now, jumpTo } = createJumpingClock(monday);
  const write = () => {
    writeFileSync(`${path}.new`, String(now()));
    renameSync(`${path}.new`, path);
  };
  write();
  return {
    path,
    now,
    jumpTo(instant: number): void {
      jumpTo(instant);
      write();
    },
  };
}
