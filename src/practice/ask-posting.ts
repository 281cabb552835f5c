import { DAY } from '../duration.ts';
import type { Clock, Random } from '../ports.ts';
import { StoreError } from '../redis/store-error.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { FailedPost } from '../slack/outcome.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import { type Ask, type AskWords, isSettled, newAsk } from './ask.ts';
import { askCard, askReminder } from './ask-card-view.ts';
import type { AskCards } from './ask-cards.ts';
import type { CardsService, PressedCard } from './cards-service.ts';
import type { PracticeCounts } from './counts-service.ts';
import { newCardId } from './sealed-card.ts';

/** How long an ask waits before it is brought up, once (ms). */
export const PATIENCE_WITH_ASKS = DAY;

export type AskPostingDeps = {
  readonly teams: Pick<TeamService, 'find' | 'localeOf'>;
  readonly gateway: Pick<Gateway, 'post' | 'schedule' | 'unschedule' | 'channelsOf'>;
  readonly cards: Pick<CardsService, 'seal'>;
  readonly counts: Pick<PracticeCounts, 'count'>;
  readonly clock: Clock;
  readonly random: Random;
};

/** Why nothing can be asked in a channel. */
export type AskProblem =
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'suspended'; readonly code: string }
  /** Whoever asks is not in the channel, or Slack did not say. */
  | { readonly kind: 'not-member' | 'member-unknown' }
  | { readonly kind: 'store-away' };

/** A card that stands in its channel, and that nobody may have pressed yet. */
export type PostedAsk = { readonly kind: 'posted'; readonly ask: Ask; readonly card: PressedCard };
export type AskOutcome =
  | PostedAsk
  | AskProblem
  | { readonly kind: 'not-posted'; readonly failure: FailedPost };

type AskPlace = AskProblem | { readonly kind: 'team'; readonly team: Team };

/** Posts the card of an ask, and lets Slack bring it up once. */
export function createAskPosting(deps: AskPostingDeps, askCards: AskCards) {
  const { teams, gateway, cards, counts, clock, random } = deps;

  /** The team of a channel in which one can ask, or why one cannot. */
  async function place(id: TeamId): Promise<AskPlace> {
    const team = await teams.find(id);
    if (team === undefined) return { kind: 'not-enrolled' };
    if (team.suspended !== null) return { kind: 'suspended', code: team.suspended.code };
    return { kind: 'team', team };
  }

  return {
    place,

    /** Posts the card. `remind` is to follow. Never throws for what Slack or the store do. */
    async post(id: TeamId, by: string, words: AskWords): Promise<AskOutcome> {
      const [found, membership] = await Promise.all([place(id).catch(storeAway), membershipOf(by, id)]);
      if (found.kind !== 'team') return found;
      if (membership !== 'member') return { kind: membership };
      const { locale } = found.team.settings;
      const ask = newAsk(by, words);
      const card = { ...id, kind: 'ask', id: newCardId('ask', random) } as const;
      const sealed = cards.seal(card, ask);
      const posted = await gateway.post(id.channel, askCard(ask, { id: card.id, sealed }, locale));
      if (posted.kind !== 'sent') return { kind: 'not-posted', failure: posted };
      await counts.count(found.team, 'asks');
      return { kind: 'posted', ask, card: { place: card, ts: posted.ts, sealed } };
    },

    /**
     * Lets Slack bring up a new card after a day, and writes that into the card, so that it can be taken back. Returns
     * what to tell the asker where that did not work.
     */
    async remind({ card }: PostedAsk): Promise<'maybe' | 'no' | undefined> {
      const { channel } = card.place;
      const locale = await teams.localeOf(card.place);
      const at = clock.now() + PATIENCE_WITH_ASKS;
      const scheduled = await gateway.schedule({ channel, thread: card.ts }, at, askReminder(locale));
      if (scheduled.kind !== 'scheduled') return scheduled.kind === 'unknown' ? 'maybe' : 'no';
      const reminder = { id: scheduled.id, at };
      const change = await askCards
        .change(card, locale, (ask) => ({ state: isSettled(ask) ? ask : { ...ask, reminder } }))
        .catch(() => undefined);
      const done = change?.kind === 'done' ? change : undefined;
      const isPlanned = done?.state.reminder !== undefined;
      if (isPlanned && done.isShown) return undefined;
      // What the card may not know of could not be taken back any more.
      const takenBack = await gateway.unschedule(channel, reminder.id);
      // Somebody was quicker, and nobody has to be reminded.
      if (done !== undefined && !isPlanned) return undefined;
      return takenBack.kind === 'unscheduled' ? 'no' : 'maybe';
    },
  };

  /** Whether a person is in a channel: who is not must not post there, even when Slack does not say. */
  async function membershipOf(
    user: string,
    { channel }: TeamId,
  ): Promise<'member' | 'not-member' | 'member-unknown'> {
    return gateway.channelsOf(user).then(
      (channels) => (channels.some(({ id }) => id === channel) ? 'member' : 'not-member'),
      () => 'member-unknown',
    );
  }
}

function storeAway(error: unknown): AskProblem {
  if (error instanceof StoreError) return { kind: 'store-away' };
  throw error;
}
