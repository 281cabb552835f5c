import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { confirmRemovalAction } from '../../src/team/removal-view.ts';
import { commandsDuring } from '../pulse/monitor.ts';
import { keyNumber, team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { boss, buttonIn, mate, type TeamWorld, teamWorld } from '../pulse/team-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type RedisNode, startRedisNode } from '../support/redis-nodes.ts';

/** In a Cluster, whatever touches two keys at once needs both on one node: that is, in one slot. */
describeWithRedis('keys that one command, script or transaction touches', () => {
  const redis = withRedis();
  let node: RedisNode;
  let there: TeamWorld | undefined;
  beforeAll(async () => {
    node = await startRedisNode({ 'cluster-enabled': 'yes' });
  });
  afterEach(() => there?.world.close());
  afterAll(() => node.stop());

  const slotOf = async (key: string) => String(await node.client.call('CLUSTER', 'KEYSLOT', key));

  /** What Redis itself takes for the keys of a command. None where it has no keys. */
  async function keysOf(words: readonly string[]): Promise<readonly string[]> {
    const found = await redis.redis.client.call('COMMAND', 'GETKEYS', ...words).catch(() => []);
    return Array.isArray(found) ? found.map(String) : [];
  }

  /** Everything that goes to Redis in the life of a team, in as few words as that can be had. */
  async function wholeLife(): Promise<void> {
    there = await teamWorld({ store: redis.store, config: { keyEncryptionKey: keyNumber(7) } });
    const { asks, whatChanged } = there.world.app.rooms;
    await asks.post(team, boss, { what: 'Please.', help: 'hint', by: 'week' });
    await there.open();
    const first = await there.tap(mate(0), 0);
    for (const person of there.people) await there.tap(person, 1);
    await there.change(mate(0), first, 2);
    await there.close();
    await whatChanged.tell({ id: team, by: boss }, { question: 'work-fits-hours', text: 'Less.' });
    await there.command(boss, 'pause');
    await there.command(boss, 'resume');
    await there.open();
    await there.press(boss, buttonIn(await there.command(boss, 'remove'), confirmRemovalAction));
  }

  it('are in one slot each time, while those of teams, the calendar and the queue are in several', async () => {
    const commands = await commandsDuring(redis.redis, wholeLife);
    const touched = await Promise.all(commands.map(async (words) => ({ words, keys: await keysOf(words) })));
    const together = touched.filter(({ keys }) => new Set(keys).size > 1);
    const apart: string[] = [];
    for (const { words, keys } of together) {
      const slots = new Set(await Promise.all(keys.map(slotOf)));
      if (slots.size > 1) apart.push(`${words[0]} ${keys.join(' ')}`);
    }
    expect(apart).toEqual([]);
    const run = new Set(
      together.filter(({ words }) => /^eval/.test(words[0] ?? '')).map(({ words }) => words[1]),
    );
    const unseen = scriptsOfSeveralKeys().filter(({ text, digest }) => !run.has(digest) && !run.has(text));
    expect(unseen.map(({ path }) => path)).toEqual([]);
    expect(together.length).toBeGreaterThan(30);
    const all = await Promise.all([...new Set(touched.flatMap(({ keys }) => keys))].map(slotOf));
    expect(new Set(all).size).toBeGreaterThan(3);
  });

  it('would be found in two slots if they were not tagged', async () => {
    const keys = await keysOf([
      'evalsha',
      'digest',
      '2',
      'hands:TWORK.CTEAM:pulse',
      'hands:TWORK.CTEAM:tokens',
      'x',
    ]);
    expect(keys).toHaveLength(2);
    expect(await slotOf(keys[0] ?? '')).not.toBe(await slotOf(keys[1] ?? ''));
  });
});

/** Every script of ours that names a second key. */
function scriptsOfSeveralKeys() {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.lua'))
    .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }))
    .filter(({ text }) => text.includes('KEYS[2]'))
    .map((script) => ({ ...script, digest: createHash('sha1').update(script.text).digest('hex') }));
}
