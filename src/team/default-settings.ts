import type { Rhythm } from '../calendar/rhythm.ts';
import type { Locale } from '../locale.ts';
import { THRESHOLD_FLOOR } from '../promise.ts';
import { isTimezone, type Settings, type TeamState, tracks } from './team.ts';

/** The settings of a new team: the person who enrols it manages it, in their own timezone. */
export function defaultSettings(options: {
  readonly locale: Locale;
  readonly manager: string;
  readonly timezone: string;
  readonly questions: Settings['questions'];
  readonly prompt?: Rhythm;
  readonly pulse?: Rhythm;
}): Settings {
  return {
    locale: options.locale,
    managers: [options.manager],
    // Slack may know a timezone that this machine does not.
    timezone: isTimezone(options.timezone) ? options.timezone : 'UTC',
    prompt: options.prompt ?? { day: 'mon', time: '09:30' },
    pulse: options.pulse ?? { day: 'wed', time: '14:00' },
    windowHours: 48,
    cadence: 'weekly',
    questions: options.questions,
    tracks: [...tracks],
    skipDates: [],
    audience: 'everyone',
    readoutNotice: 'on',
    minimumAnswers: THRESHOLD_FLOOR,
  };
}

/** A team that has just been enrolled at `now` (ms). */
export function newTeam(settings: Settings, now: number): TeamState {
  return { settings, enrolledAt: now, pause: null, suspended: null, skipped: { prompt: [], opening: [] } };
}
