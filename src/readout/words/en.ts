/** What the room of readouts says around questions and suggested steps. */
export const en = {
  /** The names of the levels on each scale, from calm to heavy. Sentences begin with them. */
  levels: {
    2: ['at most half', 'more than half'],
    3: ['few', 'about half', 'most'],
    4: ['few', 'some', 'many', 'most'],
    5: ['few', 'some', 'about half', 'many', 'most'],
  },

  /** How many answered, by what is stored of it. */
  participation: {
    'fewer than half': 'Fewer than half of those asked answered.',
    'half to three quarters': 'Half to three quarters of those asked answered.',
    'more than three quarters': 'More than three quarters of those asked answered.',
  },

  /** The readout in the channel, and what stands there instead. */
  readout: {
    title: 'What the pulse says',
    firstTime: 'This question is asked for the first time.',
    same: 'That is about the same as last time.',
    step: (step: string) => `A next step: ${step}`,
    note: 'For a team conversation, not a diagnosis. Levels are coarse on purpose: */hands privacy* says why.',
    tooFew: (threshold: number) =>
      `Not enough answers to show anything safely (${threshold} needed). They were deleted without being counted.`,
    void: (reason: string) =>
      `This pulse could not be counted: ${reason}. Its answers are deleted, and nothing is shown.`,
    voidReasons: {
      lost: 'its key is lost',
      exposed: 'its key could be read by others on the server',
      edited: 'what was stored had been changed from outside',
    },
    closed: 'Pulse closed. Thank you.',
  },

  receipts: {
    check: 'Check my receipt',
    title: 'If your receipt is in this list, your answer arrived as you last left it.',
    note: 'There is one code for each person who was asked, whether they answered or not, so the list shows neither who answered nor how many.',
    gone: 'The list of receipts is kept until the next pulse closes. This one is gone, or the pulse could not be counted.',
  },

  /** `/hands summary`, and the same on the Home tab. */
  summary: {
    title: 'What the team says',
    none: 'No readout yet.',
    since: (date: string) => `At this level since ${date}.`,
    lastTooFew: 'The last pulse had not enough answers to show anything safely.',
    lastVoid: 'The last pulse could not be counted, and its answers were deleted.',
    note: 'Levels are coarse on purpose, so that nobody can be singled out. Our questions are for a team conversation, not a diagnosis.',
  },

  /** `/hands export`. Slack shows a code block with what can be copied. */
  export: {
    title: 'What was published about this team',
    columns: ['question', 'closed on', 'level', 'who answered'],
    note: 'The same levels that */hands summary* and the channel showed, and nothing else. Copy them into a file whose name ends with .csv.',
    cut: (readouts: number) => `The oldest are left out (${readouts}), since Slack would not take more.`,
  },
};

export type ReadoutWords = typeof en;
