import { freePort } from '../../playground/free-port.ts';
import { type SocketMode, startSocketMode } from '../../playground/stand-in/socket-mode.ts';
import type { Place } from '../place.ts';
import { createHttpLanes } from '../slack/http-lanes.ts';
import type { Lanes } from '../slack/lanes.ts';
import { type QuickSlack, startQuickSlack } from '../slack/quick-slack.ts';
import { SIGNING_SECRET } from '../slack/signed-request.ts';
import { createSocketLanes } from '../slack/socket-lanes.ts';
import { type Contestant, startContestant } from './start.ts';

/** As compiled by `npm run bench`: what tsx adds to functions would count against whoever has more of them. */
const programs = {
  bare: 'dist/bench/contestants/bare.js',
  bolt: 'dist/bench/contestants/plain-bolt.js',
  http: 'dist/src/main.js',
  socket: 'dist/src/main.js',
} as const;

export type ContestantName = keyof typeof programs;
export const contestantNames = Object.keys(programs) as readonly ContestantName[];

/** At once, as in the goal: 64 connections, or as many envelopes over Socket Mode. */
export const AT_ONCE = 64;

export type Entrant = Contestant & { readonly lanes: Lanes };

export type Field = {
  readonly slack: QuickSlack;
  /** Throws for one that does not take part. */
  readonly entrant: (name: ContestantName) => Entrant;
  readonly close: () => Promise<void>;
};

/** Starts those who take part, each in a process of its own, and Slack's side for all of them. */
export async function openField(place: Place, names: readonly ContestantName[]): Promise<Field> {
  const socketMode = await startSocketMode();
  const slack = await startQuickSlack({ socketUrl: () => socketMode.url });
  const entrants = await Promise.all(names.map((name) => enter(name, { place, slack, socketMode })));
  return {
    slack,
    entrant(name) {
      const found = entrants[names.indexOf(name)];
      if (found === undefined) throw new Error(`${name} does not take part`);
      return found;
    },
    async close() {
      for (const { lanes } of entrants) lanes.close();
      await Promise.all(entrants.map(({ stop }) => stop()));
      await Promise.all([slack.stop(), socketMode.stop()]);
    },
  };
}

type Ground = { readonly place: Place; readonly slack: QuickSlack; readonly socketMode: SocketMode };

async function enter(name: ContestantName, { place, slack, socketMode }: Ground): Promise<Entrant> {
  const port = await freePort();
  const way =
    name === 'socket'
      ? { SLACK_APP_TOKEN: 'xapp-bench' }
      : { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: `${port}` };
  const environment = {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_API_URL: slack.apiUrl,
    REDIS_URL: place.redisUrl,
    KEY_DIR: place.keyDir,
    ...way,
  };
  const contestant = await startContestant({ name, program: programs[name], environment });
  const lanes = name === 'socket' ? createSocketLanes(socketMode, AT_ONCE) : createHttpLanes(port, AT_ONCE);
  return { ...contestant, lanes };
}
