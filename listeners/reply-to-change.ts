import type { Locale } from '../src/locale.ts';
import type { Message } from '../src/slack/block-kit.ts';
import type { Change } from '../src/team/team-change.ts';
import { changeReply } from '../src/team/team-view.ts';
import type { TeamId } from '../src/team-id.ts';
import type { Services } from './services.ts';

/**
 * Answers a request to change a team by `say`: `done`, or why not. Where something was changed, the person's Home tab
 * shows it too.
 */
export async function replyToChange(
  {
    team,
    user,
    page = 0,
    services,
  }: {
    readonly team: TeamId;
    readonly user: string;
    /** Of the Home tab, from 0. */
    readonly page?: number;
    readonly services: Services;
  },
  { change, done, locale }: { readonly change: Change; readonly done: string; readonly locale: Locale },
  say: (message: Message) => Promise<void>,
): Promise<void> {
  await say(changeReply(change, done, locale));
  if (change.kind === 'done') await services.home.refresh({ workspace: team.workspace, user, page });
}
