/** What the room of prompts says around the prompts themselves. */
export const en = {
  message: {
    try: 'Try this week:',
    invitation: 'Reply in the thread if you like. Nobody has to.',
  },

  /** For managers: the next prompt, and why it is the next. */
  preview: {
    title: 'The next prompt',
    why: (reason: string) => `Why this one: ${reason}.`,
    turn: 'it is its turn in this team’s shuffled order, where lighter questions come first',
    answers: {
      workload:
        'the last readout about the workload was heavy, so prompts about handing over, boundaries and rest come sooner',
      asking:
        'the last readout said that asking is hard, so prompts about asking early and welcoming questions come sooner',
      delegation:
        'the last readout said that little is shared, so prompts about trust and sharing the load come sooner',
    },
  },

  /** The prompts in a team's own words. */
  own: {
    /** At the end of one in the channel, and of its preview. */
    mark: 'In this team’s own words.',
    previewed: 'It is one of this team’s own prompts.',

    list: {
      title: 'Our own prompts',
      close: 'Close',
      add: 'Add a prompt',
      edit: 'Edit',
      remove: 'Remove',
      /** For screen readers: the buttons of all prompts read alike. */
      editNumber: (number: number) => `Edit prompt ${number}`,
      removeNumber: (number: number) => `Remove prompt ${number}`,
      more: 'More',
      back: 'Back',
      about:
        'Prompts in your own words are mixed in with the others, and none comes twice before all have come. Each change is announced in the channel, without the words.',
      none: 'There are none yet.',
      count: (count: number, most: number) => `${count} of at most ${most}, the newest first.`,
      full: (count: number) =>
        `${count}, which is as many as fit: remove one to add another. The newest first.`,
      page: (page: number, pages: number) => `Page ${page} of ${pages}.`,
      notInUse: 'does not come while the team has prompts about the other track only',
    },

    removal: {
      title: 'Remove this prompt?',
      text: (question: string) => `“${question}” It will not come any more. This cannot be undone.`,
      yes: 'Remove',
      no: 'Keep it',
    },

    form: {
      titleOfNew: 'Add a prompt',
      title: 'Edit a prompt',
      submitNew: 'Add',
      submit: 'Save',
      cancel: 'Cancel',
      about:
        'Everyone in the channel reads it when its turn comes. It is shown as plain text: mentions and links have no effect.',
      track: 'About',
      question: 'Question',
      questionHint: (most: number) => `An open question works best. At most ${most} characters.`,
      try: 'Try this week',
      tryHint: (most: number) => `One small thing to do. At most ${most} characters.`,
    },

    /** Under a field of the form. */
    problems: {
      tooLong: (length: number, most: number) =>
        `This is ${length} characters long, and at most ${most} fit.`,
      unknownTrack: 'Choose what this prompt is about.',
      empty: 'Write something here that others can read.',
    },

    /** Why nothing was changed: under the question of the form, or above the list. */
    refused: {
      full: (most: number) =>
        `Your team has ${most} prompts of its own, which is as many as fit. Remove one first.`,
      gone: 'This prompt has been removed meanwhile. Nothing was changed.',
      'changed-meanwhile':
        'Someone else changed this prompt meanwhile, and nothing was saved. Copy your words, close this form and open it again to see theirs.',
      team: 'Your team has this question among its own prompts already.',
      library: 'This question comes with Many Hands already, so your team gets it anyway.',
      'not-enrolled': 'Many Hands was removed from this channel meanwhile. Nothing was changed.',
      'not-manager': 'Only managers can do this, and you are not one any more. Nothing was changed.',
      busy: 'Slack is busy just now, so I could not tell the channel. Nothing was changed; please try again in a minute.',
      'not-announced': (code: string) =>
        `I could not tell the channel (Slack says “${code}”), so nothing was changed. Check that I am in the channel and that it is not archived.`,
      unreadable: 'This form could not be read. Please close it and open it again.',
    },

    /** Above the list, after a change. */
    done: {
      added: 'Added: it is mixed in among the prompts still to come.',
      edited: 'Saved: it comes in its new words.',
      removed: 'Removed: it does not come any more.',
    },
    notHeard: 'Slack did not say whether the channel was told of it.',

    /** In a direct message, where the list has been closed. */
    elsewhere: (channel: string, trouble: string) =>
      `About your team’s own prompts in ${channel}: ${trouble}`,

    /** In the channel. */
    announced: {
      added: (by: string) =>
        `${by} added a prompt in this team’s own words. It waits for its turn among the others.`,
      edited: (by: string) => `${by} changed one of this team’s own prompts.`,
      removed: (by: string) => `${by} removed one of this team’s own prompts.`,
    },
  },
};

export type PromptsWords = typeof en;
