import { randomBytes } from 'node:crypto';
import { everyMinute } from '../jobs/heartbeat.ts';
import { createApp } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { type Content, readContent } from './content.ts';
import { SECOND } from './duration.ts';
import { readEnvFile } from './env-file.ts';
import type { ByLocale } from './locale.ts';
import { createLog } from './log.ts';
import type { Log } from './ports.ts';
import { custodyName } from './pulse/custody-name.ts';
import { openStore, type Store } from './redis/connection.ts';
import { custodiesOfPeers, peerName } from './redis/peers.ts';
import { StoreUnavailable } from './redis/store-error.ts';
import { postJson } from './slack/post-json.ts';
import { StartProblem } from './start-problem.ts';

/** What shells expect of a program that was interrupted before it was done: 128 and the signal's number. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 };
/** How long (ms) ending may take before we go without waiting. */
const LONGEST_END = 9.5 * SECOND;

/** The only file that touches the process: environment, start, signals, exit codes. */
async function main(): Promise<void> {
  readEnvFile();
  const parsed = parseConfig(process.env);
  const content = contentOrProblems();
  if ('problems' in parsed || 'problems' in content)
    throw new StartProblem([parsed, content].flatMap((one) => ('problems' in one ? one.problems : [])));
  await run(parsed.config, content);
}

function contentOrProblems(): ByLocale<Content> | { readonly problems: readonly string[] } {
  try {
    return readContent();
  } catch (error) {
    if (error instanceof StartProblem) return { problems: error.problems };
    throw error;
  }
}

async function run(config: Config, content: ByLocale<Content>): Promise<void> {
  const log = createLog({ level: config.logLevel });
  const life = liveUntilSignalled(log);
  try {
    await start({ config, content, log, life });
  } catch (error) {
    if (life.isEnding()) return;
    await life.end();
    throw error;
  }
}

async function start(given: {
  readonly config: Config;
  readonly content: ByLocale<Content>;
  readonly log: Log;
  readonly life: Life;
}): Promise<void> {
  const { config, content, log, life } = given;
  const { redisUrl: url, dataDir } = config;
  const random = { bytes: randomBytes };
  const custody = await custodyName(config, random);
  const opening = openStore({ url, dataDir, searchPath: process.env.PATH, log, name: peerName(custody) });
  // A server of our own is there before the store is open; a Redis elsewhere need not be waited for.
  if (url === undefined) life.beforeEnd(async () => (await opening).close());
  const store = await opening;
  if (url !== undefined) life.beforeEnd(() => store.close());
  if (life.isEnding()) return;
  await mustShareKeys(store, custody);
  const app = createApp(config, {
    clock: { now: () => Date.now() },
    random,
    log,
    store,
    content,
    ticker: everyMinute(log),
    fetch: globalThis.fetch,
    postJson,
  });
  life.beforeEnd(() => app.stop());
  await app.start();
  if (life.isEnding()) return;
  life.isUp();
  log.info(
    `Many Hands is running: ${config.door.kind === 'http' ? 'HTTP' : 'Socket Mode'}, ${store.description}`,
  );
}

/** Two processes on one Redis that do not find each other's keys would each make the other's pulses void. */
async function mustShareKeys({ client }: Store, custody: string): Promise<void> {
  const others = (await custodiesOfPeers(client)).filter((one) => one !== custody);
  if (others.length === 0) return;
  throw new StartProblem([
    'Another process on this Redis keeps the keys of open pulses elsewhere. Let all mount one KEY_DIR, or give all the same KEY_ENCRYPTION_KEY.',
  ]);
}

type Life = ReturnType<typeof liveUntilSignalled>;

/**
 * Ends at the first signal what has been started by then, the last first, and the process after that: with 0, or
 * with what shells expect of an interrupted program where the start was not done. Further signals change nothing:
 * npm passes on what the terminal has sent already.
 */
function liveUntilSignalled(log: Log) {
  const steps: (() => Promise<void>)[] = [];
  const state = { isEnding: false, isUp: false };
  const end = async () => {
    state.isEnding = true;
    for (const step of steps.splice(0).reverse()) await step().catch(() => undefined);
  };
  const endOn = (signal: keyof typeof INTERRUPTED) => async () => {
    if (state.isEnding) return;
    log.info('Stopping');
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), LONGEST_END));
    const outcome = await Promise.race([end(), late]);
    if (outcome === 'late') log.error('Stopping takes too long: leaving without waiting');
    process.exit(state.isUp && outcome !== 'late' ? 0 : INTERRUPTED[signal]);
  };
  process.on('SIGINT', endOn('SIGINT')).on('SIGTERM', endOn('SIGTERM'));
  return {
    end,
    isEnding: () => state.isEnding,
    isUp: () => {
      state.isUp = true;
    },
    beforeEnd: (step: () => Promise<void>) => void steps.push(step),
  };
}

main().catch((error: unknown) => {
  const isKnown = error instanceof StartProblem || error instanceof StoreUnavailable;
  const sentences = isKnown
    ? error.message
    : `Many Hands could not start, and it should have said why: ${String(error)}`;
  process.stderr.write(`Many Hands cannot start:\n${sentences.replace(/^/gm, '  - ')}\n`);
  process.exit(1);
});
