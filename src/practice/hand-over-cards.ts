import { z } from 'zod';
import type { Message } from '../slack/block-kit.ts';
import type { CardRules } from './cards-service.ts';
import {
  type HandOver,
  type HandOverState,
  handOverSchema,
  handOverStates,
  type Reply,
  replies,
  repliesIn,
  stateAfter,
} from './hand-over.ts';
import { handOverCard } from './hand-over-view.ts';
import { type CardPlace, fitsInto, piecesOf } from './sealed-card.ts';

const cardSchema = handOverSchema.extend({
  state: z.enum(handOverStates),
  /** The message's, once it is known. */
  ts: z.string().optional(),
});

/** A hand-over as its message carries it. */
export type HandOverCard = z.infer<typeof cardSchema>;

/** Why a press changed nothing: the receiver had said so, or something that closed it; or it was somebody else. */
export type HandOverRefusal = Exclude<HandOverState, 'offered'> | 'not-yours';

/** Of a card in direct messages: their channel has no id before the first message stands in it. */
export const handOverPlace = (workspace: string, id: string): CardPlace => ({
  workspace,
  channel: '',
  kind: 'hand-over',
  id,
});

export const newHandOver = (handOver: HandOver): HandOverCard => ({ ...handOver, state: 'offered' });

/** What it means that `user` says `reply` to the card `id`. */
export const replyRules = (
  id: string,
  user: string,
  reply: Reply,
): CardRules<HandOverCard, HandOverRefusal> => ({
  schema: cardSchema,
  decide(card) {
    if (card.receiver !== user) return { refused: 'not-yours' };
    const state = stateAfter(card.state, reply);
    if (state !== undefined) return { state: { ...card, state } };
    return { refused: card.state === 'offered' ? 'not-yours' : card.state };
  },
  show: (card, sealed) => handOverMessage(id, card, sealed),
});

/** The receiver's message, with the card in its buttons as long as it has any. */
export function handOverMessage(id: string, card: HandOverCard, sealed: string): Message {
  const open = repliesIn(card.state);
  // Two buttons may be too few for the longest texts without any pattern: then all three stay, and the third says so.
  const shown = open.length === 0 || fitsInto(sealed, open.length) ? open : replies;
  const values = shown.length === 0 ? [] : piecesOf(sealed, shown.length);
  const carry = shown.map((reply, at) => ({ reply, value: values[at] ?? '' }));
  return handOverCard(card, card.state, { id, carry });
}
