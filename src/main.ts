import { randomBytes } from 'node:crypto';
import { everyMinute } from '../jobs/heartbeat.ts';
import { createApp } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { readContent } from './content.ts';
import { createLog } from './log.ts';
import { openStore } from './redis/connection.ts';
import { StoreUnavailable } from './redis/store-error.ts';
import { StartProblem } from './start-problem.ts';

/** The only file that touches the process: environment, start, signals, exit codes. */
async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if ('problems' in parsed) throw new StartProblem(parsed.problems);
  await run(parsed.config);
}

async function run(config: Config): Promise<void> {
  const log = createLog({ level: config.logLevel });
  const content = readContent();
  const { redisUrl: url, dataDir } = config;
  const store = await openStore({ url, dataDir, searchPath: process.env.PATH, log });
  const app = createApp(config, {
    clock: { now: () => Date.now() },
    random: { bytes: (size) => randomBytes(size) },
    log,
    store,
    content,
    ticker: everyMinute(log),
    fetch: globalThis.fetch,
  });
  const stop = async () => {
    await app.stop();
    await store.close();
  };
  try {
    await app.start();
  } catch (error) {
    await stop();
    throw error;
  }
  log.info(
    `Many Hands is running: ${config.door.kind === 'http' ? 'HTTP' : 'Socket Mode'}, ${store.description}`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info('Stopping');
      void stop().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const isKnown = error instanceof StartProblem || error instanceof StoreUnavailable;
  const sentences = isKnown
    ? error.message
    : `Many Hands could not start, and it should have said why: ${String(error)}`;
  process.stderr.write(`Many Hands cannot start:\n${sentences.replace(/^/gm, '  - ')}\n`);
  process.exit(1);
});
