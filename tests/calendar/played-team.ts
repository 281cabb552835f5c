import { createJumpingClock } from '../../playground/world/jumping-clock.ts';
import { createCalendarService } from '../../src/calendar/calendar-service.ts';
import type { CalendarStore } from '../../src/calendar/calendar-store.ts';
import { objectionTo } from '../../src/calendar/refusal.ts';
import { withLastPrompt } from '../../src/calendar/replan.ts';
import { type Slot, slotName } from '../../src/calendar/slot.ts';
import { lastPosted } from '../../src/calendar/slot-record.ts';
import { localDay, weekAround } from '../../src/calendar/week.ts';
import { DAY, MINUTE, SECOND, WEEK } from '../../src/duration.ts';
import type { PostOutcome } from '../../src/slack/outcome.ts';
import { agendaOf } from '../../src/team/agenda.ts';
import { lifeUntil, never } from '../pulse/crashing.ts';
import { team as newTeam } from '../team/teams.ts';
import type { History, Step } from './history.ts';
import { QUIET } from './history.ts';

/** A prompt that is in the channel, or may be, and the timezone of its team just then. */
export type Posted = { readonly instant: number; readonly timezone: string };

/** What came of a history: what was posted, and in which weeks (their first instants) none was owed. */
export type Played = {
  readonly posted: readonly Posted[];
  readonly broken: readonly string[];
  readonly excused: ReadonlySet<number>;
  readonly began: number;
  readonly ended: number;
};

type Job = { readonly slot: Slot; readyAt: number };

/**
 * Plays a history on the calendar's own service: two processes with clocks of their own share a store and a queue, and
 * die where the history says so. Only prompts are looked at.
 */
