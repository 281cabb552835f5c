import { pauseFormId } from '../../src/home/pause-form.ts';
import { askFormId } from '../../src/practice/ask-form.ts';
import { handOverFormId } from '../../src/practice/hand-over-form.ts';
import { ownPromptFormId } from '../../src/prompts/own-prompt-form.ts';
import { changedFormId } from '../../src/readout/what-changed-form.ts';
import { settingsFormId } from '../../src/team/settings-form.ts';
import { ask } from './ask.ts';
import { handOver } from './hand-over.ts';
import { ownPrompt } from './own-prompt.ts';
import { pauseTeam } from './pause-team.ts';
import type { Submission } from './submission.ts';
import { teamSettings } from './team-settings.ts';
import { whatChanged } from './what-changed.ts';

/** Callback id of a form → handler. A new form is one line here. */
export const viewRoutes: { readonly [callbackId: string]: Submission } = {
  [settingsFormId]: teamSettings,
  [ownPromptFormId]: ownPrompt,
  [pauseFormId]: pauseTeam,
  [askFormId]: ask,
  [handOverFormId]: handOver,
  [changedFormId]: whatChanged,
};
