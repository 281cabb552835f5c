import type { OwnPrompt } from '../../src/prompts/own-prompt.ts';
import { ownPromptForm } from '../../src/prompts/own-prompt-form.ts';
import { ownPromptsMetadata, parseOwnPromptsMetadata } from '../../src/prompts/own-prompts-metadata.ts';
import { noteOf } from '../../src/prompts/own-prompts-outcome.ts';
import type { OwnPromptsList } from '../../src/prompts/own-prompts-service.ts';
import { type OpenList, showOwnPrompts } from '../own-prompts-list.ts';
import type { Action, ActionContext } from './action.ts';

/** Opens the form for a new prompt on top of the list. */
export const addOwnPrompt: Action = onList(async (context, list) => {
  const { services, user } = context;
  const found = await services.ownPrompts.list({ id: list.shown.team, by: user });
  return found.kind === 'list' ? openForm(context, list, found) : showOwnPrompts(services, list);
});

/** Opens the form with the words of one prompt. */
export const editOwnPrompt: Action = onList(async (context, list) => {
  const { services, user, value } = context;
  const found = await services.ownPrompts.list({ id: list.shown.team, by: user });
  if (found.kind !== 'list') return showOwnPrompts(services, list);
  const prompt = found.prompts.find(({ id }) => id === value);
  if (prompt !== undefined) return openForm(context, list, found, prompt);
  return showOwnPrompts(services, { ...list, note: noteOf({ kind: 'gone' }, 'edited', list.locale) });
});

/** Removes one prompt; the button has asked once more. */
export const removeOwnPrompt: Action = onList(async ({ services, user, value }, list) => {
  const change = await services.ownPrompts.remove({ id: list.shown.team, by: user }, value);
  await showOwnPrompts(services, { ...list, note: noteOf(change, 'removed', list.locale) });
});

/** Turns to another page of the list. */
export const turnOwnPrompts: Action = onList(async ({ services, value }, list) => {
  const page = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  await showOwnPrompts(services, { ...list, shown: { ...list.shown, page } });
});

/** A button of the list; one that is pressed anywhere else does nothing. */
function onList(act: (context: ActionContext, list: OpenList) => Promise<void>): Action {
  return async (context) => {
    const { modal, user, services } = context;
    const shown = parseOwnPromptsMetadata(modal?.metadata ?? '');
    if (modal === undefined || shown === undefined)
      return services.log.warn('A button of a list that cannot be read was pressed');
    const locale = await services.teams.localeOf(shown.team);
    return act(context, { viewId: modal.id, shown, user, locale });
  };
}

async function openForm(
  { services, triggerId }: ActionContext,
  { shown }: OpenList,
  { team }: OwnPromptsList,
  prompt?: OwnPrompt,
): Promise<void> {
  const seen = prompt === undefined ? {} : { seen: { id: prompt.id, version: prompt.version } };
  const metadata = ownPromptsMetadata({ ...shown, ...seen });
  const view = ownPromptForm({ prompt, settings: team.settings, metadata });
  await services.gateway.pushForm(triggerId, view);
}
