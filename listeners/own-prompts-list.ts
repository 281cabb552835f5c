import type { Locale } from '../src/locale.ts';
import type { ShownList } from '../src/prompts/own-prompts-metadata.ts';
import type { Note } from '../src/prompts/own-prompts-outcome.ts';
import type { Refusal } from '../src/prompts/own-prompts-service.ts';
import { ownPromptsClosed, ownPromptsList, ownPromptsTrouble } from '../src/prompts/own-prompts-view.ts';
import { notEnrolled, notManager } from '../src/team/team-view.ts';
import type { Services } from './services.ts';

/** The list of a team's own prompts on somebody's screen, and what there is to say above it. */
export type OpenList = {
  /** '' where a form was opened without a list. */
  readonly viewId: string;
  readonly shown: ShownList;
  readonly user: string;
  /** The language of the team, or of the installation once it is gone. */
  readonly locale: Locale;
  readonly note?: Note | undefined;
};

/** Shows the list afresh. Where it is not open (any more), trouble is told in a direct message. */
export async function showOwnPrompts(services: Services, list: OpenList): Promise<void> {
  const { viewId, shown, user, note } = list;
  const { team, page } = shown;
  const found = await services.ownPrompts.list({ id: team, by: user });
  const view =
    found.kind === 'list'
      ? ownPromptsList({ ...found, page, note: note?.text })
      : ownPromptsClosed(refused(found, list.locale), list.locale);
  const isOpen = viewId !== '' && (await services.gateway.updateModal(viewId, view));
  if (!isOpen && note?.isTrouble)
    await services.gateway.post(user, ownPromptsTrouble(team, note.text, list.locale));
}

/** Why somebody may not see the list (any more). */
export const refused = (refusal: Refusal, locale: Locale) =>
  refusal.kind === 'not-enrolled' ? notEnrolled(locale) : notManager(refusal.managers, locale);
