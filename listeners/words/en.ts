/** What the doors themselves say: the help, answers to what was typed, and what to do after a surprise. */
export const en = {
  help: {
    about:
      'One question a week about sharing work, and one anonymous pulse. Everything a command says is only for you.',
    /** The suggestion before the help, for a word that is no subcommand. */
    unknown: (typed: string) => `There is no */hands ${typed}*. This is what there is:`,
    near: (typed: string, name: string) => `There is no */hands ${typed}*. Did you mean */hands ${name}*?`,
    /** One line each, by the name of the subcommand, which is the same in every language. */
    subcommands: {
      help: 'this list',
      ask: 'ask your team for a hand: a hint, a review, half an hour',
      handoff: 'hand something over: they are asked first, and may say not now',
      setup: 'start here, or change the settings; a day and a time set the prompt without the form',
      status: 'what comes next, who the managers are, and anything that is broken',
      summary:
        'what the pulses say about the team as a whole (managers, or everyone where the team chose so)',
      export: 'the published readouts as comma-separated values, for those who may read the summary',
      changed: 'tell the channel what you changed after a readout (managers)',
      privacy: 'the promise in plain words, and what is stored',
      preview: 'see the next prompt and the next question privately (managers)',
      prompts: 'add, edit and remove prompts in your team’s own words (managers)',
      skip: 'skip the next one (managers)',
      pause: 'stop prompts and pulses; an open pulse goes on (managers)',
      resume: 'restart prompts and pulses (managers)',
      remove: 'delete everything about this team, after asking you once more (managers)',
    },
  },

  setup: {
    done: (rhythm: string) => `Done: the prompt comes on ${rhythm}. Type */hands setup* for everything else.`,
    saved: 'Saved.',
    notARhythm: (typed: string) =>
      `“${typed}” is not a day and a time. Write a day and a time, such as */hands setup mon 9:30*, or */hands setup* alone for the form. Nothing was changed.`,
  },

  prompts: {
    usage:
      'Write */hands prompts* to see your team’s own prompts, or */hands prompts add* for a new one. Nothing was changed.',
  },

  pause: {
    done: 'Paused until someone types */hands resume*.',
    doneUntil: (date: string) => `Paused until ${date}: prompts and pulses start again that day.`,
    refused: (problem: string) => `${problem} Nothing was changed.`,
    untilWhen: (usage: string) => `Until when? ${usage}`,
    oneDate: (usage: string) => `One date is enough: the day on which things start again. ${usage}`,
    notADate: (typed: string, usage: string) => `“${typed}” is not a date. ${usage}`,
    notInFuture: (date: string) => `${date} is not in the future.`,
    usage: 'Write */hands pause until 2026-12-31*, or */hands pause* alone.',
  },

  resumed: 'Resumed. Type */hands status* to see what comes next.',

  skip: {
    usage: 'Write */hands skip prompt* or */hands skip pulse*. Nothing was changed.',
    prompt: 'The next prompt is skipped. Type */hands status* to see the one after.',
    opening: 'The next pulse is skipped. Type */hands status* to see the one after.',
  },

  summary: {
    managersOnly: (managers: string) => `In this team the summary is for its managers: ${managers}.`,
    nobody: 'nobody at the moment',
  },

  /** Before what was typed behind a command whose form did not open. */
  typed: 'This is what you typed:',

  surprise: {
    storeAway: 'The app could not reach its store just now. Nothing was changed, please try again.',
    answer: 'Something went wrong on our side. Please tap again: “already answered” means that it counted.',
    other: 'Something went wrong on our side. Please try again; */hands status* shows what is in force.',
  },
};

export type ListenersWords = typeof en;
