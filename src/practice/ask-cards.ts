import type { Locale } from '../locale.ts';
import type { Clock } from '../ports.ts';
import type { Gateway } from '../slack/gateway.ts';
import { type Ask, type AskDecision, type AskRefusal, askSchema } from './ask.ts';
import { askCard } from './ask-card-view.ts';
import type { CardChange, CardsService, PressedCard } from './cards-service.ts';

/** Slack's code for a message that was deleted. */
const DELETED = 'message_not_found';

export type AskCardsDeps = {
  readonly gateway: Pick<Gateway, 'unschedule'>;
  readonly cards: Pick<CardsService, 'change'>;
  readonly clock: Clock;
};

export type AskCards = ReturnType<typeof createAskCards>;

/** The cards of asks, each with the reminder that Slack may hold for it. */
export function createAskCards({ gateway, cards, clock }: AskCardsDeps) {
  /** Where this fails, the next press that settles the card tries again; the line does no harm. */
  async function takeBackReminder({ place }: PressedCard, { reminder }: Ask): Promise<void> {
    if (reminder !== undefined && clock.now() < reminder.at)
      await gateway.unschedule(place.channel, reminder.id);
  }

  return {
    takeBackReminder,

    /** Changes a card by a pure decision, and shows it. Of one that was deleted nothing is brought up any more. */
    async change(
      card: PressedCard,
      locale: Locale,
      decide: (ask: Ask) => AskDecision,
    ): Promise<CardChange<Ask, AskRefusal>> {
      const show = (ask: Ask, sealed: string) => askCard(ask, { id: card.place.id, sealed }, locale);
      const change = await cards.change(card, { schema: askSchema, decide, show });
      if (change.kind === 'not-shown' && change.failure.code === DELETED)
        await takeBackReminder(card, change.state);
      return change;
    },
  };
}
