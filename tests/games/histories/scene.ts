import { createCalendarService } from '../../../src/calendar/calendar-service.ts';
import { createCalendarStore } from '../../../src/calendar/calendar-store.ts';
import type { Slot } from '../../../src/calendar/slot.ts';
import { readContent } from '../../../src/content.ts';
import { HOUR, MINUTE } from '../../../src/duration.ts';
import type { Random } from '../../../src/ports.ts';
import type { KeyCustody } from '../../../src/pulse/key-custody.ts';
import { createPulseAnswers } from '../../../src/pulse/pulse-answers.ts';
import { createPulseClosing } from '../../../src/pulse/pulse-closing.ts';
import { pulseIdOf } from '../../../src/pulse/pulse-record.ts';
import { createPulseService } from '../../../src/pulse/pulse-service.ts';
import { createPulseStore, type LockedPulse } from '../../../src/pulse/pulse-store.ts';
import { defaultQuestions } from '../../../src/pulse/question-catalogue.ts';
import { createReadoutService } from '../../../src/readout/readout-service.ts';
import { createReadoutStore } from '../../../src/readout/readout-store.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';
import { defaultSettings, newTeam } from '../../../src/team/default-settings.ts';
import { createTeamService } from '../../../src/team/team-service.ts';
import { createTeamStore } from '../../../src/team/team-store.ts';
import type { TeamId } from '../../../src/team-id.ts';
import { type Faults, faulty, noFaults } from './faults.ts';
import { recordingGateway } from './recording-gateway.ts';

const { questions, wordingOf } = readContent().en;
const OPENS_AT = Date.UTC(2026, 0, 7, 14);
/** One of the people in the channel; not polled. */
export const MANAGER = 'UMANAGER';

export type Scene = Awaited<ReturnType<typeof createScene>>;

/**
 * One team with its services on a real Redis: answering, opening and closing as the app wires them, each built anew
 * for every use (the process has restarted), with faults at every port.
 */
export async function createScene(given: {
  readonly client: RedisClient;
  readonly team: TeamId;
  readonly custody: KeyCustody;
  readonly random: Random;
  readonly people: readonly string[];
}) {
  const { client, team, custody, random, people } = given;
  const seen: { locked?: LockedPulse } = {};
  const pulseStore = watchedStore(client, seen);
  const stores = { calendar: createCalendarStore({ client }), readouts: createReadoutStore({ client }) };
  const gateway = recordingGateway({ channel: team.channel, members: [...people, MANAGER] });
  const pulseId = pulseIdOf(team, OPENS_AT);
  const opening: Slot = { team, kind: 'opening', instant: OPENS_AT };
  const closing: Slot = { team, kind: 'closing', instant: OPENS_AT + 48 * HOUR };
  await createTeamStore({ client }).create(team, teamState());
  /** A process that died while sending is not waited for: by the next time its sending is over. */
  let times = 0;
  const laterEachTime = () => {
    times += 1;
    const now = closing.instant + times * MINUTE;
    return () => now;
  };

  function rooms(faults: Faults) {
    const store = faulty(pulseStore, faults);
    const kept = faulty(custody, faults);
    const clock = { now: () => OPENS_AT };
    const later = { now: () => closing.instant };
    const calendar = createCalendarService({
      store: faulty(stores.calendar, faults),
      clock: { now: laterEachTime() },
      agendaOf: async () => undefined,
    });
    const outside = faulty(gateway.port, faults);
    const teams = createTeamService({
      store: faulty(createTeamStore({ client }), faults),
      calendar,
      gateway: outside,
      clock,
      custody: custody.kind,
      titleOf: (question) => question,
      locale: 'en',
      lastPulse: store.lastPulse,
      beforeRemoval: async () => undefined,
    });
    const shared = {
      teams,
      calendar,
      gateway: outside,
      clock,
      random,
      store,
      custody: kept,
      questionsIn: () => questions,
    };
    return {
      pulses: createPulseService(shared),
      answers: createPulseAnswers({ store, custody: kept, random }),
      readouts: createReadoutService({
        ...shared,
        clock: later,
        store: faulty(stores.readouts, faults),
        closing: createPulseClosing({ store, custody: kept, clock: later }),
        wordingOf,
      }),
    };
  }

  return {
    ...given,
    pulseId,
    opening,
    closing,
    rooms,
    /** Messages that really reached the channel. */
    posted: gateway.posted,
    /** Direct messages to the team's one manager. */
    direct: gateway.direct,
    /** What the last locking handed out. */
    seen,
    current: () => pulseStore.current(team),
    published: () => stores.readouts.read(team),
    open: () => rooms(noFaults).pulses.open(opening),
    close: () => rooms(noFaults).readouts.close(closing),
  };
}

function watchedStore(client: RedisClient, seen: { locked?: LockedPulse }) {
  const store = createPulseStore({ client });
  return {
    ...store,
    async lock(team: TeamId, pulseId: string) {
      const locked = await store.lock(team, pulseId);
      if (locked !== undefined) seen.locked = locked;
      return locked;
    },
  };
}

function teamState() {
  const settings = defaultSettings({
    locale: 'en',
    manager: MANAGER,
    timezone: 'Europe/Berlin',
    questions: defaultQuestions(questions),
  });
  return newTeam(settings, OPENS_AT - 24 * HOUR);
}