export async function play({ beginning, steps }: History, store: CalendarStore): Promise<Played> {
  const { start, timezone, skew } = beginning;
  const clock = createJumpingClock(start);
  let team = newTeam({ enrolledAt: start }, { timezone });
  const { id } = team;
  const posted: Posted[] = [];
  const broken: string[] = [];
  const excused = new Set<number>();
  const queue = new Map<string, Job>();
  let [turn, busy, isPlanned] = [0, 0, true];
  let says: 'sent' | 'not-sent' | 'unknown' = 'sent';
  let life = lifeUntil(never);

  const zone = () => team.settings.timezone;
  const excuse = (instant: number) => void excused.add(weekAround(instant, zone()).from);
  const excuseFrom = (from: number, until: number) => {
    for (let at = from; at < until + DAY; at += DAY) excuse(Math.min(at, until));
  };

  /** The service of one of the two processes, in turn; one that is to die dies at a call to its store. */
  function someone() {
    turn += 1;
    const ahead = turn % 2 === 0 ? skew : 0;
    const own = { now: () => clock.now() + ahead };
    const calendar = createCalendarService({
      store: life.through(store),
      clock: own,
      agendaOf: async () => agendaOf(team, undefined),
    });
    return { calendar, now: own.now };
  }

  /** Whatever a process does may be the last that it does. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    await work().catch(() => undefined);
    const isAlive = !life.isOver();
    if (!isAlive) life = lifeUntil(never);
    return isAlive;
  }

  /** Plans as a change does; where that dies, the upkeep plans at the next heartbeat. */
  async function plan(): Promise<void> {
    const { calendar, now } = someone();
    isPlanned = await attempt(() => calendar.plan(id, now()));
  }

  async function agendaNow() {
    const last = lastPosted(await store.records(id), 'prompt');
    return withLastPrompt(agendaOf(team, undefined), last?.instant);
  }

  /** Takes back what was promised, or waits on the queue: of the week in which it was to come, nothing is owed. */
  async function stop(fields: Partial<typeof team>): Promise<void> {
    const { prompt } = await store.next(id);
    if (prompt !== undefined) excuse(prompt);
    for (const { slot } of queue.values()) excuse(slot.instant);
    await change(fields);
  }

  /** Changes the team; what was promised before must still come, in its week or earlier. */
  async function change(fields: Partial<typeof team>): Promise<void> {
    const promised = (await store.next(id)).prompt;
    // After an outage of a day and more, before the first heartbeat: nothing was promised for this week yet.
    if (isLate(promised)) excuse(clock.now());
    team = { ...team, ...fields };
    await plan();
    const agenda = await agendaNow();
    if (promised === undefined || !isPlanned) return;
    if (promised <= clock.now() + Math.abs(skew) || objectionTo('prompt', promised, agenda) !== undefined)
      return;
    const next = (await store.next(id)).prompt;
    if (next !== undefined && next < weekAround(promised, zone()).until) return;
    broken.push(`promised ${text(promised)}, put off to ${text(next)}`);
  }

  async function beat(): Promise<void> {
    if (!isPlanned) await plan();
    excuseLate((await store.next(id)).prompt);
    const { calendar, now } = someone();
    const enqueue = async (slot: Slot) => {
      if (slot.kind === 'prompt' && !queue.has(slotName(slot)))
        queue.set(slotName(slot), { slot, readyAt: clock.now() + busy });
      busy = 0;
    };
    await attempt(() => calendar.takeDue(now(), enqueue, () => undefined, passOver));
    for (const job of [...queue.values()]) if (job.readyAt <= clock.now()) await work(job);
  }

  function passOver({ kind, instant }: Slot, reason: string): void {
    if (kind !== 'prompt' || reason !== 'too-late') return;
    if (!isLate(instant)) broken.push(`${text(instant)} passed over too early`);
  }

  /** More than a day late by one of the clocks, it may be passed over. */
  function excuseLate(instant: number | undefined): void {
    if (instant !== undefined && isLate(instant)) excuse(instant);
  }

  function isLate(instant: number | undefined): boolean {
    return instant !== undefined && clock.now() + Math.abs(skew) - instant > DAY;
  }

  async function work(job: Job): Promise<void> {
    const { slot } = job;
    excuseLate(slot.instant);
    const { calendar } = someone();
    const isAlive = await attempt(async () => {
      const admitted = await calendar.admit(slot);
      if (typeof admitted === 'object' && 'refused' in admitted) {
        passOver(slot, admitted.refused);
        return queue.delete(slotName(slot));
      }
      const result =
        admitted === 'run'
          ? await calendar.sendOnce(slot, () => post(slot), weekAround(slot.instant, zone()))
          : admitted;
      if (typeof result === 'object' && 'retry' in result) {
        job.readyAt = clock.now() + (result.retry.afterSeconds ?? 60) * SECOND;
        return;
      }
      queue.delete(slotName(slot));
      if (result === 'unknown') excuse(slot.instant); // Somebody died with it: it says so, and is not repeated.
      return calendar.plan(id, clock.now());
    });
    if (!isAlive) job.readyAt = clock.now() + MINUTE; // Recovered as stalled.
  }

  async function post({ instant }: Slot): Promise<PostOutcome> {
    const outcome = says;
    says = 'sent';
    if (outcome === 'not-sent') return { kind: 'not-sent', code: 'busy' };
    posted.push({ instant, timezone: zone() });
    return outcome === 'sent'
      ? { kind: 'sent', ts: '1.1', channel: 'CTEAM' }
      : { kind: 'unknown', code: 'timeout' };
  }

  /** Time passes up to an instant, with a heartbeat in each minute in which there is something to do. */
  async function liveUntil(end: number): Promise<void> {
    await beat();
    for (;;) {
      const due = isPlanned ? ((await store.next(id)).prompt ?? Number.POSITIVE_INFINITY) : clock.now();
      const ready = Math.min(...[...queue.values()].map(({ readyAt }) => readyAt));
      const at = Math.ceil(Math.max(Math.min(due, ready), clock.now() + 1) / MINUTE) * MINUTE;
      if (at > end) break;
      clock.jumpTo(at);
      await beat();
    }
    clock.jumpTo(Math.max(end, clock.now()));
  }

  const settings = (fields: Partial<typeof team.settings>) =>
    change({ settings: { ...team.settings, ...fields } });
  const dateIn = (days: number) => localDay(clock.now() + days * DAY, zone()).toString();

  async function take(step: Step): Promise<void> {
    const now = clock.now();
    switch (step.does) {
      case 'rhythm':
        return settings({ prompt: { day: step.day, time: step.time } });
      case 'timezone':
        return settings({ timezone: step.timezone });
      case 'skip-dates':
        for (const days of step.days) excuse(now + days * DAY);
        return stop({ settings: { ...team.settings, skipDates: step.days.map(dateIn) } });
      case 'pause':
        excuseFrom(now, now + step.days * DAY);
        return stop({ pause: { until: dateIn(step.days) } });
      case 'stop':
        excuseFrom(now, now + step.milliseconds);
        await stop(
          step.how === 'pause'
            ? { pause: { until: null } }
            : { suspended: { code: 'is_archived', since: now } },
        );
        await liveUntil(now + step.milliseconds);
        return change({ pause: null, suspended: null });
      case 'resume':
        return change({ pause: null });
      case 'skip': {
        const { prompt } = await store.next(id);
        if (prompt === undefined) return;
        excuse(prompt);
        const skipped = { ...team.skipped, prompt: [...team.skipped.prompt, prompt] };
        return change({ skipped });
      }
      case 'live':
        return liveUntil(now + step.milliseconds);
      case 'down':
        // Nobody had planned anything yet when everything went down.
        if (!isPlanned) excuseFrom(now, now + step.milliseconds);
        return clock.jumpTo(now + step.milliseconds);
      case 'clock':
        return clock.jumpTo(now + step.milliseconds);
      case 'busy':
        busy = step.milliseconds;
        return;
      case 'die':
        life = lifeUntil(step.call);
        return;
      case 'slack':
        says = step.says;
    }
  }

  await plan();
  excuse(start);
  excuse(start + WEEK); // Enrolled within half an hour of the first.
  for (const step of steps) await take(step);
  life = lifeUntil(never);
  const ended = clock.now();
  await liveUntil(ended + QUIET);
  return { posted, broken, excused, began: start, ended };
}

const text = (instant: number | undefined): string =>
  instant === undefined ? 'never' : new Date(instant).toISOString();
