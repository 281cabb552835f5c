import type { CalendarService, SendResult } from '../calendar/calendar-service.ts';
import type { Slot } from '../calendar/slot.ts';
import { SECOND } from '../duration.ts';
import type { Locale } from '../locale.ts';
import type { Clock } from '../ports.ts';
import { CLOCK_SKEW, type PulseClosing, type Unlocked } from '../pulse/pulse-closing.ts';
import { LONGEST_WINDOW } from '../pulse/pulse-record.ts';
import { closedPulseMessage } from '../pulse/pulse-view.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import { mayPublish } from './may-publish.ts';
import { allShortMemory, type Closing, type History, publicHistory } from './readout.ts';
import { createReadoutNotice } from './readout-notice.ts';
import type { Published, ReadoutStore } from './readout-store.ts';
import { closedMessage, readoutMessage, tooFewMessage, voidMessage, type Wording } from './readout-view.ts';
import { receiptsButton } from './receipts-view.ts';
import { release, withReadout } from './release.ts';

export type ReadoutClosingDeps = {
  readonly store: ReadoutStore;
  readonly closing: PulseClosing;
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  readonly clock: Clock;
  /** The wording of a question by its id, in a language. */
  readonly wordingOf: (question: string, locale: Locale) => Wording;
};

/** Closing a pulse: what the locked total says, published once. */
export function createReadoutClosing(deps: ReadoutClosingDeps) {
  const { store, closing, teams, calendar, gateway, clock, wordingOf } = deps;
  const notice = createReadoutNotice(deps);

  return {
    /**
     * Closes the pulse whose window ends at the slot: unmask, publish and delete in one transaction, destroy the
     * key, post, tell managers. Every step can be repeated after a crash; whoever comes second finds it done. Never before its time.
     */
    async close(slot: Slot): Promise<SendResult | 'no-team' | 'no-pulse'> {
      const early = slot.instant - clock.now() - CLOCK_SKEW;
      // The clock has gone back, or that of the instance that queued it is ahead.
      if (early > 0 && early < LONGEST_WINDOW)
        return { retry: { code: 'early', afterSeconds: Math.ceil(early / SECOND) } };
      const unlocked = await outcomeOf(slot);
      if (unlocked !== undefined) await publish(slot.team, unlocked);
      const published = await store.read(slot.team);
      const { last } = published;
      // Of a team removed while it was closing nothing is published, and yet the key must go.
      await closing.destroyKeys(slot.team, slot.instant);
      const team = await teams.find(slot.team);
      if (team === undefined) return 'no-team';
      if (last?.closesAt !== slot.instant) return planAgain(slot);
      const result = await calendar.sendOnce(slot, () =>
        gateway.post(team.id.channel, outcomeMessage(last, published, team.settings.locale)),
      );
      await takeButtonsOff(team, last);
      return (await notice.tell(team, last, shownReadout(last, published, team.settings.locale))) ?? result;
    },
  };

  /** How the pulse of the slot ended; `undefined` where that is published already, or there was none. */
  async function outcomeOf({ team, instant }: Slot): Promise<Unlocked | undefined> {
    const unlocked = await closing.unlock(team, instant, mayPublish);
    if (unlocked !== undefined) return unlocked;
    const { last } = await store.read(team);
    return last?.closesAt === instant ? undefined : closing.lost(team, instant);
  }

  /** Another pulse is open, or its closing was moved in Redis: that it ends is made sure of. */
  async function planAgain({ team }: Slot): Promise<'no-pulse'> {
    const closesAt = await closing.closesAt(team);
    if (closesAt !== undefined) await calendar.planClosing(team, closesAt);
    return 'no-pulse';
  }

  async function publish(team: TeamId, unlocked: Unlocked): Promise<void> {
    const { record } = unlocked;
    const before = await store.read(team);
    const kept = allShortMemory(before.histories, record.closesAt);
    const asked = before.last?.asked ?? [];
    if (unlocked.kind === 'totals') {
      const history = kept.get(record.question) ?? [];
      const { rosterChanges } = record;
      kept.set(
        record.question,
        withReadout(history, release({ ...unlocked, history, asked, rosterChanges })),
      );
    }
    const closed = {
      ...closingOf(unlocked),
      asked: [...new Set([...asked, record.question])].filter(Boolean),
    };
    await store.publish(team, closed, kept, unlocked.standing);
  }

  function outcomeMessage(last: Closing, { histories }: Published, locale: Locale): Message {
    const message = findings(last, histories.get(last.question) ?? [], locale);
    if (last.kind === 'void') return message;
    return { ...message, blocks: [...message.blocks, receiptsButton(last.pulse, locale)] };
  }

  /** What the channel reads, where that is the readout. */
  function shownReadout(last: Closing, { histories }: Published, locale: Locale): Message | undefined {
    const isShown = last.kind === 'published' && last.audience === 'everyone';
    return isShown ? findings(last, histories.get(last.question) ?? [], locale) : undefined;
  }

  function findings(last: Closing, history: History, locale: Locale): Message {
    if (last.kind === 'void') return voidMessage(last.reason, locale);
    if (last.audience === 'managers') return closedMessage(locale);
    if (last.kind === 'too-few') return tooFewMessage(last.threshold, locale);
    return readoutMessage(wordingOf(last.question, locale), publicHistory(history), locale);
  }

  /** Best effort: a button that stays is answered with "closed". */
  async function takeButtonsOff(team: Team, last: Closing): Promise<void> {
    const opening = await calendar.record({ team: team.id, kind: 'opening', instant: last.opensAt });
    const ts = opening.state === 'sent' ? (opening.ts ?? last.ts) : last.ts;
    if (ts === '' || last.question === '') return;
    const { locale } = team.settings;
    const { question } = wordingOf(last.question, locale);
    await gateway.update(team.id.channel, ts, closedPulseMessage(question, locale));
  }
}

/** How the closing ended, as it is kept until the next one. */
function closingOf(unlocked: Unlocked): Closing {
  const { id: pulse, question, opensAt, closesAt, threshold, audience } = unlocked.record;
  const base = { pulse, question, opensAt, closesAt, threshold, audience, ts: unlocked.ts };
  if (unlocked.kind === 'void') return { ...base, kind: 'void', reason: unlocked.reason, receipts: [] };
  return { ...base, kind: unlocked.kind === 'totals' ? 'published' : 'too-few', receipts: unlocked.receipts };
}
