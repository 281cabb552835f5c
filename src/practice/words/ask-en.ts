/** What is said around asking for a hand. */
export const askEn = {
  form: {
    title: 'Ask for a hand',
    submit: 'Ask',
    cancel: 'Cancel',
    close: 'Close',
    about: (channel: string) =>
      `A small ask, made early, is easy to say yes to, and people say yes more often than we expect. Posted in ${channel} in your name.`,
    aboutAnywhere:
      'A small ask, made early, is easy to say yes to, and people say yes more often than we expect. Posted in your team’s channel in your name.',
    team: 'Your team',
    teamHint: 'The channel in which it is posted.',
    what: 'What do you need a hand with?',
    whatHint: (most: number) =>
      `One thing, and where you are with it. At most ${most} characters, shown as plain text.`,
    help: 'What would help?',
    helpHint: 'The smaller it is, the sooner somebody has it to spare.',
    by: 'By when?',
    byHint: 'So that others can say honestly whether they have the time.',
    loading: 'One moment: looking for your teams.',
    noTeams: 'None of your channels uses Many Hands yet. Type */hands setup* in one to start.',
    teamsUnknown: 'I could not find your teams just now. Please close this and try again in a minute.',
  },

  /** In the menus of the form. */
  helps: {
    hint: 'A hint',
    review: 'A review',
    pairing: 'Half an hour together',
    'take-over': 'Somebody to take it over',
  },
  urgencies: { today: 'Today', week: 'This week', 'no-hurry': 'No hurry' },

  /** Under a field of the form. */
  problems: {
    empty: 'Write something here that others can read.',
    tooLong: (length: number, most: number) => `This is ${length} characters long, and at most ${most} fit.`,
    unknownHelp: 'Choose what would help.',
    unknownUrgency: 'Choose by when.',
    unknownTeam: 'Choose one of your teams.',
    unreadable: 'This form could not be read. Please close it and open it again.',
  },

  /** Why nothing was posted. */
  refused: {
    'not-member': 'You are not in this channel, so nothing was posted.',
    'member-unknown':
      'Slack did not say whether you are in this channel, so nothing was posted. Please try again in a minute.',
    'store-away':
      'The app could not reach its store just now, so nothing was posted. Please try again in a minute.',
    suspended: (trouble: string) => `Nothing can be posted in the channel just now. ${trouble}`,
    busy: 'Slack is busy just now, so nothing was posted. Please try again in a minute.',
    unsure: 'Slack did not say whether your ask was posted. Look in the channel before you ask once more.',
    notPosted: (code: string) =>
      `Slack did not take it (it says “${code}”), so nothing was posted. Please try again, or check that I am in the channel.`,
    /** Before the words that were not posted, in a direct message. */
    words: (channel: string, why: string) => `About your ask in ${channel}: ${why} This is what you wrote:`,
  },

  card: {
    title: (asker: string) => `${asker} asks for a hand`,
    helping: (names: string) => `Can help: ${names}`,
    thanked: (asker: string, names: string) => `${asker} says thank you to ${names}.`,
    thankedAll: (asker: string) => `${asker} says thank you.`,
    dropped: 'No longer needed.',
    help: 'I can help',
    thank: 'Thank you',
    drop: 'No longer needed',
  },

  /** In the thread of a card that nobody has answered for a day. */
  reminder:
    'Still open. If you have a little time for this: *I can help* is on the card, and nobody has to. If it has settled itself, *No longer needed* closes it.',

  /** Private lines after a press. */
  replies: {
    own: 'This is your own ask. *Thank you* or *No longer needed* closes it.',
    already: 'You are on this card already.',
    full: (most: number) => `${most} people can help already, which is as many as fit on a card.`,
    closed: 'This ask has been closed meanwhile. Nothing was changed.',
    'not-yours': (asker: string) => `Only ${asker} can close this ask. Nothing was changed.`,
    unreadable:
      'This card cannot be read any more, so nothing was changed. Whoever asked can ask again with */hands ask*.',
    deleted: 'This card has been deleted meanwhile. Nothing was changed.',
    gone: 'I cannot change this card: the channel is archived, or I am not in it any more. Nothing was changed.',
    busy: 'Slack is busy just now, so nothing was changed. Please press again in a minute.',
    maybeShown: 'Slack did not say whether the card shows it; there is no need to press again.',
    notShown: (code: string) =>
      `Slack did not change the card (it says “${code}”). Nothing was changed; please press again.`,
    helping: 'You are on the card. I wrote to both of you how to start.',
    helpingHere: (steps: string) =>
      `You are on the card. I could not write to you, so here is how to start: ${steps}`,
    helpingAlone: (others: string) => `You are on the card. I could not write to ${others}: please do.`,
    thanked: 'Closed with your thanks.',
    dropped: 'Closed: no longer needed.',
    told: 'Whoever offered help has been told.',
    notTold: (others: string) => `I could not write to ${others}: please do.`,
    notReminded:
      'Your ask is in the channel. Slack did not take the reminder, so nobody will be reminded of it after a day.',
    maybeReminded:
      'Your ask is in the channel. Slack did not say whether it took the reminder, so after a day there may be none, or one although somebody is helping.',
  },

  /** Direct messages when somebody can help: how to start. */
  start: {
    helper: (asker: string, channel: string) => `You offered ${asker} a hand in ${channel}.`,
    asker: (helper: string, channel: string) => `${helper} can help with what you asked in ${channel}.`,
    /** A link. */
    toCard: 'To the card and its thread',
    helperSteps: {
      hint: 'A hint is enough: write in the card’s thread what you would try first. There is no need to stay with it.',
      review:
        'Before you look: ask in the card’s thread what matters most in it. Say what is good as well as what is not.',
      pairing: 'Suggest two times in the card’s thread. Half an hour, and then it may be over.',
      'take-over':
        'Before you start, agree in the card’s thread on what is to come out and by when. How you get there is up to you.',
    },
    askerSteps: {
      hint: 'Write in the card’s thread what you have tried and where you are stuck. When it is done, *Thank you* closes the card.',
      review:
        'Put a link in the card’s thread, and say what you are unsure about. When it is done, *Thank you* closes the card.',
      pairing:
        'Agree on a time in the card’s thread; unfinished things are welcome. When it is done, *Thank you* closes the card.',
      'take-over':
        'Write in the card’s thread what is to come out and by when, and leave the way to them. When it is done, *Thank you* closes the card.',
    },
  },

  /** Direct messages to helpers when the asker closes the card. */
  closed: {
    thanked: (asker: string, channel: string) => `${asker} says thank you for your help in ${channel}.`,
    dropped: (asker: string, channel: string) =>
      `What ${asker} asked for in ${channel} is no longer needed. Thank you for offering.`,
  },
};

export type AskWords = typeof askEn;
