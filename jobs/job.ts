import type { SendResult } from '../src/calendar/calendar-service.ts';
import type { Slot } from '../src/calendar/slot.ts';
import type { PromptsService } from '../src/prompts/prompts-service.ts';
import type { PulseService } from '../src/pulse/pulse-service.ts';
import type { ReadoutService } from '../src/readout/readout-service.ts';
import type { TeamService } from '../src/team/team-service.ts';

export type JobServices = {
  readonly teams: TeamService;
  readonly prompts: PromptsService;
  readonly pulses: PulseService;
  readonly readouts: ReadoutService;
};

export type JobResult = SendResult | 'no-team' | 'no-pulse' | 'too-few-people' | 'another-is-open';

/** Runs one slot. Receives it and never asks what time it is. */
export type Job = (slot: Slot, services: JobServices) => Promise<JobResult>;
