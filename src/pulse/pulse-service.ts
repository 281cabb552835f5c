import type { CalendarService, SendResult } from '../calendar/calendar-service.ts';
import type { Slot } from '../calendar/slot.ts';
import { HOUR } from '../duration.ts';
import type { Clock, Random } from '../ports.ts';
import { StoreError } from '../redis/store-error.ts';
import { shuffle } from '../shuffle.ts';
import type { Gateway } from '../slack/gateway.ts';
import { respondentsOf } from '../team/roster.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import type { KeyCustody } from './key-custody.ts';
import { KEY_BYTES } from './pulse-key.ts';
import { type AnswerValue, type PulseRecord, pulseIdOf } from './pulse-record.ts';
import type { LastPulse, PulseStore, VoteReply } from './pulse-store.ts';
import { pulseMessage } from './pulse-view.ts';
import { type Question, subjectOf } from './question.ts';
import { questionFor } from './question-catalogue.ts';
import { maskedVote, PAD_SEED_BYTES, tokenOf } from './tally.ts';

export type PulseDeps = {
  readonly store: PulseStore;
  readonly custody: KeyCustody;
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  readonly questions: readonly Question[];
  readonly clock: Clock;
  readonly random: Random;
};

/** How a tap ended. Everything but `added` and `uncertain` means: nothing was counted. */
export type AnswerOutcome = VoteReply | 'void' | 'not-counted' | 'uncertain';

/** How opening a pulse ended, or why there is none. */
export type OpeningResult = SendResult | 'no-team' | 'too-few-people' | 'another-is-open';

export type PulseService = ReturnType<typeof createPulseService>;

/** The anonymous poll: opening it, taking answers, and locking it for the readout. */
export function createPulseService(deps: PulseDeps) {
  const { store, custody, teams, calendar, gateway, questions, random } = deps;

  return {
    current: store.current,
    lastPulse: store.lastPulse,

    /** Opens the pulse of a slot, once: freezes the electorate, plans the closing, posts the question. */
    async open(slot: Slot): Promise<OpeningResult> {
      const team = await teams.find(slot.team);
      if (team === undefined) return 'no-team';
      const { state } = await calendar.record(slot);
      if (state !== 'planned' && state !== 'sending') return 'already-done';
      const open = (await store.current(team.id)) ?? (await prepare(team, slot));
      if (open === 'too-few-people') return dismiss(slot, open);
      if (open.record.id !== pulseIdOf(team.id, slot.instant)) return dismiss(slot, 'another-is-open');
      return post(team, slot, open.record);
    },

    /** Takes one person's answer: one round trip to Redis, none to Slack. */
    async answer(
      options: AnswerValue & { readonly team: TeamId; readonly user: string; readonly ts: string },
    ): Promise<AnswerOutcome> {
      const { team, pulseId, user, option: choice, optionCount, ts } = options;
      const pulseKey = await custody.read(pulseId);
      if (pulseKey === undefined) return whyNoKey(team, pulseId);
      const token = tokenOf(pulseKey, user);
      const r = random.bytes(PAD_SEED_BYTES).toString('hex');
      const additions = maskedVote({ pulseKey, token, r, choice, optionCount });
      return orFailed(store.castVote(team, { pulseId, token, version: 0, r, additions, ts }));
    },

    /** Deletes a team's open pulse unread, and its key. */
    discard,

    /** The question a team's next pulse will ask. */
    async nextQuestion(team: Team): Promise<Question> {
      return questionAt(team, await store.lastPulse(team.id));
    },
  };

  async function prepare(
    team: Team,
    slot: Slot,
  ): Promise<{ readonly record: PulseRecord } | 'too-few-people'> {
    const respondents = respondentsOf(await gateway.people(team.id.channel), team.settings.managers);
    const threshold = team.settings.minimumAnswers;
    if (respondents.length < threshold) return 'too-few-people';
    const last = await store.lastPulse(team.id);
    const record = recordOf(team, slot, questionAt(team, last), respondents.length);
    const pulseKey = await custody.keep(record.id, random.bytes(KEY_BYTES));
    await calendar.planClosing(team.id, record.closesAt);
    const tokens = shuffle(
      respondents.map((user) => tokenOf(pulseKey, user)),
      random,
    );
    const next = { openedAt: slot.instant, electorate: respondents.length, count: (last?.count ?? 0) + 1 };
    await store.open(team.id, record, tokens, next);
    return { record };
  }

  async function post(team: Team, slot: Slot, record: PulseRecord): Promise<SendResult> {
    const question = questionFor(questions, 'workload', record.question);
    const result = await calendar.sendOnce(slot, () =>
      gateway.post(team.id.channel, pulseMessage(question, record, team.settings.timezone)),
    );
    if (typeof result === 'object' && 'hopeless' in result) await discard(team.id);
    await calendar.plan(team.id, deps.clock.now());
    return result;
  }

  async function discard(team: TeamId): Promise<void> {
    const open = await store.current(team);
    if (open === undefined) return;
    await store.discard(team, open.record.id);
    await custody.destroy(open.record.id);
  }

  function questionAt(team: Team, last: LastPulse | undefined): Question {
    const subject = subjectOf(last?.count ?? 0);
    return questionFor(questions, subject, team.settings.questions[subject]);
  }

  async function dismiss(slot: Slot, reason: 'too-few-people' | 'another-is-open'): Promise<OpeningResult> {
    await calendar.dismiss(slot, reason);
    return reason;
  }

  async function whyNoKey(team: TeamId, pulseId: string): Promise<AnswerOutcome> {
    try {
      const open = await store.current(team);
      return open?.record.id === pulseId ? 'void' : 'closed';
    } catch (error) {
      if (error instanceof StoreError) return 'not-counted';
      throw error;
    }
  }
}

/** A tap whose outcome we do not know is said to be just that: the next tap tells. */
async function orFailed(vote: Promise<VoteReply>): Promise<AnswerOutcome> {
  try {
    return await vote;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return error.certainty === 'not-sent' ? 'not-counted' : 'uncertain';
  }
}

function recordOf(team: Team, slot: Slot, question: Question, electorate: number): PulseRecord {
  return {
    id: pulseIdOf(team.id, slot.instant),
    question: question.id,
    optionCount: question.options.length,
    strained: question.options.flatMap(({ strained }, option) => (strained ? [option] : [])),
    electorate,
    threshold: team.settings.minimumAnswers,
    opensAt: slot.instant,
    closesAt: slot.instant + team.settings.windowHours * HOUR,
  };
}
