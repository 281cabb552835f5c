/** What the room of pulses says around the questions themselves. */
export const en = {
  /** The pulse in the channel, while it is open and after. */
  message: {
    title: (question: string) => `Anonymous pulse: ${question}`,
    promise: (threshold: number, closesAt: string) =>
      `Anonymous: added to a locked total, shown only when at least ${threshold} people answer, only as a level, only after it closes on ${closesAt}.`,
    closed: 'This pulse is closed.',
    nextQuestion: 'The next question',
  },

  /** The private line after a tap that counted. It never says which option. */
  acknowledgement: {
    added: 'Added to the locked total.',
    changed: 'Changed in the locked total.',
    /** `exception`: what the key custody adds. */
    promise: (exception: string) =>
      `Once the pulse closes, nobody can find out which way, including us${exception}.`,
    receipt: (code: string) =>
      `Your receipt: ${code}. If the pulse can be counted, the list under its result will have it.`,
    standing:
      'You can change your answer from here while the pulse is open. Once this message is gone, what you chose last stands.',
    change: 'Change my answer',
  },

  /** The options once more. */
  change: {
    withdraw: 'Withdraw my answer',
    note: 'Choose again, or withdraw. Until you do, your answer stays as it is.',
  },

  /** Why a tap counted nothing, or may have counted. */
  refusals: {
    'already-answered':
      'You have already answered this pulse, and this tap changed nothing. To change an answer, use the button in the private line that followed it; if that is gone, your answer stands.',
    'not-on-pulse':
      'This pulse asks the people who were in the channel when it opened, without managers and guests. You are not on it, so nothing was counted.',
    closed: 'This pulse is closed. Nothing was counted.',
    void: 'This pulse can no longer take answers: its key is lost or was exposed. Nothing was counted.',
    malformed: 'This button does not fit the pulse. Nothing was counted.',
    'not-counted':
      'The app could not reach its store just now. Your answer was not counted, please try again.',
    uncertain:
      'We could not tell whether it counted. Tap again: “already answered”, or “changed since”, means it did.',
    'not-yours': 'This button belongs to another answer. Nothing was changed.',
    'set-back':
      'The app’s store was set back to an earlier copy, and this answer is no longer in it. Tap an option of the pulse again: “already answered” means that an earlier answer of yours is there and stands.',
    outdated: 'Your answer was changed since this button was shown. The latest change stands.',
  },

  /** `/hands privacy`. */
  privacy: {
    title: 'What is stored, and what is not',
    here: (said: { readonly threshold: number; readonly cadence: string; readonly hours: number }) =>
      `*Here:* at least ${said.threshold} answers before anything is shown; a pulse ${said.cadence}, open for ${said.hours} hours, never two within 5 days. Managers are not polled.`,
    coarse:
      '*Why levels are coarse:* so that nobody can work out one person’s answer. For the same reason a level can be one step off, or one pulse late.',
    custody: {
      A: 'Key custody A: the key of a pulse is a file outside the database, destroyed when the pulse closes. Without it the locked total and the tokens are random numbers, in every backup too.',
      B: 'Key custody B: the key of a pulse is in the database, wrapped under a secret of the server, and destroyed when the pulse closes. This is weaker than a file outside it: an old backup together with that secret can undo it.',
    },
    nothingOpen: '*No pulse is open:* nothing about answers is stored.',
    open: (closesAt: string) => `*The open pulse*, kept until it closes on ${closesAt} and then deleted:`,
    tokens: (key: string, electorate: number, bytes: number) =>
      `${key}: ${electorate} tokens of ${bytes} bytes, one for each person asked, answered or not`,
    tally: (key: string, bytes: number) => `${key}: the locked total, ${bytes} bytes`,
    record: (said: {
      readonly key: string;
      readonly question: string;
      readonly options: number;
      readonly electorate: number;
      readonly threshold: number;
      readonly opensAt: string;
    }) =>
      `${said.key}: question “${said.question}”, ${said.options} options, ${said.electorate} people asked, ${said.threshold} answers needed, opened ${said.opensAt}; with a mark that shows edits`,
    wrappedKey: (key: string) => `${key}: the key of this pulse, wrapped`,
    /** Before the record as it is in the database. */
    verbatim: 'The record, word for word:',
    unreadable:
      '*The open pulse* was changed in the database from outside and cannot be read. It will be void, and its answers deleted uncounted.',
    /** Where the data is. Not its address: everyone may read this. */
    places: {
      url: 'data in Redis',
      private: 'data in a Redis that the app runs itself',
      embedded: 'data in memory only, gone when the app ends',
    },
  },
};

export type PulseWords = typeof en;
