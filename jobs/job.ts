import type { CalendarService } from '../src/calendar/calendar-service.ts';
import type { Slot } from '../src/calendar/slot.ts';
import type { PromptsService } from '../src/prompts/prompts-service.ts';
import type { PulseService } from '../src/pulse/pulse-service.ts';
import type { ReadoutService } from '../src/readout/readout-service.ts';
import type { TeamService } from '../src/team/team-service.ts';

export type JobServices = {
  readonly calendar: CalendarService;
  readonly teams: TeamService;
  readonly prompts: PromptsService;
  readonly pulses: PulseService;
  readonly readouts: ReadoutService;
};

/** How a slot ended, as the service that ran it says. */
export type JobResult = Awaited<
  ReturnType<
    PromptsService['post'] | PulseService['open'] | ReadoutService['close'] | TeamService['lookAfter']
  >
>;

/** Runs one slot. Receives it and never asks what time it is. */
export type Job = (slot: Slot, services: JobServices) => Promise<JobResult>;
