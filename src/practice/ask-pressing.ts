import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { TeamService } from '../team/team-service.ts';
import { type Ask, type AskRefusal, withEnd, withHelper } from './ask.ts';
import type { AskCards } from './ask-cards.ts';
import { closedForHelper, startForAsker, startForHelper } from './ask-start-view.ts';
import type { CardChange, PressedCard } from './cards-service.ts';
import type { PracticeCounts } from './counts-service.ts';

export type AskPressingDeps = {
  readonly teams: Pick<TeamService, 'find' | 'localeOf'>;
  readonly gateway: Pick<Gateway, 'post' | 'linkTo'>;
  readonly counts: Pick<PracticeCounts, 'count'>;
};

/** What a press did; with whom the app could not write to. */
export type AskChange = CardChange<Ask, AskRefusal> & { readonly untold?: readonly string[] };

/** What the buttons of an ask's card do. */
export function createAskPressing({ teams, gateway, counts }: AskPressingDeps, askCards: AskCards) {
  return {
    /** Somebody can help: the card shows it, and both are told how to start. */
    async help(card: PressedCard, user: string): Promise<AskChange> {
      // Read before anything is changed: a store that is away must not be told of afterwards.
      const team = await teams.find(card.place);
      const locale = await teams.localeOf(card.place);
      const change = await askCards.change(card, locale, (ask) => withHelper(ask, user));
      if (change.kind !== 'done') return change;
      const { state: ask } = change;
      const { channel } = card.place;
      if (ask.helpers.length === 1) {
        await askCards.takeBackReminder(card, ask);
        if (team !== undefined) await counts.count(team, 'answered');
      }
      const place = { channel, link: await gateway.linkTo(channel, card.ts) };
      const untold = await told([
        [user, startForHelper(ask, place, locale)],
        [ask.asker, startForAsker(ask, user, place, locale)],
      ]);
      return { ...change, untold };
    },

    /** Its asker closes it, with thanks or because it is no longer needed; whoever offered help is told. */
    async close(card: PressedCard, user: string, end: NonNullable<Ask['end']>): Promise<AskChange> {
      const locale = await teams.localeOf(card.place);
      const change = await askCards.change(card, locale, (ask) => withEnd(ask, user, end));
      if (change.kind !== 'done') return change;
      const { state: ask } = change;
      await askCards.takeBackReminder(card, ask);
      const notice = closedForHelper(ask, card.place.channel, locale);
      return { ...change, untold: await told(ask.helpers.map((helper) => [helper, notice])) };
    },
  };

  /** Writes to each; returns those who were not reached. */
  async function told(notices: readonly (readonly [string, Message])[]): Promise<readonly string[]> {
    const outcomes = await Promise.all(
      notices.map(async ([user, message]) => ({ user, kind: (await gateway.post(user, message)).kind })),
    );
    return outcomes.filter(({ kind }) => kind !== 'sent').map(({ user }) => user);
  }
}
