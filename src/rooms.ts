import { createCalendarService } from './calendar/calendar-service.ts';
import { createCalendarStore } from './calendar/calendar-store.ts';
import type { Config } from './config.ts';
import type { Content } from './content.ts';
import { createHomeService } from './home/home-service.ts';
import type { ByLocale, Locale } from './locale.ts';
import type { Clock, Random } from './ports.ts';
import { createAskService } from './practice/ask-service.ts';
import { createCardStore } from './practice/card-store.ts';
import { createCardsService } from './practice/cards-service.ts';
import { createPracticeCounts } from './practice/counts-service.ts';
import { createCountsStore } from './practice/counts-store.ts';
import { createHandOverService } from './practice/hand-over-service.ts';
import { cardKeyFrom } from './practice/sealed-card.ts';
import { createOwnPromptsService } from './prompts/own-prompts-service.ts';
import { createOwnPromptsStore } from './prompts/own-prompts-store.ts';
import { createPromptsService } from './prompts/prompts-service.ts';
import { createPromptsStore } from './prompts/prompts-store.ts';
import type { KeyCustody } from './pulse/key-custody.ts';
import { createKeyFolder } from './pulse/key-folder.ts';
import { createPulseAnswers } from './pulse/pulse-answers.ts';
import { createPulseClosing } from './pulse/pulse-closing.ts';
import { createPulseService } from './pulse/pulse-service.ts';
import { createPulseStore } from './pulse/pulse-store.ts';
import { createWrappedKeys } from './pulse/wrapped-keys.ts';
import { createChartsService } from './readout/charts-service.ts';
import { createChartsStore } from './readout/charts-store.ts';
import { createReadoutService } from './readout/readout-service.ts';
import { createReadoutStore } from './readout/readout-store.ts';
import { createWhatChangedService } from './readout/what-changed-service.ts';
import type { Store } from './redis/connection.ts';
import type { Gateway } from './slack/gateway.ts';
import { agendaOf } from './team/agenda.ts';
import { createTeamService } from './team/team-service.ts';
import { createTeamStore } from './team/team-store.ts';

/** What the rooms need from the world; see `Ports` in app.ts. */
export type RoomPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  readonly content: ByLocale<Content>;
};

export type Rooms = ReturnType<typeof buildRooms>;

/** The rooms, each with what it needs and no more. */
export function buildRooms(config: Config, ports: RoomPorts, gateway: Gateway) {
  const { clock, random, store, content } = ports;
  const { client } = store;
  const wordingOf = (question: string, locale: Locale) => content[locale].wordingOf(question);
  const promptsIn = (locale: Locale) => content[locale].prompts;
  const teamStore = createTeamStore({ client });
  const pulseStore = createPulseStore({ client });
  const custody = custodyFor(config, ports);
  const calendar = createCalendarService({
    store: createCalendarStore({ client }),
    clock,
    agendaOf: async (id) => {
      const team = await teamStore.read(id);
      return team === undefined ? undefined : agendaOf(team, await pulseStore.lastPulse(id));
    },
  });
  const teams = createTeamService({
    store: teamStore,
    calendar,
    gateway,
    clock,
    custody: custody.kind,
    titleOf: (question, locale) => wordingOf(question, locale).question.title,
    locale: config.locale,
    lastPulse: pulseStore.lastPulse,
    beforeRemoval: (id) => pulses.discard(id),
  });
  const shared = { teams, calendar, gateway, clock, random };
  const key = cardKeyFrom(config.botToken);
  const cards = createCardsService({ store: createCardStore({ client }), gateway, key, random });
  const counts = createPracticeCounts({ store: createCountsStore({ client }), clock });
  const asks = createAskService({ ...shared, cards, counts });
  const handOvers = createHandOverService({ ...shared, cards, counts });
  const ownStore = createOwnPromptsStore({ client });
  const ownPrompts = createOwnPromptsService({ ...shared, store: ownStore, libraryIn: promptsIn });
  const prompts = createPromptsService({
    ...shared,
    store: createPromptsStore({ client }),
    own: ownStore,
    catalogueIn: promptsIn,
    heavySubjects: (team) => readouts.heavySubjects(team),
  });
  const pulses = createPulseService({
    ...shared,
    store: pulseStore,
    custody,
    questionsIn: (locale) => content[locale].questions,
  });
  const answers = createPulseAnswers({ store: pulseStore, custody, random });
  const readoutStore = createReadoutStore({ client });
  const charts = createChartsService({ store: createChartsStore({ client }) });
  const whatChanged = createWhatChangedService({ ...shared, store: readoutStore, wordingOf });
  const readouts = createReadoutService({
    ...shared,
    store: readoutStore,
    closing: createPulseClosing({ store: pulseStore, custody, clock }),
    wordingOf,
  });
  const home = createHomeService({
    ...shared,
    readouts,
    counts,
    custody: custody.kind,
    locale: config.locale,
  });
  const keys = { custody: custody.kind, checkKeys: custody.check };
  const practice = { asks, handOvers, cards, counts };
  return {
    teams,
    calendar,
    prompts,
    ownPrompts,
    pulses,
    answers,
    readouts,
    whatChanged,
    charts,
    home,
    gateway,
    ...practice,
    ...keys,
  };
}

/** A where nothing else is configured; B for machines that share no folder. */
function custodyFor({ keyDir, keyEncryptionKey }: Config, { store, random }: RoomPorts): KeyCustody {
  if (keyEncryptionKey === undefined) return createKeyFolder({ folder: keyDir });
  return createWrappedKeys({ client: store.client, wrappingKey: keyEncryptionKey, random });
}
