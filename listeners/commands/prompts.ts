import { ownPromptsList } from '../../src/prompts/own-prompts-view.ts';
import { ownPromptsWords } from '../../src/prompts/own-prompts-words.ts';
import { refused } from '../own-prompts-list.ts';
import type { Subcommand } from './subcommand.ts';

/** Opens the list of the team's own prompts. */
export const prompts: Subcommand = {
  name: 'prompts',
  help: ownPromptsWords.help,
  async run({ team, user, triggerId, services, reply }) {
    const found = await services.ownPrompts.list({ id: team, by: user });
    if (found.kind !== 'list') return reply(refused(found));
    await services.gateway.openForm(triggerId, ownPromptsList({ ...found, page: 0 }));
  },
};
