import type { CalendarService, SendResult } from '../calendar/calendar-service.ts';
import type { Slot } from '../calendar/slot.ts';
import type { Locale } from '../locale.ts';
import type { Clock, Random } from '../ports.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import type { KeyCustody } from './key-custody.ts';
import { createPulsePreparing } from './pulse-preparing.ts';
import { type PulseRecord, pulseIdOf } from './pulse-record.ts';
import type { CurrentPulse, LastPulse, PulseStore } from './pulse-store.ts';
import { pulseMessage } from './pulse-view.ts';
import { type Question, subjectOf } from './question.ts';
import { questionFor } from './question-catalogue.ts';
import { createStrayKeys } from './stray-keys.ts';

export type PulseDeps = {
  readonly store: PulseStore;
  readonly custody: KeyCustody;
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly gateway: Gateway;
  /** Every question in a language, in the same order and with the same options in each. */
  readonly questionsIn: (locale: Locale) => readonly Question[];
  readonly clock: Clock;
  readonly random: Random;
};

/** How opening a pulse ended, or why there is none. */
export type OpeningResult = SendResult | 'no-team' | Dismissal;
type Dismissal = 'too-few-people' | 'too-soon' | 'another-is-open';

export type PulseService = ReturnType<typeof createPulseService>;

/** The anonymous poll: opening it (pulse-preparing.ts). Answers are taken in pulse-answers.ts, the end is pulse-closing.ts. */
export function createPulseService(deps: PulseDeps) {
  const { store, custody, teams, calendar, gateway, questionsIn } = deps;
  const isEnrolled = async (id: TeamId) => (await teams.find(id)) !== undefined;
  const strays = createStrayKeys({ ...deps, isEnrolled });
  const questionAt = (team: Team, last: LastPulse | undefined) => {
    const subject = subjectOf(last?.count ?? 0);
    const { locale, questions } = team.settings;
    return questionFor(questionsIn(locale), subject, questions[subject]);
  };
  const { prepare, giveUp } = createPulsePreparing({ ...deps, isEnrolled, questionAt });

  return {
    current: store.current,
    find: store.find,
    lastPulse: store.lastPulse,

    /** Opens the pulse of a slot, once: freezes the electorate, plans the closing, posts the question. */
    async open(slot: Slot): Promise<OpeningResult> {
      const team = await teams.find(slot.team);
      if (team === undefined) return 'no-team';
      const { state } = await calendar.record(slot);
      const current = await store.current(team.id);
      const isThisOne = current?.record.id === pulseIdOf(team.id, slot.instant);
      if (state === 'not-sent' && isThisOne) await discard(team.id);
      if (state !== 'planned' && state !== 'sending') return 'already-done';
      if (current !== undefined) return isThisOne ? post(team, slot, current.record) : giveWay(slot, current);
      // It was posted, perhaps, and has closed since: it is not opened again.
      if (state === 'sending') return calendar.giveUp(slot);
      if (await strays.end(team.id, slot.instant)) return dismiss(slot, 'another-is-open');
      return prepareAndPost(team, slot);
    },

    /** Deletes a team's open pulse unread, and its key. */
    discard,

    /** At start: ends what is left of pulses that were deleted or edited in Redis. */
    sweep: strays.sweep,

    /** The question a team's next pulse will ask. */
    async nextQuestion(team: Team): Promise<Question> {
      return questionAt(team, await store.lastPulse(team.id));
    },
  };

  async function prepareAndPost(team: Team, slot: Slot): Promise<OpeningResult> {
    const current = await prepare(team, slot);
    if (current === 'too-few-people' || current === 'too-soon') return dismiss(slot, current);
    if (typeof current === 'string') return current;
    return current.record.id === pulseIdOf(team.id, slot.instant)
      ? post(team, slot, current.record)
      : giveWay(slot, current);
  }

  /** Another pulse is open. Its closing is planned afresh: without one no other pulse would ever open. */
  async function giveWay(slot: Slot, current: CurrentPulse): Promise<OpeningResult> {
    await calendar.planClosing(slot.team, current.record.closesAt);
    return dismiss(slot, 'another-is-open');
  }

  /** Plans before it posts: a crash after the post would find the slot done, and the next opening too early. */
  async function post(team: Team, slot: Slot, record: PulseRecord): Promise<SendResult | 'no-team'> {
    await calendar.planClosing(team.id, record.closesAt);
    await calendar.plan(team.id, deps.clock.now());
    const { locale, timezone } = team.settings;
    const question = questionFor(questionsIn(locale), 'workload', record.question);
    const result = await calendar.sendOnce(slot, () =>
      gateway.post(team.id.channel, pulseMessage(question, record, timezone, locale)),
    );
    if (typeof result === 'object' && 'hopeless' in result) await discard(team.id);
    if (!(await isEnrolled(team.id))) return giveUp(team, record);
    return result;
  }

  async function discard(team: TeamId): Promise<void> {
    const open = await store.find(team);
    // The keys first: after a crash in between, the pulse is still there to be discarded again.
    for (const pulseId of await custody.kept(team)) await custody.destroy(pulseId);
    if (open !== undefined) await store.discard(team, open.state === 'unreadable' ? open.id : open.record.id);
  }

  async function dismiss<Reason extends Dismissal>(slot: Slot, reason: Reason): Promise<Reason> {
    await calendar.dismiss(slot, reason);
    return reason;
  }
}
