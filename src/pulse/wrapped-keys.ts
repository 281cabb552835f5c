import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Random } from '../ports.ts';
import { compareAndSet } from '../redis/compare-and-set.ts';
import { keys } from '../redis/keys.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { KeyCustody, KeyProblem } from './key-custody.ts';
import { KEY_BYTES } from './pulse-key.ts';
import { teamOfPulse } from './pulse-record.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Custody B: the pulse's key in Redis, wrapped (AES-256-GCM) under a 32-byte key from the environment. For several
 * machines without a shared volume. Weaker than A: an old backup together with the environment gives the key back.
 */
export function createWrappedKeys(deps: {
  readonly client: Redis;
  readonly wrappingKey: Buffer;
  readonly random: Random;
}): KeyCustody {
  const { client, wrappingKey, random } = deps;
  const keyName = (pulseId: string) => keys.wrappedKey(teamOfPulse(pulseId));

  async function read(pulseId: string): Promise<Buffer | KeyProblem> {
    const [owner, text = ''] = (await withoutArguments(client.get(keyName(pulseId))))?.split(' ') ?? [];
    return owner === pulseId ? unwrap(wrappingKey, pulseId, Buffer.from(text, 'base64url')) : 'lost';
  }

  return {
    kind: 'B',
    read,

    async keep(pulseId, key) {
      const inForce = await read(pulseId);
      if (Buffer.isBuffer(inForce)) return inForce;
      const before = (await withoutArguments(client.get(keyName(pulseId)))) ?? undefined;
      await compareAndSet(client, keyName(pulseId), before, wrap(wrappingKey, pulseId, key, random));
      const kept = await read(pulseId);
      return Buffer.isBuffer(kept) ? kept : key;
    },

    // There is no place outside Redis to remember it in: one of the ways in which B is weaker.
    commit: async () => true,

    async destroy(pulseId) {
      const stored = await withoutArguments(client.get(keyName(pulseId)));
      if (stored?.startsWith(`${pulseId} `)) await withoutArguments(client.del(keyName(pulseId)));
    },
  };
}

function wrap(wrappingKey: Buffer, pulseId: string, key: Buffer, random: Random): string {
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(pulseId));
  const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return `${pulseId} ${wrapped.toString('base64url')}`;
}

function unwrap(wrappingKey: Buffer, pulseId: string, bytes: Buffer): Buffer | KeyProblem {
  if (bytes.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES) return 'lost';
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(pulseId)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return 'lost';
  }
}
