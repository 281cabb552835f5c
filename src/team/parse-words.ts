import { type Rhythm, weekdays } from '../calendar/rhythm.ts';

/** A day and a time as people type them, `mon 9:30` or `Monday 09:30`; `undefined` if it is not one. */
export function parseRhythm(day: string, time: string): Rhythm | undefined {
  const known = weekdays.find(
    (weekday) => /^[a-z]{3,}$/i.test(day) && isSpelling(day.toLowerCase(), weekday),
  );
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  if (known === undefined || match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (hours > 23 || minutes > 59) return undefined;
  return { day: known, time: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}

const fullNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** `mon`, `mond` … `monday`: any beginning of the day's name of three letters or more. */
function isSpelling(typed: string, weekday: string): boolean {
  return fullNames.some((name) => name.startsWith(weekday) && name.startsWith(typed));
}
