import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from './ports.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** How many bytes longer than its content a box is. */
export const BOX_BYTES = NONCE_BYTES + TAG_BYTES;

/** The 32-byte key of a box, and what it is bound to: it opens for nothing else. */
export type BoxContext = { readonly key: Buffer; readonly boundTo: string };

/** AES-256-GCM: a fresh nonce, the ciphertext, the tag. Always `BOX_BYTES` longer than `content`. */
export function sealBox({ key, boundTo }: BoxContext, content: Buffer, random: Random): Buffer {
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The inverse of `sealBox` for content of `size` bytes; `undefined` for any other box, whatever was done to it. */
export function openBox({ key, boundTo }: BoxContext, box: Buffer, size: number): Buffer | undefined {
  if (box.length !== size + BOX_BYTES) return undefined;
  const nonce = box.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(box.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
