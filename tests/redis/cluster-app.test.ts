import { afterEach, beforeEach, expect, it } from 'vitest';
import { messagesIn } from '../../playground/stand-in/workspace.ts';
import { createApp, type ManyHands } from '../../src/app.ts';
import type { SeenKind } from '../../src/calendar/slot.ts';
import { readContent } from '../../src/content.ts';
import { SECOND } from '../../src/duration.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { keyNumber, team } from '../pulse/samples.ts';
import { mate, type TeamWorld, teamWorld } from '../pulse/team-world.ts';
import { type FakeReceiver, fakeReceiver } from '../support/fake-receiver.ts';
import { messageButton } from '../support/payloads.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type RedisCluster, startRedisCluster } from '../support/redis-cluster.ts';
import { eventually, recordingLog } from './stores.ts';

/** Custody B: two machines that share nothing but Redis. */
const keyEncryptionKey = keyNumber(9);

describeWithRedis('two instances of the app on one Cluster', () => {
  let cluster: RedisCluster;
  let here: TeamWorld;
  const stores: Store[] = [];
  const others: ManyHands[] = [];
  const open = async () => {
    const store = await openStore({ url: cluster.url, dataDir: '/nowhere', log: recordingLog() });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    cluster = await startRedisCluster();
    here = await teamWorld({ store: await open(), config: { keyEncryptionKey } });
  });
  afterEach(async () => {
    for (const app of others.splice(0)) await app.stop();
    await here?.world.close();
    for (const store of stores.splice(0)) await store.close();
    await cluster?.stop();
  });

  /** A second instance: the same Slack, the same Cluster, another store, another way in. */
  async function startAnother() {
    const { standIn, clock } = here.world;
    const receiver = fakeReceiver();
    const app = createApp(
      {
        botToken: standIn.workspace.bot.token,
        door: { kind: 'http', signingSecret: 'not used', port: 1, host: '127.0.0.1' },
        slackApiUrl: standIn.apiUrl,
        dataDir: '/nowhere',
        keyDir: '/nowhere',
        logLevel: 'silent',
        locale: 'en',
        keyEncryptionKey,
      },
      {
        clock,
        random: { bytes: (size) => keyNumber(1).subarray(0, size) },
        log: recordingLog(),
        store: await open(),
        content: readContent(),
        ticker: { start: () => ({ stop: () => undefined }) },
        fetch: globalThis.fetch,
        receiver,
      },
    );
    others.push(app);
    await app.start();
    return { app, receiver };
  }

  it('post what is due once, take answers at either, and publish them together', async () => {
    const other = await startAnother();
    const before = posts().length;
    await bothRun(other.app, 'prompt');
    await bothRun(other.app, 'opening');
    await here.tap(mate(0), 4);
    for (const user of here.people.slice(1)) await tapAt(other.receiver, user);
    expect((await here.tap(mate(1), 4)).text).toContain('already');
    await bothRun(other.app, 'closing');
    expect(here.lastSaid().text).toContain('What the pulse says');
    expect(posts()).toHaveLength(before + 3);
  });

  const posts = () => messagesIn(here.world.standIn.workspace, team.channel);

  /** Both find a slot due at the same moment; waits for its message. */
  async function bothRun(other: ManyHands, kind: SeenKind): Promise<void> {
    const before = posts().length;
    const { app, clock } = here.world;
    clock.jumpTo(((await app.rooms.calendar.next(team))[kind] ?? 0) + SECOND);
    await Promise.all([app.beat(), other.beat()]);
    await eventually(() => posts().length > before);
  }

  /** The last option, pressed by someone whom Slack sends to the other instance. */
  async function tapAt(receiver: FakeReceiver, user: string): Promise<void> {
    const { ts, ...button } = here.option(4);
    const responseUrl = here.world.standIn.responseUrl(user, team.channel);
    const press = { ...button, user, responseUrl, workspace: team.workspace, channel: team.channel };
    await receiver.send(messageButton({ ...press, messageTs: ts }));
    await receiver.settled();
  }
});
