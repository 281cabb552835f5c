import type { CalendarService } from '../src/calendar/calendar-service.ts';
import type { HomeService } from '../src/home/home-service.ts';
import type { Locale } from '../src/locale.ts';
import type { Clock, Log } from '../src/ports.ts';
import type { AskService } from '../src/practice/ask-service.ts';
import type { PracticeCounts } from '../src/practice/counts-service.ts';
import type { HandOverService } from '../src/practice/hand-over-service.ts';
import type { CustodyKind } from '../src/promise.ts';
import type { OwnPromptsService } from '../src/prompts/own-prompts-service.ts';
import type { PromptsService } from '../src/prompts/prompts-service.ts';
import type { Installation } from '../src/pulse/privacy-view.ts';
import type { PulseAnswers } from '../src/pulse/pulse-answers.ts';
import type { PulseService } from '../src/pulse/pulse-service.ts';
import type { Question } from '../src/pulse/question.ts';
import type { ChartsService } from '../src/readout/charts-service.ts';
import type { ReadoutService } from '../src/readout/readout-service.ts';
import type { WhatChangedService } from '../src/readout/what-changed-service.ts';
import type { Gateway } from '../src/slack/gateway.ts';
import type { Offer, Respond } from '../src/slack/response-url.ts';
import type { TeamService } from '../src/team/team-service.ts';

/** What the doors may use: services, the way out to Slack, and the words of the questions. */
export type Services = {
  readonly teams: TeamService;
  readonly calendar: CalendarService;
  readonly prompts: PromptsService;
  readonly ownPrompts: OwnPromptsService;
  readonly asks: AskService;
  readonly counts: PracticeCounts;
  readonly pulses: PulseService;
  readonly answers: PulseAnswers;
  readonly readouts: ReadoutService;
  readonly home: HomeService;
  readonly handOvers: HandOverService;
  readonly whatChanged: WhatChangedService;
  readonly charts: ChartsService;
  readonly gateway: Gateway;
  readonly respond: Respond;
  readonly offer: Offer;
  readonly questionsIn: (locale: Locale) => readonly Question[];
  readonly questionOf: (id: string, locale: Locale) => Question;
  /** What is spoken where there is no team. */
  readonly locale: Locale;
  readonly custody: CustodyKind;
  /** What `/hands privacy` says about the running app. */
  readonly installation: () => Promise<Installation>;
  readonly clock: Clock;
  readonly log: Log;
};
