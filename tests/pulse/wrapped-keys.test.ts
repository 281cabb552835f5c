import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KeyCustody } from '../../src/pulse/key-custody.ts';
import { createWrappedKeys } from '../../src/pulse/wrapped-keys.ts';
import { keys } from '../../src/redis/keys.ts';
import { StoreError } from '../../src/redis/store-error.ts';
import { rejection } from '../redis/failures.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { keyNumber, team } from './samples.ts';
import { withRedis } from './store-world.ts';

const pulse = 'TWORK-CTEAM-1000';
const next = 'TWORK-CTEAM-2000';
const key = keyNumber(9);
const secret = keyNumber(200);

describeWithRedis('a key that is kept wrapped in Redis (custody B)', () => {
  const redis = withRedis();
  const custody = (wrappingKey: Buffer = secret): KeyCustody =>
    createWrappedKeys({
      client: redis.store.client,
      wrappingKey,
      random: { bytes: (size) => randomBytes(size) },
    });
  const stored = async () => (await redis.redis.client.get(keys.wrappedKey(team))) ?? '';

  it('comes back as it was kept, in another process too', async () => {
    expect(await custody().keep(pulse, key)).toEqual(key);
    expect(await custody().read(pulse)).toEqual(key);
  });

  it('is in Redis in no form one could read without the secret', async () => {
    await custody().keep(pulse, key);
    const text = await stored();
    const bytes = Buffer.from(text.split(' ')[1] ?? '', 'base64url');
    for (const form of ['hex', 'base64', 'base64url'] as const)
      for (const hidden of [key, secret]) expect(text).not.toContain(hidden.toString(form).slice(0, 12));
    expect(bytes.includes(key.subarray(0, 8))).toBe(false);
    expect(bytes).toHaveLength(12 + 32 + 16);
  });

  it('is wrapped anew each time: two wraps of one key have nothing in common', async () => {
    await custody().keep(pulse, key);
    const first = await stored();
    await redis.redis.client.flushall();
    await custody().keep(pulse, key);
    expect((await stored()).slice(pulse.length + 1, pulse.length + 17)).not.toBe(
      first.slice(pulse.length + 1, pulse.length + 17),
    );
  });

  it('is lost with another secret', async () => {
    await custody().keep(pulse, key);
    expect(await custody(keyNumber(201)).read(pulse)).toBe('lost');
  });

  it('is lost where there is none, and is not that of another pulse', async () => {
    expect(await custody().read(pulse)).toBe('lost');
    await custody().keep(pulse, key);
    expect(await custody().read(next)).toBe('lost');
  });

  it('is lost when somebody writes another pulse’s name on it', async () => {
    await custody().keep(pulse, key);
    await redis.redis.client.set(keys.wrappedKey(team), (await stored()).replace(pulse, next));
    expect(await custody().read(next)).toBe('lost');
    expect(await custody().read(pulse)).toBe('lost');
  });

  it('is lost when any part of it is edited, cut or made longer', async () => {
    await custody().keep(pulse, key);
    const whole = await stored();
    const start = pulse.length + 1;
    for (let at = start; at < whole.length; at += 7) {
      const other = whole[at] === 'A' ? 'B' : 'A';
      await redis.redis.client.set(
        keys.wrappedKey(team),
        `${whole.slice(0, at)}${other}${whole.slice(at + 1)}`,
      );
      expect(await custody().read(pulse)).toBe('lost');
    }
    for (const text of [whole.slice(0, -2), `${whole}AA`, pulse, `${pulse} `, '', 'nonsense']) {
      await redis.redis.client.set(keys.wrappedKey(team), text);
      expect(await custody().read(pulse)).toBe('lost');
    }
  });

  it('of a pulse stands once it is kept, and whoever keeps a second one is told which', async () => {
    const kept = await Promise.all([1, 2, 3, 4, 5].map((number) => custody().keep(pulse, keyNumber(number))));
    expect(new Set(kept.map((one) => one.toString('hex'))).size).toBe(1);
    expect(await custody().read(pulse)).toEqual(kept[0]);
  });

  it('takes the place of the last pulse’s, which was not destroyed', async () => {
    await custody().keep(pulse, key);
    expect(await custody().keep(next, keyNumber(8))).toEqual(keyNumber(8));
    expect(await custody().read(pulse)).toBe('lost');
  });

  it('is destroyed for good, as often as one likes, and no other pulse’s with it', async () => {
    await custody().destroy(pulse);
    await custody().keep(next, key);
    await custody().destroy(pulse);
    expect(await custody().read(next)).toEqual(key);
    await custody().destroy(next);
    await custody().destroy(next);
    expect(await custody().read(next)).toBe('lost');
    expect(await redis.redis.client.exists(keys.wrappedKey(team))).toBe(0);
  });

  it('fails as a store does, without a word of what was in it', async () => {
    await redis.redis.client.lpush(keys.wrappedKey(team), 'no string');
    const error = await rejection(custody().read(pulse));
    expect(error).toBeInstanceOf(StoreError);
  });
});
