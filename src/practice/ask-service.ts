import { DAY } from '../duration.ts';
import type { Locale } from '../locale.ts';
import type { Clock, Random } from '../ports.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { FailedPost } from '../slack/outcome.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import {
  type Ask,
  type AskDecision,
  type AskRefusal,
  type AskWords,
  askSchema,
  isSettled,
  newAsk,
  withEnd,
  withHelper,
} from './ask.ts';
import { askCard, askReminder } from './ask-card-view.ts';
import { closedForHelper, startForAsker, startForHelper } from './ask-start-view.ts';
import type { CardChange, CardsService, PressedCard } from './cards-service.ts';
import type { PracticeCounts } from './counts-service.ts';
import { newCardId } from './sealed-card.ts';

/** How long an ask waits before it is brought up, once (ms). */
export const PATIENCE_WITH_ASKS = DAY;

/** Slack's code for a message that was deleted. */
const DELETED = 'message_not_found';

export type AskDeps = {
  readonly teams: Pick<TeamService, 'find' | 'localeOf'>;
  readonly gateway: Pick<Gateway, 'post' | 'schedule' | 'unschedule' | 'channelsOf'>;
  readonly cards: CardsService;
  readonly counts: Pick<PracticeCounts, 'count'>;
  readonly clock: Clock;
  readonly random: Random;
};

/** Why nothing can be asked in a channel. */
export type AskProblem =
  | { readonly kind: 'not-enrolled' }
  | { readonly kind: 'not-member' }
  | { readonly kind: 'suspended'; readonly code: string };

/** A card that stands in its channel, and that nobody may have pressed yet. */
export type PostedAsk = { readonly kind: 'posted'; readonly ask: Ask; readonly card: PressedCard };
export type AskOutcome =
  | PostedAsk
  | AskProblem
  | { readonly kind: 'not-posted'; readonly failure: FailedPost };

/** What a press did; with whom the app could not write to. */
export type AskChange = CardChange<Ask, AskRefusal> & { readonly untold?: readonly string[] };

export type AskService = ReturnType<typeof createAskService>;

/**
 * Asking for a hand. An ask lives in its card in the channel and nowhere else; of it only the counters of its week are
 * kept, without anybody's id.
 */
export function createAskService(deps: AskDeps) {
  const { teams, gateway, cards, counts, clock, random } = deps;

  return {
    place,

    /** Posts the card. `remind` is to follow. */
    async post(id: TeamId, by: string, words: AskWords): Promise<AskOutcome> {
      const [found, isMember] = await Promise.all([place(id), mayPostIn(id, by)]);
      if (found.kind !== 'team') return found;
      if (!isMember) return { kind: 'not-member' };
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
      const change = await changed(card, locale, (ask) => ({
        state: isSettled(ask) ? ask : { ...ask, reminder },
      })).catch(() => undefined);
      const done = change?.kind === 'done' ? change : undefined;
      const isPlanned = done?.state.reminder !== undefined;
      if (isPlanned && done.isShown) return undefined;
      // What the card may not know of could not be taken back any more.
      const takenBack = await gateway.unschedule(channel, reminder.id);
      // Somebody was quicker, and nobody has to be reminded.
      if (done !== undefined && !isPlanned) return undefined;
      return takenBack.kind === 'unscheduled' ? 'no' : 'maybe';
    },

    /** Somebody can help: the card shows it, and both are told how to start. */
    async help(card: PressedCard, user: string): Promise<AskChange> {
      // Read before anything is changed: a store that is away must not be told of afterwards.
      const team = await teams.find(card.place);
      const locale = await teams.localeOf(card.place);
      const change = await changed(card, locale, (ask) => withHelper(ask, user));
      if (change.kind !== 'done') return change;
      const { state: ask } = change;
      const { channel } = card.place;
      if (ask.helpers.length === 1) {
        await takeBackReminder(card, ask);
        if (team !== undefined) await counts.count(team, 'answered');
      }
      const untold = await told([
        [user, startForHelper(ask, channel, locale)],
        [ask.asker, startForAsker(ask, user, channel, locale)],
      ]);
      return { ...change, untold };
    },

    /** Its asker closes it, with thanks or because it is no longer needed; whoever offered help is told. */
    async close(card: PressedCard, user: string, end: NonNullable<Ask['end']>): Promise<AskChange> {
      const locale = await teams.localeOf(card.place);
      const change = await changed(card, locale, (ask) => withEnd(ask, user, end));
      if (change.kind !== 'done') return change;
      const { state: ask } = change;
      await takeBackReminder(card, ask);
      const notice = closedForHelper(ask, card.place.channel, locale);
      return { ...change, untold: await told(ask.helpers.map((helper) => [helper, notice])) };
    },
  };

  /** The team of a channel in which one can ask, or why one cannot. */
  async function place(id: TeamId): Promise<AskProblem | { readonly kind: 'team'; readonly team: Team }> {
    const team = await teams.find(id);
    if (team === undefined) return { kind: 'not-enrolled' };
    if (team.suspended !== null) return { kind: 'suspended', code: team.suspended.code };
    return { kind: 'team', team };
  }

  async function changed(
    card: PressedCard,
    locale: Locale,
    decide: (ask: Ask) => AskDecision,
  ): Promise<CardChange<Ask, AskRefusal>> {
    const show = (ask: Ask, sealed: string) => askCard(ask, { id: card.place.id, sealed }, locale);
    const change = await cards.change(card, { schema: askSchema, decide, show });
    // There is nothing any more that could be brought up.
    if (change.kind === 'not-shown' && change.failure.code === DELETED)
      await takeBackReminder(card, change.state);
    return change;
  }

  /** Where this fails, the next press that settles the card tries again; the line does no harm. */
  async function takeBackReminder({ place }: PressedCard, { reminder }: Ask): Promise<void> {
    if (reminder !== undefined && clock.now() < reminder.at)
      await gateway.unschedule(place.channel, reminder.id);
  }

  /** Whether the person is in the channel, as far as Slack says: where it does not, posting shows what is wrong. */
  async function mayPostIn({ channel }: TeamId, user: string): Promise<boolean> {
    return gateway.channelsOf(user).then(
      (channels) => channels.some(({ id }) => id === channel),
      () => true,
    );
  }

  /** Writes to each; returns those who were not reached. */
  async function told(notices: readonly (readonly [string, Message])[]): Promise<readonly string[]> {
    const outcomes = await Promise.all(
      notices.map(async ([user, message]) => ({ user, kind: (await gateway.post(user, message)).kind })),
    );
    return outcomes.filter(({ kind }) => kind !== 'sent').map(({ user }) => user);
  }
}
