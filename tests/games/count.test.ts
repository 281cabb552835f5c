import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { recordingLog, temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { playMany } from './histories/play-many.ts';
import { withoutVersionCheck } from './histories/without-version-check.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const HISTORIES = 2_000;
const CONTROLS = 100;
const seed = seedOf('COUNT');

describeWithRedis('COUNT: with trouble at any await', () => {
  let redis: PrivateRedis;
  let store: Store;
  let folder: string;
  const found = { attacker: '', control: '' };
  beforeAll(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: '/nowhere', log: recordingLog() });
    folder = await temporaryFolder();
  });
  afterAll(async () => {
    recordGame({ game: 'COUNT', ...found });
    await store.close();
    await redis.stop();
  });

  it(`the tally of ${HISTORIES} histories is what people were last told, and nothing acknowledged is lost (SEED=${seed})`, async () => {
    const { client } = store;
    const played = await playMany({ count: HISTORIES, client, folder, seed });
    const { wrong, lost, struck, done } = played;
    process.stderr.write(`COUNT: ${JSON.stringify({ ...done, ...struck })}\n`);
    found.attacker = `${wrong} wrong tallies, ${lost} lost answers in ${HISTORIES} histories`;
    expect(played.found.slice(0, 20)).toEqual([]);
    expect({ wrong, lost }).toEqual({ wrong: 0, lost: 0 });
    expect(Math.min(...Object.values(struck))).toBeGreaterThan(500);
  }, 120_000);

  it(`a build without the version check is found out (SEED=${seed})`, async () => {
    await redis.client.flushall();
    const client = withoutVersionCheck(store.client);
    const { wrong } = await playMany({ count: CONTROLS, client, folder, seed });
    found.control = `${wrong} of ${CONTROLS} histories wrong without the version check`;
    expect(wrong).toBeGreaterThan(CONTROLS / 2);
  }, 60_000);
});
