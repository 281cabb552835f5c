import type { SlackWords } from './en.ts';

/** How dates and times are written in German. Slack also says “Heute” for a date, so no sentence puts “am” before it. */
export const de: SlackWords = {
  dateToken: '{date_short_pretty} um {time}',
  localTime: ({ weekday, day, month, time }) => `${weekday}, ${day}. ${month}, ${time} Uhr`,
};
