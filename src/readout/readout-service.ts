import type { CalendarService, SendResult } from '../calendar/calendar-service.ts';
import type { Slot } from '../calendar/slot.ts';
import type { Clock } from '../ports.ts';
import type { PulseClosing, Unlocked } from '../pulse/pulse-closing.ts';
import { closedPulseMessage } from '../pulse/pulse-view.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import { isManager, type Subject, subjects, type Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import { mayPublish } from './may-publish.ts';
import {
  allShortMemory,
  type Closing,
  type History,
  historyFor,
  isHeavy,
  publicHistory,
  shortMemory,
} from './readout.ts';
import type { Published, ReadoutStore } from './readout-store.ts';
import { closedMessage, readoutMessage, tooFewMessage, voidMessage, type Wording } from './readout-view.ts';
import { receiptsButton } from './receipts-view.ts';
import { release, withReadout } from './release.ts';

export type ReadoutDeps = {
  readonly store: ReadoutStore;
  readonly closing: PulseClosing;
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  readonly clock: Clock;
  /** The wording of a question by its id. */
  readonly wordingOf: (question: string) => Wording;
};

export type ReadoutService = ReturnType<typeof createReadoutService>;

/** What may be seen: closing a pulse, and reading what was published. */
export function createReadoutService(deps: ReadoutDeps) {
  const { store, closing, teams, calendar, gateway, clock, wordingOf } = deps;

  return {
    /**
     * Closes the pulse whose window ends at the slot: unmask, publish and delete in one transaction, destroy the
     * key, post. Every step can be repeated after a crash; whoever comes second finds it done.
     */
    async close(slot: Slot): Promise<SendResult | 'no-team' | 'no-pulse'> {
      const unlocked = await closing.unlock(slot.team, slot.instant, mayPublish);
      if (unlocked !== undefined) await publish(slot.team, unlocked);
      const published = await store.read(slot.team);
      const { last } = published;
      const isPublished = last?.closesAt === slot.instant;
      // Of a team removed while it was closing nothing is published, and yet the key must go.
      const pulse = isPublished ? last.pulse : unlocked?.record.id;
      if (pulse !== undefined) await closing.destroyKey(pulse);
      const team = await teams.find(slot.team);
      if (team === undefined) return 'no-team';
      if (!isPublished) return 'no-pulse';
      const result = await calendar.sendOnce(slot, () =>
        gateway.post(team.id.channel, outcomeMessage(last, published)),
      );
      await takeButtonsOff(team, last);
      return result;
    },

    /** Whether the person may read the team's summary. */
    mayRead: (team: Team, user: string): boolean =>
      team.settings.audience === 'everyone' || isManager(team, user),

    /** The codes of the last closed pulse; `undefined` where it is another one, or has none. */
    async receipts(team: TeamId, pulseId: string): Promise<readonly string[] | undefined> {
      const { last } = await store.read(team);
      return last?.pulse === pulseId && last.receipts.length > 0 ? last.receipts : undefined;
    },

    /** What the tracked questions' displayed levels are heavy about. */
    async heavySubjects(team: Team): Promise<readonly Subject[]> {
      const { questions } = await tracked(team);
      return questions.filter(({ history }) => isHeavy(history)).map(({ wording }) => wording.question.about);
    },

    /** What the person may see of the three tracked questions, and of how the last pulse ended. */
    async summary(team: Team, user: string) {
      const { last, questions } = await tracked(team);
      const mayKnowEnd = isManager(team, user) || last?.audience === 'everyone' || last?.kind === 'void';
      return {
        last: mayKnowEnd ? last : undefined,
        questions: questions.map(({ wording, history }) => ({
          wording,
          history: historyFor(history, team, user),
        })),
      };
    },
  };

  /** The three tracked questions with what is remembered of each. */
  async function tracked(team: Team) {
    const { histories, last } = await store.read(team.id);
    const questions = subjects.map((subject) => wordingOf(team.settings.questions[subject]));
    const now = clock.now();
    return {
      last,
      questions: questions.map((wording) => ({
        wording,
        history: shortMemory(histories.get(wording.question.id) ?? [], now),
      })),
    };
  }

  async function publish(team: TeamId, unlocked: Unlocked): Promise<void> {
    const { record } = unlocked;
    const before = await store.read(team);
    const kept = allShortMemory(before.histories, record.closesAt);
    const asked = before.last?.asked ?? [];
    if (unlocked.kind === 'totals') {
      const history = kept.get(record.question) ?? [];
      const rosterChanges = await teams.rosterChanges(team);
      kept.set(
        record.question,
        withReadout(history, release({ ...unlocked, history, asked, rosterChanges })),
      );
    }
    const closed = { ...closingOf(unlocked), asked: [...new Set([...asked, record.question])] };
    await store.publish(team, closed, kept);
  }

  function outcomeMessage(last: Closing, { histories }: Published): Message {
    const message = findings(last, histories.get(last.question) ?? []);
    if (last.kind === 'void') return message;
    return { ...message, blocks: [...message.blocks, receiptsButton(last.pulse)] };
  }

  function findings(last: Closing, history: History): Message {
    if (last.kind === 'void') return voidMessage(last.reason);
    if (last.audience === 'managers') return closedMessage();
    if (last.kind === 'too-few') return tooFewMessage(last.threshold);
    return readoutMessage(wordingOf(last.question), publicHistory(history));
  }

  /** Best effort: a button that stays is answered with "closed". */
  async function takeButtonsOff(team: Team, last: Closing): Promise<void> {
    const opening = await calendar.record({ team: team.id, kind: 'opening', instant: last.opensAt });
    const ts = opening.state === 'sent' ? (opening.ts ?? last.ts) : last.ts;
    if (ts === '') return;
    await gateway.update(team.id.channel, ts, closedPulseMessage(wordingOf(last.question).question));
  }
}

/** How the closing ended, as it is kept until the next one. */
function closingOf(unlocked: Unlocked): Closing {
  const { id: pulse, question, opensAt, closesAt, threshold, audience } = unlocked.record;
  const base = { pulse, question, opensAt, closesAt, threshold, audience, ts: unlocked.ts };
  if (unlocked.kind === 'void') return { ...base, kind: 'void', reason: unlocked.reason, receipts: [] };
  return { ...base, kind: unlocked.kind === 'totals' ? 'published' : 'too-few', receipts: unlocked.receipts };
}
