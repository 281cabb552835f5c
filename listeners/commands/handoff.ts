import { openHandOverForm } from '../hand-over-form.ts';
import { orGiveBack } from './given-back.ts';
import type { Subcommand } from './subcommand.ts';

/** Opens the form for handing something over, with whatever was typed as the outcome. */
export const handoff: Subcommand = {
  name: 'handoff',
  takes: '[words]',
  run: (command) => orGiveBack(openHandOverForm({ ...command, outcome: command.words.join(' ') }), command),
};
