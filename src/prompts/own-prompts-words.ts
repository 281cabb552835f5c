import { trackNames } from '../team/words.ts';
import { type FieldProblem, MOST_OWN_PROMPTS } from './own-prompt.ts';
import { LONGEST_QUESTION, LONGEST_TRY } from './prompt.ts';

const tryAgain = 'Nothing was changed; please try again in a minute.';

/** Everything people read about the prompts in a team's own words. */
export const ownPromptsWords = {
  /** Behind `/hands prompts` in the help. */
  help: 'add, edit and remove prompts in your team’s own words (managers)',

  usage:
    'Write */hands prompts* to see your team’s own prompts, or */hands prompts add* for a new one. Nothing was changed.',

  /** At the end of a prompt in the channel, and of its preview. */
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
    count: (count: number) =>
      count < MOST_OWN_PROMPTS
        ? `${count} of at most ${MOST_OWN_PROMPTS}, the newest first.`
        : `${count}, which is as many as fit: remove one to add another. The newest first.`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}.`,
    item: (number: number, track: keyof typeof trackNames) => `*${number}* · ${trackNames[track]}`,
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
    questionHint: `An open question works best. At most ${LONGEST_QUESTION} characters.`,
    try: 'Try this week',
    tryHint: `One small thing to do. At most ${LONGEST_TRY} characters.`,
  },

  /** Under a field. */
  problem: (problem: FieldProblem): string => {
    if (problem.kind === 'too-long')
      return `This is ${problem.length} characters long, and at most ${problem.most} fit.`;
    if (problem.kind === 'unknown-track') return 'Choose what this prompt is about.';
    return 'Write something one can read here.';
  },

  /** Why nothing was changed: under the question of a form, or above the list. */
  refused: {
    full: `Your team has ${MOST_OWN_PROMPTS} prompts of its own, which is as many as fit. Remove one first.`,
    gone: 'This prompt has been removed meanwhile. Nothing was changed.',
    'changed-meanwhile':
      'Someone else changed this prompt meanwhile, and nothing was saved. Copy your words, close this form and open it again to see theirs.',
    team: 'Your team has this question among its own prompts already.',
    library: 'This question comes with Many Hands already, so your team gets it anyway.',
    'not-enrolled': 'Many Hands was removed from this channel meanwhile. Nothing was changed.',
    'not-manager': 'Only managers can do this, and you are not one any more. Nothing was changed.',
    busy: `Slack is busy just now, so I could not tell the channel. ${tryAgain}`,
    'not-announced': (code: string) =>
      `I could not tell the channel (Slack says “${code}”), so nothing was changed. Check that I am in the channel and that it is not archived.`,
    unreadable: 'This form could not be read. Please close it and open it again.',
  },

  /** Above the list, after a change. */
  done: {
    added: 'Added: it is mixed in among the prompts still to come.',
    edited: 'Saved: it comes in its new words.',
    removed: 'Removed: it does not come any more.',
    notHeard: 'Slack did not say whether the channel was told of it.',
  },

  /** In a direct message, where the list has been closed. */
  elsewhere: (channel: string, trouble: string) =>
    `About your team’s own prompts in <#${channel}>: ${trouble}`,

  /** In the channel. */
  announced: {
    added: (who: string) =>
      `${who} added a prompt in this team’s own words. It waits for its turn among the others.`,
    edited: (who: string) => `${who} changed one of this team’s own prompts.`,
    removed: (who: string) => `${who} removed one of this team’s own prompts.`,
  },
} as const;
