import type { AskChange } from '../../src/practice/ask-pressing.ts';
import { type AskStep, askReply } from '../../src/practice/ask-reply-view.ts';
import { openAskForm, openNotice } from '../ask-form.ts';
import type { Action, ActionContext } from './action.ts';

/** Under a prompt, or on the Home tab, where there is no channel and the button says which one it is about. */
export const openAsk: Action = async ({ team, value, triggerId, services, reply }) => {
  const isHome = team.channel === '';
  const about = isHome ? { ...team, channel: value } : team;
  const locale = await services.teams.localeOf(about);
  const refuse = isHome ? openNotice(services, triggerId, locale) : reply;
  await openAskForm({ services, team: about, triggerId, locale, refuse });
};

/** One more who can help. */
export const helpWithAsk: Action = onCard('helping', ({ services, user }, card) =>
  services.asks.help(card, user),
);

/** The asker closes the card with thanks. */
export const thankForAsk: Action = onCard('thanked', ({ services, user }, card) =>
  services.asks.close(card, user, 'thanked'),
);

/** The asker closes the card, since it is no longer needed. */
export const dropAsk: Action = onCard('dropped', ({ services, user }, card) =>
  services.asks.close(card, user, 'dropped'),
);

function onCard(
  step: AskStep,
  act: (
    context: ActionContext,
    card: Parameters<ActionContext['services']['asks']['help']>[0],
  ) => Promise<AskChange>,
): Action {
  return async (context) => {
    const { team, user, messageTs: ts, buttons, reply, locale } = context;
    const place = { ...team, kind: 'ask', id: buttons.id } as const;
    const change = await act(context, { place, ts, sealed: buttons.carry });
    return reply(askReply(change, { user, step }, await locale));
  };
}
