/** What the Home tab says around what other rooms say of a team. */
export const en = {
  noTeams:
    'None of your channels uses Many Hands yet. Open the channel of your team and type */hands setup* there.',
  about: 'One question a week about sharing work, and one anonymous pulse. Nobody has to answer.',
  nonePlanned: 'none planned',
  plan: (prompt: string, pulse: string) => `Next prompt: ${prompt}\nNext pulse: ${pulse}`,
  open: (when: string) => `A pulse is open and closes ${when}.`,

  /** More teams than fit: which part of them this is. */
  page: (page: number, pages: number) => `Page ${page} of ${pages} of your teams`,
  back: 'Back',
  more: 'More teams',

  /** What managers can do for their team. Slack takes 75 characters, and a phone shows about 20. */
  buttons: {
    settings: 'Settings',
    preview: 'Preview',
    pause: 'Pause',
    resume: 'Resume',
  },

  close: 'Close',
  cancel: 'Cancel',

  /** The form behind the button. */
  pause: {
    title: 'Pause',
    about: (channel: string) =>
      `Prompts and pulses stop in ${channel}, and the channel is told so. A pulse that is open now goes on.`,
    until: 'Until when',
    hint: 'On this day they start again. Leave it empty to pause until someone resumes.',
    submit: 'Pause',
    unreadable: 'This form could not be read. Please close it and open it again.',
    notInFuture: 'Please choose a day after today.',
    notManager: 'You do not manage this team any more, so nothing was changed.',
    notEnrolled: 'Many Hands was removed from this channel meanwhile. Nothing was changed.',
    done: (channel: string) => `${channel} is paused.`,
    /** Said in a direct message: the form is closed by then. */
    trouble: (channel: string, trouble: string) => `Pausing ${channel}: ${trouble}`,
  },

  resumed: (channel: string) => `${channel} has resumed.`,

  /** For a channel whose id cannot be read. */
  aChannel: 'this channel',
  /** A button of a Home tab that shows what was. */
  gone: (channel: string) =>
    `Many Hands is not set up in ${channel} any more. Type */hands setup* there to start again.`,
  notManager: (channel: string, managers: string) =>
    `Only managers can do this in ${channel}: ${managers}. Nothing was changed.`,
  noManagers: (channel: string) =>
    `Nobody manages Many Hands in ${channel} now. Anyone there can take over with */hands setup*.`,
};

export type HomeWords = typeof en;
