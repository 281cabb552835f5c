import { cutText } from '../../src/cut-text.ts';
import { tidied } from '../../src/typed-text.ts';
import { openAskForm } from '../ask-form.ts';
import { orGiveBack } from './given-back.ts';
import type { Subcommand } from './subcommand.ts';

/** As much of what was typed as a form carries along; what is too long for an ask is said there. */
const MOST_PREFILLED = 600;

/** Opens the form for asking the team for a hand, with whatever was typed filled in. */
export const ask: Subcommand = {
  name: 'ask',
  takes: '[words]',
  run: (command) => {
    const { words, reply } = command;
    const what = cutText(tidied(words.join(' ')), MOST_PREFILLED);
    return orGiveBack(openAskForm({ ...command, what, refuse: reply }), command);
  },
};
