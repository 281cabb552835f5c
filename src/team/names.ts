import type { Rhythm } from '../calendar/rhythm.ts';
import type { Locale } from '../locale.ts';
import { teamWords } from './words/index.ts';

/** `Monday 9:30`. */
export function rhythmName({ day, time }: Rhythm, locale: Locale): string {
  const { days, rhythm } = teamWords(locale).names;
  return rhythm(days[day], time.replace(/^0/, ''));
}
