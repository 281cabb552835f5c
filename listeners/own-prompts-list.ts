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
      : ownPromptsClosed(refused(found));
  const isOpen = viewId !== '' && (await services.gateway.updateModal(viewId, view));
  if (!isOpen && note?.isTrouble) await services.gateway.post(user, ownPromptsTrouble(team, note.text));
}

/** Why somebody may not see the list (any more). */
export const refused = (refusal: Refusal) =>
  refusal.kind === 'not-enrolled' ? notEnrolled() : notManager(refusal.managers);
