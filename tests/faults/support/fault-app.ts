/**
 * The real app in a process of its own, to be killed: as `src/main.ts` starts it, but its clock is a file that a test
 * moves, its heart beats 25 times a second and says so, and what a dead process left is taken over after two seconds.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Ticker } from '../../../jobs/heartbeat.ts';
import { createApp } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { readContent } from '../../../src/content.ts';
import { SECOND } from '../../../src/duration.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/redis/connection.ts';
import { postJson } from '../../../src/slack/post-json.ts';

const { FAULT_CLOCK = '', FAULT_AHEAD = '0', FAULT_CONCURRENCY = '8' } = process.env;
const parsed = parseConfig(process.env);
if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
const { config } = parsed;
const log = createLog({ level: config.logLevel });

const said = () => log.info('A beat');
const oftenTicking: Ticker = {
  start(beat) {
    let timer: NodeJS.Timeout;
    const next = () => {
      timer = setTimeout(() => void beat().then(said).then(next), SECOND / 25);
    };
    next();
    return { stop: () => clearTimeout(timer) };
  },
};

const store = await openStore({ url: config.redisUrl, dataDir: config.dataDir, log });
const app = createApp(config, {
  clock: { now: () => Number(readFileSync(FAULT_CLOCK, 'utf8')) + Number(FAULT_AHEAD) },
  realClock: { now: () => Date.now() },
  random: { bytes: randomBytes },
  log,
  store,
  content: readContent(),
  ticker: oftenTicking,
  fetch: globalThis.fetch,
  postJson,
  concurrency: Number(FAULT_CONCURRENCY),
  recoveredAfter: 2 * SECOND,
});
await app.start();
log.info('The app is up');
