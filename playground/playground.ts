import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import type { Config, Door } from '../src/config.ts';
import { readContent } from '../src/content.ts';
import { fallbackLocale, type Locale } from '../src/locale.ts';
import type { Clock, Log } from '../src/ports.ts';
import { openStore } from '../src/redis/connection.ts';
import { company } from './company.ts';
import { openControl } from './control.ts';
import { createEndings, type Endings } from './endings.ts';
import { freePort } from './free-port.ts';
import { type LocalSlack, startLocalSlack } from './local-slack.ts';
import { credentials } from './local-slack-config.ts';
import { startMakeup } from './makeup.ts';
import { quickTicker } from './repeat.ts';

/** Real milliseconds between two heartbeats. */
const BEAT = 250;
const OUR_HOST = '127.0.0.1';

export type PlaygroundOptions = {
  /** Port of the local Slack. */
  readonly port: number;
  readonly door: 'socket' | 'http';
  /** What new teams speak; default: English. */
  readonly locale?: Locale | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Real milliseconds between two heartbeats. */
  readonly beat?: number;
  /** Where to look for a Redis server. Default: the PATH. */
  readonly searchPath?: string;
  /** For whoever wants to end the playground before it has started. */
  readonly endings?: Endings;
};

export type Playground = Awaited<ReturnType<typeof startPlayground>>;

/**
 * Starts a local Slack with the company in it, and the real app against it, with a store and keys in a folder that
 * goes with it. Whatever was begun is ended again when something does not start.
 * @throws Error, `StoreUnavailable` or `StartProblem` with a sentence
 */
export async function startPlayground(options: PlaygroundOptions) {
  const { port, clock, log, beat = BEAT, searchPath = process.env.PATH } = options;
  const { add, run: stop } = options.endings ?? createEndings();
  try {
    // Its end first, and made without a pause: an interruption in between would leave it behind.
    const folder = join(tmpdir(), `many-hands-playground-${randomBytes(4).toString('hex')}`);
    await add(() => rm(folder, { recursive: true, force: true }));
    mkdirSync(folder, { mode: 0o700 });
    const ourPort = await freePort();
    const makeup = await startMakeup({
      slackUrl: `http://${OUR_HOST}:${port}`,
      appUrl: `http://${OUR_HOST}:${ourPort}/slack/events`,
      signingSecret: credentials.signingSecret,
      ...{ company, clock, pause: beat },
    });
    await add(makeup.stop);
    const http = options.door === 'http' ? { http: { requestUrl: makeup.requestUrl } } : {};
    const slack = await startLocalSlack({ port, company, began: add, ...http });
    const store = await openStore({ dataDir: join(folder, 'data'), searchPath, log });
    await add(store.close);
    const config = configFor({
      slack,
      folder,
      door: doorFor(options.door, slack, ourPort),
      locale: options.locale ?? fallbackLocale,
    });
    const app = createApp(config, {
      clock,
      random: { bytes: (size) => randomBytes(size) },
      log: withoutDiskWarning(log),
      store,
      content: readContent(),
      ticker: quickTicker(beat),
      realClock: { now: () => Date.now() },
      fetch: makeup.fetch,
    });
    await add(app.stop);
    await app.start();
    const control = await openControl({ url: slack.url, appId: company.app.id });
    await add(control.close);
    if (options.door === 'socket') await control.connected();
    return {
      url: slack.url,
      /** Settles with a few words once the local Slack is gone. */
      ended: slack.ended,
      control,
      store,
      /** Where the keys of open pulses are: with one, a test works out what its pulse must be shown as. */
      keyDir: config.keyDir,
      /** When a channel's next prompt, opening and closing are planned (ms). */
      next: (channel: string) => app.rooms.calendar.next({ workspace: company.workspace.id, channel }),
      /** Ends everything. May be called twice. */
      stop,
    };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

function doorFor(kind: PlaygroundOptions['door'], slack: LocalSlack, port: number): Door {
  if (kind === 'socket') return { kind, appToken: slack.appToken };
  return { kind, signingSecret: slack.signingSecret, port, host: OUR_HOST };
}

/** Here keys and data are in one folder that is thrown away in the end: nobody backs it up. */
function withoutDiskWarning(log: Log): Log {
  const warn: Log['warn'] = (message, fields) => {
    if (!message.startsWith('KEY_DIR')) log.warn(message, fields);
  };
  return { ...log, warn };
}

function configFor(given: {
  readonly slack: LocalSlack;
  readonly folder: string;
  readonly door: Door;
  readonly locale: Locale;
}): Config {
  const { slack, folder, door, locale } = given;
  return {
    botToken: slack.botToken,
    door,
    slackApiUrl: slack.apiUrl,
    dataDir: join(folder, 'data'),
    keyDir: join(folder, 'keys'),
    logLevel: 'warn',
    locale,
  };
}
