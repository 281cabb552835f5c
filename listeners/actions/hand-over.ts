import type { Reply } from '../../src/practice/hand-over.ts';
import { handOverPlace } from '../../src/practice/hand-over-cards.ts';
import { repliedMessage } from '../../src/practice/hand-over-reply-view.ts';
import { openHandOverForm } from '../hand-over-form.ts';
import type { Action } from './action.ts';

/** Under a prompt, or on the Home tab, where there is no channel and the button says which one it is about. */
export const openHandOver: Action = async ({ team, value, triggerId, services }) => {
  const about = team.channel === '' ? { ...team, channel: value } : team;
  const locale = await services.teams.localeOf(about);
  await openHandOverForm({ team: about, locale, triggerId, services });
};

/** The receiver takes it. */
export const takeHandOver = saying('take');
/** The receiver would like to talk first. */
export const talkHandOver = saying('talk');
/** The receiver says not now. */
export const declineHandOver = saying('decline');

/** A button of a receiver's card. The card shows what was said; only what it cannot show is said privately. */
function saying(said: Reply): Action {
  return async ({ team, user, messageTs: ts, buttons, locale, services, reply }) => {
    const place = handOverPlace(team.workspace, buttons.id);
    const pressed = { place, channel: team.channel, ts, sealed: buttons.carry };
    const message = repliedMessage(await services.handOvers.reply(pressed, user, said), await locale);
    if (message !== undefined) await reply(message);
  };
}
