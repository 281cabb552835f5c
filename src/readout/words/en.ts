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
    firstTime: 'This question was asked for the first time.',
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
    /** Between the levels of two dates. */
    changed: (date: string) => `${date} ◆ we changed something`,
    /** Of a chart: what its line is, and under it what its steps are. */
    line: 'Level',
    steps: (names: string) => `The steps of the chart: ${names}.`,
    mixedSteps: (names: string) =>
      `The steps of the chart: ${names}. Levels from when there were more or fewer of them stand at their place among these.`,
    lastTooFew: 'The last pulse had too few answers to show anything safely.',
    lastVoid: 'The last pulse could not be counted, and its answers were deleted.',
    note: 'Levels are coarse on purpose, so that nobody can be singled out. Our questions are for a team conversation, not a diagnosis.',
  },

  /** `/hands export`. Slack shows a code block with what can be copied. */
  export: {
    title: 'What was published about this team',
    columns: ['question', 'closed on', 'level', 'how many answered'],
    note: 'The same levels that */hands summary* and the channel showed, and nothing else. Copy them into a file whose name ends with .csv.',
    cut: (readouts: number) => `The oldest are left out (${readouts}), since Slack would not take more.`,
  },

  /** The direct message to managers when a readout is out. */
  notice: {
    inChannel: (channel: string) => `A readout is out in ${channel}:`,
    elsewhere: (channel: string) =>
      `A readout is out. Type */hands summary* in ${channel} to read it, or open the Home tab here.`,
  },

  /** Telling the team what was changed after a readout. Slack takes 24 characters of a title or button of a form. */
  changed: {
    open: 'Post what we changed',
    form: {
      title: 'What we changed',
      submit: 'Post',
      cancel: 'Cancel',
      close: 'Close',
      about: (channel: string) =>
        `This is posted in ${channel} in your name, as plain text: mentions and links have no effect. The app keeps only the date and the question.`,
      question: 'About',
      questionHint: 'The summary shows the date of the change beside the levels of this question.',
      text: 'What is different now',
      textHint: (most: number) => `One or two sentences, at most ${most} characters.`,
    },
    problems: {
      'not-chosen': 'Choose the question that this is about.',
      'not-tracked':
        'The team does not follow this question any more. Copy your text, close this form and open it again.',
      empty: 'Write something here that others can read.',
      tooLong: (length: number, most: number) =>
        `This is ${length} characters long, and at most ${most} fit.`,
    },
    message: {
      title: 'What we changed',
      by: (manager: string, title: string) => `${manager} about “${title}”:`,
    },
    refused: {
      'not-enrolled': 'Many Hands is not set up in this channel (any more). Nothing was posted.',
      'not-manager': (managers: string) => `Only managers can post this: ${managers}. Nothing was posted.`,
      nobody: 'nobody at the moment',
      /** Under the field of a form, which shows no names. */
      'not-any-more':
        'Only managers can post this, and you are not one of them any more. Nothing was posted.',
      'store-away':
        'The app could not reach its store just now. Nothing was posted, please try again in a minute.',
      busy: 'Slack is busy just now. Nothing was posted, please try again in a minute.',
      'not-posted': (code: string) =>
        `Slack did not take it (it says “${code}”). Nothing was posted. Check that I am in the channel and that it is not archived.`,
      unreadable: 'This form could not be read. Please close it and open it again.',
      button: 'This button could not be read. Type */hands changed* in the channel of your team.',
    },
    /** In a direct message, with the text, where the form was closed before it was certain. */
    unknown: (channel: string) =>
      `Slack did not say whether this was posted in ${channel}. Look there before you post it again:`,
    notKept: (channel: string) =>
      `This is posted in ${channel}, but could not be noted for the summary. There is nothing more to do.`,
    yourText: (refusal: string) => `${refusal} This is what you wrote:`,
  },
};

export type ReadoutWords = typeof en;
