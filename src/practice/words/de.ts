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
      up: 'Es wird häufiger um Hilfe gebeten.',
      same: 'Es wird etwa so oft um Hilfe gebeten wie zuvor.',
      down: 'Es wird seltener um Hilfe gebeten.',
    },
    taken: {
      up: 'Es wird häufiger etwas abgegeben.',
      same: 'Es wird etwa so oft etwas abgegeben wie zuvor.',
      down: 'Es wird seltener etwas abgegeben.',
    },
  },

  ask: askDe,
  handOver: handOverDe,
};
