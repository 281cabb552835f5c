/** What the room of teams says: names of settings, the form, announcements, private answers. */
export const en = {
  /** What people read for our ids. */
  names: {
    days: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    tracks: { delegation: 'Delegation', 'asking-for-help': 'Asking for help' },
    subjects: { workload: 'Workload', asking: 'Asking for help', delegation: 'Delegation' },
    cadences: { weekly: 'every week', 'two-weekly': 'every two weeks' },
    audiences: { everyone: 'everyone in the channel', managers: 'managers only' },
    notices: { on: 'yes', off: 'no' },
    /** A day and a time of 24 hours: `Monday 9:30`. */
    rhythm: (day: string, time: string) => `${day} ${time}`,
  },

  /** The settings form. Slack takes 24 characters of a title or button, 75 of an option. */
  form: {
    start: 'Start',
    save: 'Save',
    cancel: 'Cancel',
    introduction:
      'One prompt and one anonymous pulse a week for this channel. Everything can be changed later, and every change is announced in the channel.',
    introductionToChanges:
      'Changes are announced in the channel and apply from the next time on, never to an open pulse.',
    language: 'Language',
    promptDay: 'Day of the prompt',
    promptTime: 'Time of the prompt',
    pulseDay: 'Day of the pulse',
    pulseTime: 'Time of the pulse',
    timezone: 'Timezone',
    timezoneHint: 'A city, such as Europe/Berlin or America/Chicago.',
    skipDates: 'Dates to skip',
    skipDatesHint: 'Such as 2026-12-25, 2027-01-01.',
    managers: 'Managers',
    managersHint: 'They may change this, and are never polled here.',
    managersPlaceholder: 'Choose people',
    audience: 'Who sees readouts',
    notice: 'Message to managers when a readout is out',
    noticeHint: 'In the app’s direct messages: what the channel shows, and no more.',
    window: 'How long a pulse stays open',
    hours: (hours: number) => `${hours} hours`,
    cadence: 'How often a pulse comes',
    cadenceHint: 'Teams with fewer than 8 to ask: every two weeks.',
    question: (subject: string) => `Question about: ${subject}`,
    tracks: 'Prompts about',
    minimum: 'Minimum answers',
    minimumHint: 'May be raised later, never lowered.',
    answers: (answers: string) => `${answers} answers`,
  },

  /** Under a field of the form that cannot be taken. */
  formErrors: {
    nothingCameBack: 'Nothing of this form came back from Slack. Please close it and open it again.',
    unreadable: 'Something in this form could not be read. Please close it and try again.',
    unreadableForm: 'This form could not be read. Please close it and open it again.',
    timezone: 'This timezone is not known. Use a name such as Europe/Berlin.',
    notADate: (text: string) =>
      `“${text}” is not a date. Write dates as 2026-12-25, with commas between them.`,
    tooManyDates: (dates: number, most: number) => `That is ${dates} dates. At most ${most} fit here.`,
    noManager: 'Choose at least one manager.',
    tooManyManagers: (most: number) => `Choose at most ${most} managers.`,
  },

  /** Why somebody cannot be made a manager. The field of the form shows no names. */
  managerProblems: {
    bot: 'An app cannot manage a team. Please choose people only.',
    deactivated: 'One of these accounts is deactivated. Please choose somebody who can sign in.',
    guest: 'Guests cannot manage a team. Please choose members of this workspace.',
    'not-known': 'Slack does not know one of those you chose. Please choose members of this workspace.',
    'not-told':
      'Slack did not say in time whether those you added can manage a team. Try again, or stay a manager yourself.',
  },

  /** What a small team should know before it starts. */
  size: {
    tooFew: (electorate: number, threshold: number) =>
      `With ${electorate} ${electorate === 1 ? 'person' : 'people'} to ask there will be prompts but no pulses: fewer than ${threshold} answers cannot be anonymous.`,
    small: (electorate: number, odds: string) =>
      `With ${electorate} people to ask, ${odds} of the pulses will show a level; the others will not have enough answers.`,
    /** How many pulses of an electorate that small will publish a level. */
    odds: { 5: 'about a third', 6: 'about two thirds', 7: 'about six in seven' },
  },

  /** The first message in a channel. `prompt` and `pulse` are a day and a time. */
  welcome: {
    does: (said: {
      readonly by: string;
      readonly prompt: string;
      readonly cadence: string;
      readonly pulse: string;
      readonly timezone: string;
    }) =>
      [
        `${said.by} added Many Hands to this channel. Once a week there is one question about handing work over or`,
        `asking for help (${said.prompt}), and ${said.cadence} one anonymous pulse about the`,
        `week’s work (${said.pulse}, ${said.timezone}). Nobody has to answer either.`,
      ].join(' '),
    managers: (managers: string, audience: 'everyone' | 'managers') =>
      `Managers here: ${managers}. They are never polled, and they read what ${
        audience === 'everyone' ? 'everyone here reads' : 'the pulse says about the team as a whole'
      }.`,
    promise: (promise: string) => `*The promise.* ${promise}`,
    more: 'Type */hands privacy* to see what is stored, or */hands help* for the rest.',
  },

  /** What changed between two settings, and how each of them is called in that sentence. */
  changes: {
    said: (by: string, changes: string) =>
      `${by} changed Many Hands here (from the next time on): ${changes}.`,
    change: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    language: 'language',
    prompt: 'prompt',
    pulse: 'pulse',
    window: 'pulse stays open',
    hours: (hours: number) => `${hours} hours`,
    timezone: 'timezone',
    managers: 'managers',
    noManagers: 'nobody',
    cadence: 'pulse comes',
    question: (subject: string) => `question about ${subject.toLowerCase()}`,
    questionTitle: (title: string) => `“${title}”`,
    tracks: 'tracks',
    skipDates: 'dates to skip',
    noDates: 'none',
    audience: 'readouts are for',
    notice: 'message to managers when a readout is out',
    minimum: 'minimum answers',
  },

  /** What the channel is told, once each. */
  announcements: {
    paused: (by: string) =>
      `${by} paused prompts and pulses until someone resumes it. A pulse that is open now goes on.`,
    pausedUntil: (by: string, date: string) =>
      `${by} paused prompts and pulses until ${date}: they start again that day. A pulse that is open now goes on.`,
    resumed: (by: string) => `${by} resumed prompts and pulses.`,
    skippedPrompt: (by: string, when: string) => `${by} skipped the next prompt (${when}).`,
    skippedPulse: (by: string, when: string) => `${by} skipped the next pulse (${when}).`,
    removed: (by: string, stays: string) =>
      `${by} removed Many Hands from this channel. Everything else stored about the team is deleted. ${stays} Type */hands setup* to start again.`,
    managerLeft: (user: string, managers: string) =>
      `${user} left the channel and no longer manages Many Hands here. Managers now: ${managers}.`,
    lastManagerLeft: (user: string) =>
      `${user} left the channel and no longer manages Many Hands here. Nobody manages Many Hands here now: anyone can take over with */hands setup*.`,
    hello:
      'Hello. I post one question a week about sharing work, and one anonymous pulse. Type */hands setup* to start.',
  },

  removal: {
    question: (stays: string) =>
      `This deletes everything about this team: settings, readouts, its own prompts, the order of prompts. An open pulse is deleted unread. It cannot be undone. ${stays}`,
    /** What a removal leaves (src/redis/keys.ts: `threshold`, `lastPulse`). */
    stays:
      'For 35 days the minimum of answers stays, and when the last pulse opened and how many it asked: starting over is no way round them.',
    confirm: 'Delete everything',
    keep: 'Keep it',
    done: (stays: string) => `Removed. Everything else stored about this team is deleted. ${stays}`,
    kept: 'Nothing was deleted.',
  },

  /** Private answers to a request that could not be met, or perhaps not wholly. */
  replies: {
    channelProblems: {
      'direct-message':
        'Many Hands works in channels. Open the channel of your team and type */hands setup* there.',
      'not-visible':
        'I cannot see this channel. If it is a private channel, invite me first with */invite @Many Hands*, then type */hands setup* again. In direct messages I do not work.',
      archived:
        'This channel is archived, so nothing can be posted here. Unarchive it, or use another channel.',
      shared:
        'This channel is shared with another workspace. Many Hands does not poll people of other companies: use a channel of your own.',
      'bot-missing':
        'I am not in this channel yet. Type */invite @Many Hands* here, then */hands setup* again.',
    },
    notEnrolled: 'Many Hands is not set up in this channel. Type */hands setup* to start.',
    notManager: (managers: string) => `Only managers can do this here: ${managers}. Nothing was changed.`,
    goneMeanwhile: (channel: string) =>
      `Many Hands was removed from ${channel} while this form was open. Nothing was changed. Type */hands setup* there to start again.`,
    notHeard: (done: string) => `${done} Slack did not say whether the channel was told of it.`,
    unchanged: 'Nothing to change: it is like that already.',
    alreadyEnrolled: 'Someone has just set up Many Hands in this channel. Type */hands status* to see how.',
    changedMeanwhile:
      'Someone else changed the settings at the same moment. Nothing was changed; please try again.',
    thresholdLowered: (threshold: number) =>
      `The minimum of ${threshold} answers may be raised, never lowered. Nothing was changed.`,
    nothingToSkip: 'There is nothing to skip: none is planned.',
    slackIsBusy:
      'Slack is busy just now, so I could not tell the channel, and nothing was changed. Please try again in a minute.',
    notAnnounced: (code: string) =>
      `I could not tell the channel (Slack says “${code}”), so nothing was changed. Check that I am in the channel and that it is not archived.`,
  },

  status: {
    title: 'Many Hands here',
    nonePlanned: 'none planned',
    prompt: (when: string, rhythm: string) => `*Next prompt:* ${when} (${rhythm})`,
    pulse: (when: string, rhythm: string, cadence: string) => `*Next pulse:* ${when} (${rhythm}, ${cadence})`,
    open: (when: string) => `*Open pulse:* closes ${when}`,
    timezone: (timezone: string) => `*Timezone:* ${timezone}`,
    managers: (managers: string) => `*Managers:* ${managers}`,
    noManagers: 'nobody; anyone can take over with /hands setup',
    paused: '*Paused* until someone types */hands resume*.',
    pausedUntil: (date: string) => `*Paused* until ${date}: prompts and pulses start again that day.`,
    suspended: (trouble: string) => `*Stopped:* ${trouble}`,
    probablyPosted: (when: string) =>
      `*Last prompt:* ${when}: probably posted. Slack did not say, so it is not posted again.`,
  },

  /** Why nothing can be posted, and what to do about it. */
  trouble: {
    notInChannel: 'I am not in the channel any more. Invite me again there with */invite @Many Hands*.',
    notSeen:
      'I cannot see the channel any more. If it is still there, invite me again with */invite @Many Hands*.',
    archived: 'The channel is archived. Unarchive it, then invite me again there with */invite @Many Hands*.',
    restricted: 'Only some may post in the channel. Ask a workspace admin to let me post there.',
    app: 'Slack does not let the app work in this workspace any more. Ask whoever runs it to install it again.',
    goesOn: 'Prompts and pulses then go on by themselves, within an hour.',
    resume: 'Then type */hands resume* in the channel.',
    notice: (channel: string, trouble: string) => `Many Hands has stopped in ${channel}. ${trouble}`,
  },
};

export type TeamWords = typeof en;
