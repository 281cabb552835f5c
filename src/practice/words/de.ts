import { askDe } from './ask-de.ts';
import type { PracticeWords } from './en.ts';
import { handOverDe } from './hand-over-de.ts';

/** What the room of the practices says, in German. */
export const de: PracticeWords = {
  buttons: {
    ask: 'Um Hilfe bitten',
    handOver: 'Etwas abgeben',
  },

  trends: {
    asks: {
      up: 'Bitten um Hilfe werden häufiger.',
      same: 'Bitten um Hilfe sind etwa so häufig wie zuvor.',
      down: 'Bitten um Hilfe werden seltener.',
    },
    taken: {
      up: 'Abgeben wird häufiger.',
      same: 'Abgeben ist etwa so häufig wie zuvor.',
      down: 'Abgeben wird seltener.',
    },
  },

  ask: askDe,
  handOver: handOverDe,
};
