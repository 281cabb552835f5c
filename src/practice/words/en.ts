import { askEn } from './ask-en.ts';
import { handOverEn } from './hand-over-en.ts';

/** What the room of the practices says. Each practice has a file of its own. */
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

  ask: askEn,
  handOver: handOverEn,
};

export type PracticeWords = typeof en;
