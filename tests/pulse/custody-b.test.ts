import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { promise } from '../../src/promise.ts';
import { createWrappedKeys } from '../../src/pulse/wrapped-keys.ts';
import { keys, keysOfTeam } from '../../src/redis/keys.ts';
import { confirmRemovalAction } from '../../src/team/removal-view.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { commandsDuring } from './monitor.ts';
import { keyNumber, team } from './samples.ts';
import { withRedis } from './store-world.ts';
import { boss, buttonIn, mate, type TeamWorld, teamWorld } from './team-world.ts';

const keyEncryptionKey = keyNumber(111);
const config = { keyEncryptionKey };

describeWithRedis('a team whose keys are wrapped in Redis (custody B)', () => {
  const redis = withRedis();
  let there: TeamWorld;
  afterEach(() => there.world.close());
  const begin = async () => {
    there = await teamWorld({ store: redis.store, config });
    return there.open();
  };
  const everybody = async () => {
    for (const person of there.people) await there.tap(person, 4);
  };
  const pulseId = async () => (await there.world.app.rooms.pulses.current(team))?.record.id ?? '';

  /** The key itself, as only the app with its secret can have it. */
  async function clearKey(): Promise<Buffer> {
    const random = { bytes: (size: number) => Buffer.alloc(size) };
    const custody = createWrappedKeys({ client: redis.store.client, wrappingKey: keyEncryptionKey, random });
    const key = await custody.read(await pulseId());
    if (!Buffer.isBuffer(key)) throw new Error('the key cannot be read');
    return key;
  }

  /** Everything in Redis, uncompressed, as its own snapshot has it. */
  async function everythingStored(): Promise<Buffer> {
    await redis.redis.client.config('SET', 'rdbcompression', 'no');
    await redis.redis.client.save();
    return readFile(join(redis.redis.folder, 'dump.rdb'));
  }
  const formsOf = (key: Buffer) =>
    (['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(key.toString(form).slice(0, 40)));

  it('lives through a whole week: answers, a change, a result with receipts', async () => {
    await begin();
    const acknowledged = await there.tap(mate(0), 0);
    await everybody();
    expect((await there.change(mate(0), acknowledged, 4)).text).toContain('Changed in the locked total.');
    await there.close();
    expect(there.lastSaid().text).toContain('What the pulse says');
    const list = await there.press(mate(0), buttonIn(there.lastSaid(), 'show-receipts'));
    expect(list.text).toContain('your answer arrived');
    expect(problemsOfEverythingSent(there.world.standIn)).toEqual([]);
  });

  it('has the key neither in clear in Redis nor in a file, and the secret nowhere', async () => {
    await begin();
    await everybody();
    const stored = await everythingStored();
    const key = await clearKey();
    for (const hidden of [key, keyEncryptionKey, ...formsOf(key), ...formsOf(keyEncryptionKey)])
      expect(stored.includes(hidden)).toBe(false);
    expect(stored.includes(keys.wrappedKey(team))).toBe(true);
    expect(await readdir(there.world.keyDir).catch(() => [])).toEqual([]);
  });

  it('would have been caught by that search, had the key been written in clear', async () => {
    await begin();
    const key = await clearKey();
    await redis.redis.client.set('leak', key);
    await redis.redis.client.set('leak:hex', key.toString('hex'));
    const stored = await everythingStored();
    expect(stored.includes(key)).toBe(true);
    expect(formsOf(key).some((form) => stored.includes(form))).toBe(true);
  });

  it('sends no key in clear to Redis, from the opening to the closing', async () => {
    there = await teamWorld({ store: redis.store, config });
    let key: Buffer = Buffer.alloc(0);
    const commands = await commandsDuring(redis.redis, async () => {
      await there.open();
      key = await clearKey();
      await everybody();
      await there.close();
    });
    const sent = JSON.stringify(commands);
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const)
      expect(sent.includes(key.toString(form).slice(0, 20))).toBe(false);
  });

  it('has the wrapped key destroyed at the close', async () => {
    await begin();
    await everybody();
    expect(await redis.redis.client.exists(keys.wrappedKey(team))).toBe(1);
    await there.close();
    expect(await redis.redis.client.exists(keys.wrappedKey(team))).toBe(0);
  });

  it('is void when the app comes back with another secret, and says so to people and the channel', async () => {
    const opensAt = await begin();
    await everybody();
    const button = there.option(1);
    await there.world.close();
    there = await teamWorld({
      store: redis.store,
      config: { keyEncryptionKey: keyNumber(112) },
      enrolled: 'already',
      start: opensAt,
    });
    expect((await there.press(mate(0), button)).text).toContain('its key is lost or was exposed');
    await there.close();
    expect(there.lastSaid().text).toContain('This pulse could not be counted: its key is lost.');
    expect(await redis.redis.client.exists(keys.wrappedKey(team))).toBe(0);
  });

  it('goes on when the app comes back with the same secret, on a machine without any file', async () => {
    const opensAt = await begin();
    await everybody();
    await there.world.close();
    there = await teamWorld({ store: redis.store, config, enrolled: 'already', start: opensAt });
    await there.close();
    expect(there.lastSaid().text).toContain('What the pulse says');
  });

  it('says in its promise what custody B means: in privacy, the acknowledgement and the welcome', async () => {
    await begin();
    const words =
      'nobody can find out, including us, unless an old backup meets our secret. Slack carries your click.';
    expect(promise(5, 'B', 'en')).toContain(words);
    const { text } = await there.command(mate(0), 'privacy');
    expect(text).toContain(words);
    expect(text).toContain('Key custody B: the key of a pulse is in the database, wrapped under a secret');
    expect(text).toContain(keys.wrappedKey(team));
    expect(text).not.toContain('Key custody A');
    expect((await there.tap(mate(0), 1)).text).toContain('unless an old backup meets our secret.');
    expect(there.said()[0]?.text).toContain(words);
  });

  it('leaves no wrapped key behind when it is removed, nor anything else of the pulse', async () => {
    await begin();
    await everybody();
    const question = await there.command(boss, 'remove');
    await there.press(boss, buttonIn(question, confirmRemovalAction));
    expect(await redis.redis.client.exists(...keysOfTeam(team))).toBe(0);
    expect(await redis.redis.client.exists(keys.wrappedKey(team))).toBe(0);
  });

  it('leaves none behind either where a crash had left one after its pulse', async () => {
    await begin();
    await there.close();
    await redis.redis.client.set(keys.wrappedKey(team), 'left by a crash');
    const question = await there.command(boss, 'remove');
    await there.press(boss, buttonIn(question, confirmRemovalAction));
    expect(await redis.redis.client.exists(keys.wrappedKey(team))).toBe(0);
  });
});
