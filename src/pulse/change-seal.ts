import type { Random } from '../ports.ts';
import { BOX_BYTES, type BoxContext, openBox, sealBox } from '../sealed-box.ts';
import { deriveKey } from './pulse-key.ts';
import { type Choice, PAD_SEED_BYTES } from './tally.ts';

/** What a person's answer is now. Nobody but their own Slack client holds it, and there only sealed. */
export type Standing = { readonly choice: Choice; readonly version: number; readonly r: string };

/** The person (by token) and the pulse a seal belongs to: it opens for no other. */
export type SealContext = { readonly pulseKey: Buffer; readonly token: string; readonly pulseId: string };

const PLAIN_BYTES = 4 + 1 + PAD_SEED_BYTES;
const NONE = 255;

/** How a sealed value looks: always the same length, whatever is in it. */
export const sealedPattern = `[A-Za-z0-9_-]{${Math.ceil(((PLAIN_BYTES + BOX_BYTES) * 4) / 3)}}`;

/** AEAD(K_change, (choice, version, r), aad = token | pulse), in base64url. */
export function seal(context: SealContext, standing: Standing, random: Random): string {
  return sealBox(boxOf(context), toBytes(standing), random).toString('base64url');
}

/** The inverse of `seal`; `undefined` if it was tampered with, truncated, or is someone else's. */
export function unseal(context: SealContext, text: string): Standing | undefined {
  const bytes = openBox(boxOf(context), Buffer.from(text, 'base64url'), PLAIN_BYTES);
  return bytes === undefined ? undefined : fromBytes(bytes);
}

function boxOf({ pulseKey, token, pulseId }: SealContext): BoxContext {
  return { key: deriveKey(pulseKey, 'change'), boundTo: `${token}|${pulseId}` };
}

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
