import type { Rhythm, Weekday } from '../calendar/rhythm.ts';
import type { Settings, Subject, Track } from './team.ts';

/** The names people read for our ids. */
export const dayNames: { readonly [day in Weekday]: string } = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const trackNames: { readonly [track in Track]: string } = {
  delegation: 'Delegation',
  'asking-for-help': 'Asking for help',
};

export const subjectNames: { readonly [subject in Subject]: string } = {
  workload: 'Workload',
  asking: 'Asking for help',
  delegation: 'Delegation',
};

export const cadenceNames: { readonly [cadence in Settings['cadence']]: string } = {
  weekly: 'every week',
  'two-weekly': 'every two weeks',
};

export const audienceNames: { readonly [audience in Settings['audience']]: string } = {
  everyone: 'everyone in the channel',
  managers: 'managers only',
};

/** `Monday 9:30`. */
export function rhythmName(rhythm: Rhythm): string {
  return `${dayNames[rhythm.day]} ${rhythm.time.replace(/^0/, '')}`;
}
