import { hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { jsonOf } from '../json.ts';
import type { Random } from '../ports.ts';
import { BOX_BYTES, openBox, sealBox } from '../sealed-box.ts';

/**
 * An ask or a hand-over lives in its Slack message: its state is sealed and cut into pieces over the values of the
 * card's buttons, which Slack sends along with every press. No other place has it for longer than a minute.
 */
export const cardKinds = ['ask', 'hand-over'] as const;
export type CardKind = (typeof cardKinds)[number];

/** What a state belongs to; it opens for no other card. */
export type CardPlace = {
  readonly workspace: string;
  /** Where the card stands: of direct messages their channel id. */
  readonly channel: string;
  readonly kind: CardKind;
  /** Random; also the block id of the card's buttons. */
  readonly id: string;
};

/** As much as Slack takes as the value of one button. */
const LONGEST_VALUE = 2_000;

/** No state is larger than this, opened. */
const LARGEST_STATE = 64 * 1_024;

const ID_BYTES = 12;

/** The key of all cards. From the bot token: with another token, older cards cannot be read any more. */
export function cardKeyFrom(botToken: string): Buffer {
  return Buffer.from(hkdfSync('sha256', botToken, '', 'many-hands practice cards', 32));
}

export const newCardId = (kind: CardKind, random: Random): string =>
  `${kind}.${random.bytes(ID_BYTES).toString('hex')}`;

/** Deflated, AES-256-GCM, base64url. */
export function sealCard(key: Buffer, place: CardPlace, state: object, random: Random): string {
  const content = deflateRawSync(Buffer.from(JSON.stringify(state)));
  return sealBox({ key, boundTo: boundTo(place) }, content, random).toString('base64url');
}

/** The inverse of `sealCard`; `undefined` for what was tampered with or belongs to another card, channel or token. */
export function unsealCard(key: Buffer, place: CardPlace, sealed: string): unknown {
  const box = Buffer.from(sealed, 'base64url');
  if (box.length <= BOX_BYTES) return undefined;
  const content = openBox({ key, boundTo: boundTo(place) }, box, box.length - BOX_BYTES);
  if (content === undefined) return undefined;
  return jsonOf(inflateRawSync(content, { maxOutputLength: LARGEST_STATE }).toString());
}

/**
 * The values of a card's buttons, in their order. Throws where they would not hold it: whoever makes a state bounds its
 * parts so that they do.
 */
export function piecesOf(sealed: string, buttons: number): readonly string[] {
  if (!fitsInto(sealed, buttons)) throw new Error('a card’s state is too large for its buttons');
  const size = Math.ceil(sealed.length / buttons);
  return Array.from({ length: buttons }, (_, at) => sealed.slice(at * size, (at + 1) * size));
}

/** Whether the values of so many buttons hold it. */
export const fitsInto = (sealed: string, buttons: number): boolean =>
  sealed.length <= buttons * LONGEST_VALUE;

const boundTo = ({ workspace, channel, kind, id }: CardPlace): string =>
  ['card', kind, workspace, channel, id].join('|');
