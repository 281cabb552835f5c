/** Days of the week in ISO order, as people type them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A day of the week and a wall-clock time of 24 hours, `09:30`. */
export type Rhythm = {
  readonly day: Weekday;
  readonly time: string;
};

/** From an instant (ms) up to, but without, another. */
export type Span = { readonly from: number; readonly until: number };

/** What a team's calendar is made from; `team/agenda.ts` makes it from the settings. */
export type Agenda = {
  readonly timezone: string;
  /** Local dates (`2026-12-24`) on which nothing starts. */
  readonly skipDates: readonly string[];
  /** False while the team is suspended: what waits to be posted waits on. */
  readonly canPost: boolean;
  /** Absent: this kind is off (paused without an end, or suspended). */
  readonly prompt?: Planned;
  readonly opening?: Planned & { readonly windowHours: number };
};

/** A rhythm, and what keeps it from running. */
export type Planned = {
  readonly rhythm: Rhythm;
  /** The instant (ms) before which, or at which, it does not run: enrolment, a pause. */
  readonly after: number;
  /** The slots that were skipped (ms): the weeks they lie in stay free of this kind. */
  readonly skipped: readonly number[];
  /** The last one that ran. The calendar adds it for prompts, from its own records. */
  readonly last?: LastRun;
};

/** A slot that ran (ms), and the time around it in which no other of its kind runs. */
export type LastRun = {
  readonly instant: number;
  readonly alone: Span;
};
