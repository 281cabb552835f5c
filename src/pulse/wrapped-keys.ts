import type { Random } from '../ports.ts';
import { compareAndSet } from '../redis/compare-and-set.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { withoutArguments } from '../redis/store-error.ts';
import { type BoxContext, openBox, sealBox } from '../sealed-box.ts';
import type { KeyCustody, KeyProblem } from './key-custody.ts';
import { KEY_BYTES } from './pulse-key.ts';
import { isPulseId, teamOfPulse } from './pulse-record.ts';

/**
 * Custody B: the pulse's key in Redis, wrapped (AES-256-GCM) under a 32-byte key from the environment. For several
 * machines without a shared volume. Weaker than A: an old backup together with the environment gives the key back.
 */
export function createWrappedKeys(deps: {
  readonly client: RedisClient;
  readonly wrappingKey: Buffer;
  readonly random: Random;
}): KeyCustody {
  const { client, wrappingKey, random } = deps;
  const keyName = (pulseId: string) => keys.wrappedKey(teamOfPulse(pulseId));
  const boxOf = (pulseId: string): BoxContext => ({ key: wrappingKey, boundTo: pulseId });
  const stored = async (pulseId: string) =>
    (await withoutArguments(client.get(keyName(pulseId)))) ?? undefined;

  async function read(pulseId: string): Promise<Buffer | KeyProblem> {
    return unwrap(pulseId, await stored(pulseId));
  }

  /** `<pulse id> <wrapped key>`: the team's key is of one pulse only. */
  function wrap(pulseId: string, key: Buffer): string {
    return `${pulseId} ${sealBox(boxOf(pulseId), key, random).toString('base64url')}`;
  }

  function unwrap(pulseId: string, text = ''): Buffer | KeyProblem {
    const [owner, wrapped = ''] = text.split(' ');
    if (owner !== pulseId) return 'lost';
    return openBox(boxOf(pulseId), Buffer.from(wrapped, 'base64url'), KEY_BYTES) ?? 'lost';
  }

  return {
    kind: 'B',
    read,

    async keep(pulseId, key) {
      const before = await stored(pulseId);
      const inForce = unwrap(pulseId, before);
      if (Buffer.isBuffer(inForce)) return inForce;
      await compareAndSet(client, keyName(pulseId), before, wrap(pulseId, key));
      const kept = await read(pulseId);
      return Buffer.isBuffer(kept) ? kept : key;
    },

    // There is no place outside Redis to remember it in: one of the ways in which B is weaker.
    commit: async () => true,

    async destroy(pulseId) {
      if ((await stored(pulseId))?.startsWith(`${pulseId} `))
        await withoutArguments(client.del(keyName(pulseId)));
    },

    async kept(team) {
      const [owner = ''] = ((await withoutArguments(client.get(keys.wrappedKey(team)))) ?? '').split(' ');
      return isPulseId(owner) ? [owner] : [];
    },

    keptOutside: async () => [],
    check: async () => [],
  };
}
