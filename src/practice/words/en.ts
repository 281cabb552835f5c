/** What the room of the practices says: asking for a hand. */
export const en = {
  /** Under a prompt and on the Home tab. */
  buttons: {
    ask: 'Ask for a hand',
    handOver: 'Hand something over',
  },

  /** In the summary: how the last weeks compare with those before them, without a number. */
  trends: {
    asks: {
      up: 'Asks for a hand are getting more common.',
      same: 'Asks for a hand are about as common as before.',
      down: 'Asks for a hand are getting rarer.',
    },
    taken: {
      up: 'Handing over is getting more common.',
      same: 'Handing over is about as common as before.',
      down: 'Handing over is getting rarer.',
    },
  },

  ask: {
    form: {
      title: 'Ask for a hand',
      submit: 'Ask',
      cancel: 'Cancel',
      close: 'Close',
      about: (channel: string) =>
        `Small and early is easy to answer, and people say yes more often than one expects. Posted in ${channel} in your name.`,
      aboutAnywhere:
        'Small and early is easy to answer, and people say yes more often than one expects. Posted in your team’s channel in your name.',
      team: 'Your team',
      teamHint: 'The channel that reads it.',
      what: 'What do you need a hand with?',
      whatHint: (most: number) =>
        `One thing, and where you are with it. At most ${most} characters, shown as plain text.`,
      help: 'What would help?',
      helpHint: 'The smaller it is, the sooner somebody has it to give.',
      by: 'By when?',
      byHint: 'So that others can say honestly whether they have the time.',
      loading: 'One moment: looking for your teams.',
      noTeams: 'None of your channels uses Many Hands yet. Type */hands setup* in one to start.',
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
      empty: 'Write something one can read here.',
      tooLong: (length: number, most: number) =>
        `This is ${length} characters long, and at most ${most} fit.`,
      unknownHelp: 'Choose what would help.',
      unknownUrgency: 'Choose by when.',
      unknownTeam: 'Choose one of your teams.',
      unreadable: 'This form could not be read. Please close it and open it again.',
    },

    /** Why nothing was posted. */
    refused: {
      notMember: 'You are not in this channel, so nothing was posted. Choose a team of your own.',
      suspended: (trouble: string) => `Nothing can be posted in the channel just now. ${trouble}`,
      busy: 'Slack is busy just now, so nothing was posted. Please try again in a minute.',
      unsure: 'Slack did not say whether your ask was posted. Look in the channel before you ask once more.',
      notPosted: (code: string) =>
        `Slack did not take it (it says “${code}”), so nothing was posted. Please try again, or look whether I am in the channel.`,
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
      'Still open. If somebody has a little time for this: *I can help* is on the card. Nobody has to.',

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
      unsure:
        'Slack did not say whether the card was changed. Look at it in a minute, and press again if it was not.',
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
        'Your ask is in the channel. Slack did not say whether it took the reminder for after a day, so there may be none, or one although somebody helps.',
    },

    /** Direct messages when somebody can help: how to start. */
    start: {
      helper: (asker: string, channel: string) => `You offered ${asker} a hand in ${channel}.`,
      asker: (helper: string, channel: string) => `${helper} can help with what you asked in ${channel}.`,
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
      thanked: (asker: string, channel: string) => `${asker} says thank you for your hand in ${channel}.`,
      dropped: (asker: string, channel: string) =>
        `What ${asker} asked in ${channel} is no longer needed. Thank you for offering.`,
    },
  },

  handOver: {
    form: {
      title: 'Hand something over',
      submit: 'Ask them',
      cancel: 'Cancel',
      about:
        'Hand over a whole outcome, with what one needs to know, and leave it there. They are asked first, in a direct message, and *not now* is a normal answer.',
      outcome: 'What should come out of it',
      outcomeHint: (most: number) => `The result, rather than the steps. At most ${most} characters.`,
      context: 'What one needs to know',
      contextHint: (most: number) =>
        `Where things are, who knows more, what was tried. It may stay empty. At most ${most} characters.`,
      latitude: 'How free they are',
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
      toPlaceholder: 'Choose a person',
    },

    /** What stands in the context for people and channels that a message names by id only. */
    unnamed: { person: '@someone', channel: '#a-channel' },

    errors: {
      empty: 'Write here what should come out of it.',
      tooLong: (length: number, most: number) => `That is ${length} characters, and at most ${most} fit.`,
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
      context: 'What one needs to know',
      latitude: 'How free you are',
      checkIn: 'First check-in',
    },

    /** Said to the receiver. */
    latitudes: {
      'as-described': 'Do it as described. Where something does not fit, ask.',
      'propose-first': 'Propose how you would do it, then do it.',
      'decide-and-tell': 'Decide yourself, and tell what you decided.',
      yours: 'It is yours, the how and the decisions.',
    },

    /** The same, said to the giver once it is agreed. */
    agreed: {
      'as-described': 'They do it as described, and ask where something does not fit.',
      'propose-first': 'They propose how they would do it, then do it.',
      'decide-and-tell': 'They decide, and tell you what they decided.',
      yours: 'It is theirs, the how and the decisions.',
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
        `${receiver} has been asked whether they can take this over. You read here what they say.`,
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
      notTold: (giver: string) =>
        `It counts, but I am not sure that ${giver} has heard of it. Please tell them in a word.`,
    },
  },
};

export type PracticeWords = typeof en;
