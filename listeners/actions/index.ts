import { pauseAction, previewAction, resumeAction, settingsAction } from '../../src/home/home-team-view.ts';
import { turnHomeAction } from '../../src/home/home-view.ts';
import { dropAction, helpAction, thankAction } from '../../src/practice/ask-card-view.ts';
import { handOverActions } from '../../src/practice/hand-over-view.ts';
import { askAction, handOverAction } from '../../src/practice/practice-buttons.ts';
import {
  addOwnAction,
  editOwnAction,
  removeOwnAction,
  turnPageAction,
} from '../../src/prompts/own-prompts-view.ts';
import { answerAction, changeAction } from '../../src/pulse/answer-view.ts';
import { receiptsAction } from '../../src/readout/receipts-view.ts';
import { changedAction } from '../../src/readout/what-changed-view.ts';
import { confirmRemovalAction, keepTeamAction } from '../../src/team/removal-view.ts';
import type { Action } from './action.ts';
import { answerPulse, changeAnswer } from './answer-pulse.ts';
import { dropAsk, helpWithAsk, openAsk, thankForAsk } from './ask.ts';
import { declineHandOver, openHandOver, takeHandOver, talkHandOver } from './hand-over.ts';
import { homePause, homePreview, homeResume, homeSettings, turnHome } from './home.ts';
import { addOwnPrompt, editOwnPrompt, removeOwnPrompt, turnOwnPrompts } from './own-prompts.ts';
import { showReceipts } from './receipts.ts';
import { confirmRemoval, keepTeam } from './removal.ts';
import { openWhatChanged } from './what-changed.ts';

/** Action id (up to the first dot) → handler. A new button is one line here. */
export const actionRoutes: { readonly [actionId: string]: Action } = {
  [answerAction]: answerPulse,
  [changeAction]: changeAnswer,
  [receiptsAction]: showReceipts,
  [confirmRemovalAction]: confirmRemoval,
  [keepTeamAction]: keepTeam,
  [addOwnAction]: addOwnPrompt,
  [editOwnAction]: editOwnPrompt,
  [removeOwnAction]: removeOwnPrompt,
  [changedAction]: openWhatChanged,
  [turnPageAction]: turnOwnPrompts,
  [settingsAction]: homeSettings,
  [previewAction]: homePreview,
  [pauseAction]: homePause,
  [resumeAction]: homeResume,
  [turnHomeAction]: turnHome,
  [askAction]: openAsk,
  [helpAction]: helpWithAsk,
  [thankAction]: thankForAsk,
  [dropAction]: dropAsk,
  [handOverAction]: openHandOver,
  [handOverActions.take]: takeHandOver,
  [handOverActions.talk]: talkHandOver,
  [handOverActions.decline]: declineHandOver,
};
