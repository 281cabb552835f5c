import type { z } from 'zod';
import type { Random } from '../ports.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { FailedPost, PostOutcome } from '../slack/outcome.ts';
import type { CardStore } from './card-store.ts';
import { type CardPlace, sealCard, unsealCard } from './sealed-card.ts';

/** What every card's state has: the `ts` of its message, once it is known. A card that stands elsewhere is a copy. */
export type CardState = { readonly ts?: string | undefined };

/** A button of a card that was pressed, or a card that was posted just now. */
export type PressedCard = {
  readonly place: CardPlace;
  /** Where its message stands, if the place does not say so: direct messages have no id before the first of them. */
  readonly channel?: string;
  /** The message's. */
  readonly ts: string;
  /** What the card's buttons carry, together. */
  readonly sealed: string;
};

/** What a press wants: a pure decision on the newest state, and how the card looks then. */
export type CardRules<State extends CardState, Refusal> = {
  readonly schema: z.ZodType<State>;
  readonly decide: (state: State) => { readonly state: State } | { readonly refused: Refusal };
  readonly show: (state: State, sealed: string) => Message;
};

/** How a press ended. */
export type CardChange<State, Refusal> =
  /**
   * It counts. `state`: as this press left it; others may have gone on from there. `isShown`: false where Slack did not
   * say whether the card shows it.
   */
  | { readonly kind: 'done'; readonly isShown: boolean; readonly state: State }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly state: State }
  /** Tampered with, a copy, of another card, or sealed under another bot token. */
  | { readonly kind: 'unreadable' }
  /** Slack certainly did not change the message. Nothing was changed: a repeated press starts afresh. */
  | { readonly kind: 'not-shown'; readonly failure: FailedPost; readonly state: State };

type Settled =
  | { readonly kind: 'done'; readonly isShown: boolean }
  | Exclude<FailedPost, { kind: 'unknown' }>;

export type CardsDeps = {
  readonly store: CardStore;
  readonly gateway: Pick<Gateway, 'update'>;
  /** Of all cards: see `cardKeyFrom`. */
  readonly key: Buffer;
  readonly random: Random;
};

export type CardsService = ReturnType<typeof createCardsService>;

/**
 * Cards whose state is in their message. Two people who press at the same instant both send the card as it was, so the
 * newest state stands in Redis for a minute, and whoever has changed the message looks there once more.
 */
export function createCardsService({ store, gateway, key, random }: CardsDeps) {
  return {
    /** What the buttons of a new card carry; see `piecesOf`. */
    seal: (place: CardPlace, state: CardState): string => sealCard(key, place, state, random),

    /** Changes a card by a pure decision, and shows it. Of several at once each takes effect. */
    async change<State extends CardState, Refusal>(
      press: PressedCard,
      rules: CardRules<State, Refusal>,
    ): Promise<CardChange<State, Refusal>> {
      const { place, ts, sealed } = press;
      const pressed = opened(press, sealed, rules);
      for (;;) {
        const stored = await store.read(place.id);
        const state = stored === undefined ? pressed : opened(press, stored, rules);
        if (pressed === undefined || state === undefined) return { kind: 'unreadable' };
        const decision = rules.decide(state);
        if ('refused' in decision) {
          // Slack may not have taken the last change: whoever presses an older card than ours gets it shown again.
          if (stored !== undefined && stored !== sealed) await show(press, stored, rules);
          return { kind: 'refused', why: decision.refused, state };
        }
        const after = sealCard(key, place, { ...decision.state, ts }, random);
        if (!(await store.swap(place.id, stored, after))) continue;
        const settled = await settle(press, { before: stored ?? sealed, after }, rules);
        return settled.kind === 'done'
          ? { ...settled, state: decision.state }
          : { kind: 'not-shown', failure: settled, state };
      }
    },
  };

  /**
   * Shows what was written, and what others have written meanwhile: whoever looks last shows the newest. What Slack
   * certainly did not take is undone, unless somebody has gone on from there. What it may have taken counts: undone, it
   * could stand on the card all the same, and happen twice.
   */
  async function settle<State extends CardState>(
    press: PressedCard,
    { before, after }: { readonly before: string; readonly after: string },
    rules: CardRules<State, unknown>,
  ): Promise<Settled> {
    const { id } = press.place;
    for (let shown = after; ; ) {
      const outcome = await show(press, shown, rules);
      // The card shows it already: a store that is away now changes nothing about that.
      const newest = (await store.read(id).catch(() => undefined)) ?? shown;
      if (newest === shown) {
        // Whoever went on from this press shows it with theirs.
        const counts = outcome.kind === 'sent' || outcome.kind === 'unknown' || shown !== after;
        if (counts) return { kind: 'done', isShown: outcome.kind === 'sent' };
        if (await store.swap(id, after, before).catch(() => true)) return outcome;
      }
      shown = newest;
    }
  }

  /**
   * Replacing a message twice is the same as once, so what broke on the way is tried again. Where that is refused, the
   * first may still have come through.
   */
  async function show<State extends CardState>(
    press: PressedCard,
    sealed: string,
    rules: CardRules<State, unknown>,
  ): Promise<PostOutcome> {
    const state = opened(press, sealed, rules);
    if (state === undefined) return { kind: 'not-sent', code: 'unreadable' };
    const message = rules.show(state, sealed);
    const { channel = press.place.channel } = press;
    const first = await gateway.update(channel, press.ts, message);
    if (first.kind !== 'unknown') return first;
    const second = await gateway.update(channel, press.ts, message);
    return second.kind === 'sent' ? second : first;
  }

  function opened<State extends CardState>(
    { place, ts }: PressedCard,
    sealed: string,
    { schema }: CardRules<State, unknown>,
  ): State | undefined {
    const state = schema.safeParse(unsealCard(key, place, sealed)).data;
    return state?.ts === undefined || state.ts === ts ? state : undefined;
  }
}
