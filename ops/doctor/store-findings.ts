import { createCalendarStore } from '../../src/calendar/calendar-store.ts';
import type { Config } from '../../src/config.ts';
import type { Log } from '../../src/ports.ts';
import { knownCustodyName } from '../../src/pulse/custody-name.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { findServer } from '../../src/redis/find-server.ts';
import { custodiesOfPeers } from '../../src/redis/peers.ts';
import { servedUrl } from '../../src/redis/private-socket.ts';
import { readServerFacts } from '../../src/redis/server-facts.ts';
import { localRedisFolder, readSettings } from '../../src/redis/server-settings.ts';
import { StoreUnavailable } from '../../src/redis/store-error.ts';
import { bad, type Finding, warn } from './finding.ts';
import { keyFindings, peerFinding } from './key-findings.ts';
import { serverFindings, settingFinding } from './redis-findings.ts';
import { slotFindings } from './slot-findings.ts';

const SLOTS_SHOWN = 10;
/** The findings say it. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type StoreQuestion = {
  readonly config: Config;
  /** ms since the epoch. */
  readonly now: number;
  /** Where to look for a Redis server: the value of PATH. */
  readonly searchPath: string | undefined;
};

/** Redis, the keys beside it, and what comes next. A private Redis that does not run is not started. */
export async function storeFindings(asked: StoreQuestion): Promise<readonly Finding[]> {
  const { redisUrl, dataDir } = asked.config;
  const url = redisUrl ?? (await servedUrl(dataDir));
  if (url === undefined) return withoutRedis(asked);
  const store = await openStore({ url, dataDir, log: silent, attempts: 1 }).catch(sentenceOf);
  if (typeof store !== 'string') return findingsAt(store, asked).finally(store.close);
  const remedy = 'Start it, or correct REDIS_URL';
  return [bad({ what: 'Redis', finding: store, remedy }), ...(await keyFindings(asked.config, undefined))];
}

async function findingsAt(store: Store, { config, now }: StoreQuestion): Promise<readonly Finding[]> {
  const { client } = store;
  return [
    ...serverFindings(await readServerFacts(client)),
    ...(await readSettings(client)).map(settingFinding),
    ...(await custodyFindings(store, config)),
    ...slotFindings(await createCalendarStore({ client }).upcoming(SLOTS_SHOWN), now),
  ];
}

/** The processes that run can only be compared where a key could be kept here. */
async function custodyFindings({ client }: Store, config: Config): Promise<readonly Finding[]> {
  const found = await keyFindings(config, await localRedisFolder(client));
  if (found.some(({ state }) => state === 'bad')) return found;
  return [...found, peerFinding(await custodiesOfPeers(client), await knownCustodyName(config))];
}

/** Neither a URL nor a private Redis that runs: what the app would do. */
async function withoutRedis({ config, searchPath }: StoreQuestion): Promise<readonly Finding[]> {
  const program = await findServer(searchPath);
  const nothing = bad({
    what: 'Redis',
    finding: 'there is none: everything would be kept in memory and gone at exit',
    remedy: 'Set REDIS_URL, or install redis-server',
  });
  const private_ = warn({
    what: 'Redis',
    finding: `not running; the app starts ${program} with its data in ${config.dataDir}`,
    remedy: 'Look again while the app runs to see the calendar',
  });
  const folder = program === undefined ? undefined : config.dataDir;
  return [program === undefined ? nothing : private_, ...(await keyFindings(config, folder))];
}

function sentenceOf(error: unknown): string {
  if (error instanceof StoreUnavailable) return error.message;
  throw error;
}
