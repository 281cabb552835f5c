import { actions, button, line, type Message, section } from '../slack/block-kit.ts';
import { STAYS } from './team-announcements.ts';

export const confirmRemovalAction = 'confirm-removal';
export const keepTeamAction = 'keep-team';

const question = `This deletes everything about this team: settings, readouts, its own prompts, the order of prompts. An open pulse is deleted unread. It cannot be undone. ${STAYS}`;

/** The confirmation before a team is removed. */
export function removalQuestion(): Message {
  const confirm = {
    ...button('Delete everything', confirmRemovalAction, 'remove'),
    style: 'danger' as const,
  };
  return {
    text: question,
    blocks: [section(question), actions('removal', [confirm, button('Keep it', keepTeamAction, 'keep')])],
  };
}

/** The private answer once it is done. */
export const REMOVED = `Removed. Everything else stored about this team is deleted. ${STAYS}`;

export const kept = (): Message => line('Nothing was deleted.');
