import { openAskFormAnywhere } from '../ask-form.ts';
import type { Shortcut } from './shortcut.ts';

/** As manifest.yml has it. */
export const askShortcut = 'ask-for-a-hand';

/** Opens the form for asking, in which one chooses the team. */
export const askFromAnywhere: Shortcut = ({ team, ...context }) =>
  openAskFormAnywhere({ ...context, workspace: team.workspace });
