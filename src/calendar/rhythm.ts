/** Days of the week in ISO order, as people type them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A day of the week and a wall-clock time of 24 hours, `09:30`. */
export type Rhythm = {
  readonly day: Weekday;
  readonly time: string;
};

/** What a team's calendar is made from; `team/agenda.ts` makes it from the settings. */
export type Agenda = {
  readonly timezone: string;
  /** Local dates (`2026-12-24`) on which nothing starts. */
  readonly skipDates: readonly string[];
  /** Absent: this kind is off (paused without an end, or suspended). */
  readonly prompt?: Planned;
  readonly opening?: Planned & { readonly windowHours: number };
};

/** A rhythm with the instant (ms) before which, or at which, it does not run. */
export type Planned = {
  readonly rhythm: Rhythm;
  readonly after: number;
};
