import { type Rhythm, weekdays } from '../calendar/rhythm.ts';
import { locales } from '../locale.ts';
import { teamWords } from './words/index.ts';

/** A day and a time as people type them, `mon 9:30` or `Montag 09:30`; `undefined` if it is not one. */
export function parseRhythm(day: string, time: string): Rhythm | undefined {
  const known = weekdays.find(
    (weekday) => /^[a-z]{2,}$/i.test(day) && isSpelling(day.toLowerCase(), weekday),
  );
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  if (known === undefined || match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (hours > 23 || minutes > 59) return undefined;
  return { day: known, time: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}

/** `mo`, `mon` … `monday`, `montag`: any beginning of the day's name in one of our languages, of two letters or more. */
function isSpelling(typed: string, weekday: Rhythm['day']): boolean {
  return locales.some((locale) => teamWords(locale).names.days[weekday].toLowerCase().startsWith(typed));
}
