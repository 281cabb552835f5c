/** What is said around handing something over. */
export const handOverEn = {
  form: {
    title: 'Hand something over',
    submit: 'Ask them',
    cancel: 'Cancel',
    about:
      'Hand over a whole outcome, with everything they need to know for it. They are asked first, in a direct message, and *not now* is a normal answer.',
    outcome: 'What should come out of it',
    outcomeHint: (most: number) => `The result, rather than the steps. At most ${most} characters.`,
    context: 'What they need to know',
    contextHint: (most: number) =>
      `Where things are, who knows more, what was tried. It may stay empty. At most ${most} characters.`,
    latitude: 'How free they are',
    latitudeHint: 'They read this too. The more they may decide, the less comes back to you.',
    latitudes: {
      'as-described': 'Do it as described',
      'propose-first': 'Propose first, then do it',
      'decide-and-tell': 'Decide, and tell me',
      yours: 'It is yours',
    },
    checkIn: 'First check-in',
    checkInHint:
      'A day after today. That morning a message reminds you to ask how it is going, rather than take it back.',
    to: 'To whom',
    toHint: 'One person. They are asked first, and nobody else is told.',
    toPlaceholder: 'Choose a person',
  },

  /** What stands in the context for people and channels that a message names by id only. */
  unnamed: { person: '@someone', channel: '#a-channel' },

  errors: {
    empty: 'Write here what should come out of it.',
    tooLong: (length: number, most: number) => `This is ${length} characters long, and at most ${most} fit.`,
    latitude: 'Choose how free they are.',
    'not-a-date': 'Choose a day for the first check-in.',
    'not-after-today': 'Choose a day after today: they need some time with it first.',
    tooFar: (latest: string) => `That is too far ahead: the latest day is ${latest}.`,
    nobody: 'Choose whom you want to hand it to.',
    self: 'That is you. Choose somebody else.',
    bot: 'That is an app. Choose a person.',
    deactivated: 'This account is deactivated. Choose somebody else.',
    'not-known': 'Slack does not show me this person. Choose somebody else.',
    'not-told': 'Slack did not say who this is. Please try again in a minute.',
    'not-delivered': (code: string) =>
      `I could not write to this person (Slack says “${code}”). Choose somebody else, or ask them yourself.`,
    busy: 'Slack is busy just now. Please try again in a minute.',
    unreadable: 'This form could not be read. Copy your text, close the form and open it once more.',
  },

  labels: {
    outcome: 'What should come out of it',
    context: 'Good to know',
    latitude: 'How free you are',
    checkIn: 'First check-in',
  },

  /** Said to the receiver. */
  latitudes: {
    'as-described': 'Do it as described. Where something does not fit, ask.',
    'propose-first': 'Propose how you would do it, then do it.',
    'decide-and-tell': 'Decide yourself, and tell what you decided.',
    yours: 'It is yours: the how and the decisions.',
  },

  /** The same, said to the giver once it is agreed. */
  agreed: {
    'as-described': (_receiver: string) => 'They do it as described, and ask where something does not fit.',
    'propose-first': (_receiver: string) => 'They propose how they would do it, then do it.',
    'decide-and-tell': (_receiver: string) => 'They decide, and tell you what they decided.',
    yours: (_receiver: string) => 'It is theirs, the how and the decisions.',
  },

  card: {
    title: (giver: string) => `${giver} would like to hand something over to you`,
    checkIn: (date: string, giver: string) => `On ${date}, ${giver} asks how it is going.`,
    invitation: (giver: string) =>
      `Say what suits you, and ${giver} is told. *Not now* is a normal answer, and nobody asks why.`,
    take: 'I’ll take it',
    talk: 'Let’s talk first',
    decline: 'Not now',
    talking: 'You would like to talk first. After that you can still take it, or say not now.',
    taken: 'You took it. From here on it is yours, as agreed above.',
    declined: 'You said not now. There is nothing more to do.',
  },

  /** Direct messages to the giver. */
  giver: {
    offered: (receiver: string) =>
      `${receiver} has been asked whether they can take this over. Their answer comes here.`,
    taken: (receiver: string) => `${receiver} takes it, as you offered it:`,
    reminder: (date: string) =>
      `On the morning of ${date} a message here reminds you to ask how it is going. Until then, leave it with them.`,
    talking: (receiver: string) =>
      `${receiver} would like to talk first. Find a few minutes together: what it is about, what would make it doable. They can take it or say not now afterwards.`,
    declined: (receiver: string) =>
      `${receiver} says not now. That is a normal answer: it says something about their week, nothing about you. Ask somebody else with */hands handoff*, or hand over a smaller piece of it.`,
    notScheduled: (date: string) =>
      `I could not set the reminder for ${date}. Please put it into your own calendar: ask how it is going, rather than take it back.`,
    maybeScheduled: (date: string) =>
      `Slack did not say whether the reminder for ${date} is set. Please put it into your own calendar as well.`,
    notOffered: (receiver: string, reason: string) =>
      `I could not ask ${receiver}. ${reason} Nothing was handed over; this is what you wrote:`,
    maybeOffered: (receiver: string) =>
      `Slack did not say whether my message reached ${receiver}, and I do not send it twice. Ask them whether they got it. This is what you wrote:`,
  },

  reminder: {
    title: (receiver: string) => `A good day to ask ${receiver} how it is going`,
    agreed: 'What you agreed',
    advice:
      'Ask, rather than take it back: what is going well, what is in the way, what they need from you. If it looks different from how you would do it, it may be good all the same.',
  },

  /** Private lines to whoever pressed a button. */
  pressed: {
    'not-yours': 'This was handed to somebody else, so only they can answer. Nothing was changed.',
    unreadable:
      'This message can no longer be read: it was changed, or the app has a new key. Please ask whoever sent it to hand it over once more. Nothing was changed.',
    taken: 'You have taken it already. Nothing was changed.',
    declined: 'You have said not now already. Nothing was changed.',
    talking: 'You have said already that you would like to talk first. Nothing was changed.',
    'not-shown': 'Slack did not take that. Nothing was changed, please press again in a minute.',
    gone: 'That message is gone, so nothing was changed. Please tell whoever sent it in a word.',
    maybeShown: (giver: string) =>
      `It counts, and ${giver} is told. Slack did not say whether the message above shows it; there is no need to press again.`,
    notToldNorReminded: (giver: string) =>
      `It counts, but I am not sure that ${giver} has heard of it, and no message will bring up the check-in. Please tell them in a word, and agree on it together.`,
    notTold: (giver: string) =>
      `It counts, but I am not sure that ${giver} has heard of it. Please tell them in a word.`,
  },
};

export type HandOverWords = typeof handOverEn;
