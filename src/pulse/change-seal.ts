import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../ports.ts';
import { deriveKey } from './pulse-key.ts';
import { type Choice, PAD_SEED_BYTES } from './tally.ts';

/** What a person's answer is now. Nobody but their own Slack client holds it, and there only sealed. */
export type Standing = { readonly choice: Choice; readonly version: number; readonly r: string };

/** The person (by token) and the pulse a seal belongs to: it opens for no other. */
export type SealContext = { readonly pulseKey: Buffer; readonly token: string; readonly pulseId: string };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PLAIN_BYTES = 4 + 1 + PAD_SEED_BYTES;
const NONE = 255;

/** How a sealed value looks: always the same length, whatever is in it. */
export const sealedPattern = `[A-Za-z0-9_-]{${Math.ceil(((NONCE_BYTES + PLAIN_BYTES + TAG_BYTES) * 4) / 3)}}`;

/** AEAD(K_change, (choice, version, r), aad = token | pulse) as AES-256-GCM, in base64url. */
export function seal(context: SealContext, standing: Standing, random: Random): string {
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(context.pulseKey, 'change'), nonce);
  cipher.setAAD(aad(context));
  const sealed = Buffer.concat([cipher.update(toBytes(standing)), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** The inverse of `seal`; `undefined` if it was tampered with, truncated, or is someone else's. */
export function unseal(context: SealContext, text: string): Standing | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== NONCE_BYTES + PLAIN_BYTES + TAG_BYTES) return undefined;
  const key = deriveKey(context.pulseKey, 'change');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aad(context));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return fromBytes(
      Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]),
    );
  } catch {
    return undefined;
  }
}

const aad = ({ token, pulseId }: SealContext): Buffer => Buffer.from(`${token}|${pulseId}`);

function toBytes({ choice, version, r }: Standing): Buffer {
  const bytes = Buffer.alloc(PLAIN_BYTES);
  bytes.writeUInt32BE(version, 0);
  bytes.writeUInt8(choice === 'none' ? NONE : choice, 4);
  bytes.write(r, 5, 'hex');
  return bytes;
}

function fromBytes(bytes: Buffer): Standing {
  const choice = bytes.readUInt8(4);
  return {
    version: bytes.readUInt32BE(0),
    choice: choice === NONE ? 'none' : choice,
    r: bytes.toString('hex', 5),
  };
}
