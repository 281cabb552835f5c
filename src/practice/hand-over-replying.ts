import type { Clock } from '../ports.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { FailedPost } from '../slack/outcome.ts';
import type { TeamService } from '../team/team-service.ts';
import type { CardsService, PressedCard } from './cards-service.ts';
import { dateAt, reminderAt } from './check-in.ts';
import type { PracticeCounts } from './counts-service.ts';
import type { Reply } from './hand-over.ts';
import { type HandOverCard, type HandOverRefusal, replyRules } from './hand-over-cards.ts';
import { reminderMessage, replyMessage, unscheduledMessage } from './hand-over-giver-view.ts';

export type ReplyingDeps = {
  readonly cards: Pick<CardsService, 'change'>;
  readonly gateway: Pick<Gateway, 'post' | 'schedule'>;
  readonly clock: Clock;
  readonly counts: Pick<PracticeCounts, 'count'>;
  readonly teams: Pick<TeamService, 'find'>;
};

/** How a press ended. Everything but `done` means: nothing was changed by it. */
export type Replied =
  /** `isShown` and `isTold`, the giver: false where Slack did not take it, or did not say so. */
  | {
      readonly kind: 'done';
      readonly card: HandOverCard;
      readonly isShown: boolean;
      readonly isTold: boolean;
    }
  | { readonly kind: HandOverRefusal; readonly card: HandOverCard }
  | { readonly kind: 'not-shown'; readonly card: HandOverCard; readonly failure: FailedPost }
  | { readonly kind: 'unreadable' };

/** Takes what a receiver says, shows it in their message, and then tells the giver. */
export function createHandOverReplying({ cards, gateway, clock, counts, teams }: ReplyingDeps) {
  return {
    async reply(pressed: PressedCard, user: string, reply: Reply): Promise<Replied> {
      const change = await cards.change(pressed, replyRules(pressed.place.id, user, reply));
      if (change.kind === 'unreadable') return change;
      const { state: card } = change;
      if (change.kind === 'refused') return { kind: change.why, card };
      if (change.kind === 'not-shown') return { kind: 'not-shown', card, failure: change.failure };
      const isTold = await tell(card, pressed.place.workspace);
      return { kind: 'done', card, isShown: change.isShown, isTold };
    },
  };

  async function tell(card: HandOverCard, workspace: string): Promise<boolean> {
    const at = reminderAt(card.checkIn, clock.now(), card.timezone);
    const date = dateAt(at, card.timezone);
    const posted = await gateway.post(card.giver, replyMessage(card, date));
    if (card.state !== 'taken') return posted.kind === 'sent';
    await countTaken(card, workspace);
    // Only their message tells where the giver's direct messages are.
    if (posted.kind !== 'sent') return false;
    await remind(card, posted.channel, { at, date });
    return true;
  }

  /** For the team it came from, if it came from one. What is done is done, so a store that is away changes nothing. */
  async function countTaken({ channel }: HandOverCard, workspace: string): Promise<void> {
    if (channel === '') return;
    const team = await teams.find({ workspace, channel }).catch(() => undefined);
    if (team !== undefined) await counts.count(team, 'taken');
  }

  /** Lets Slack bring up the check-in in the giver's direct messages. */
  async function remind(
    card: HandOverCard,
    channel: string,
    { at, date }: { readonly at: number; readonly date: string },
  ): Promise<void> {
    const { kind } = await gateway.schedule({ channel }, at, reminderMessage(card));
    if (kind === 'scheduled') return;
    const problem = kind === 'unknown' ? 'maybeScheduled' : 'notScheduled';
    await gateway.post(card.giver, unscheduledMessage(card, problem, date));
  }
}
