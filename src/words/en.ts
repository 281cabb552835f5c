/** The promise, said wherever the app introduces itself. It is translated exactly, or not at all. */
export const en = {
  /** `people`: how many answers are needed; `exception`: what the key custody adds. */
  promise: (people: string, exception: string) =>
    [
      'Your answer is added to a locked total and forgotten. Nothing is stored that links you to it.',
      `Results appear only after the pulse closes, only if at least ${people} people answered, and only as a level, never`,
      'as a number. While the pulse is open, someone who controls both the server and its key could rig the app.',
      `After it closes, nobody can find out, including us${exception}. Slack carries your click. In a small`,
      'team people may still guess.',
    ].join(' '),
  /** The fewest answers there are, five, as a word. */
  thresholdFloor: 'five',
  /** What has to be added to “nobody can find out, including us”, by key custody. */
  exceptions: { A: '', B: ', unless an old backup meets our secret' },
};

export type BaseWords = typeof en;
