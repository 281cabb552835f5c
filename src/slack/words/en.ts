/** How dates and times are written. */
export const en = {
  /** Slack puts each reader's own day and time in: a token of its date formatting. */
  dateToken: '{date_short_pretty} at {time}',
  /** The same for a client that cannot; the parts are written by `Intl` in this language. */
  localTime: ({ weekday, day, month, time }: LocalTime) => `${weekday} ${day} ${month}, ${time}`,
};

type LocalTime = {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly time: string;
};

export type SlackWords = typeof en;
