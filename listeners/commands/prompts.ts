import { ownPromptForm } from '../../src/prompts/own-prompt-form.ts';
import { ownPromptsMetadata } from '../../src/prompts/own-prompts-metadata.ts';
import { ownPromptsList } from '../../src/prompts/own-prompts-view.ts';
import { ownPromptsWords } from '../../src/prompts/own-prompts-words.ts';
import { line } from '../../src/slack/block-kit.ts';
import { refused } from '../own-prompts-list.ts';
import type { Subcommand } from './subcommand.ts';

/** Opens the list of the team's own prompts, or with `add` the form for a new one. */
export const prompts: Subcommand = {
  name: 'prompts',
  takes: '[add]',
  help: ownPromptsWords.help,
  async run({ team, user, words, triggerId, services, reply }) {
    const found = await services.ownPrompts.list({ id: team, by: user });
    if (found.kind !== 'list') return reply(refused(found));
    const what = words.join(' ').toLowerCase();
    if (what === '') return services.gateway.openForm(triggerId, ownPromptsList({ ...found, page: 0 }));
    if (what !== 'add') return reply(line(ownPromptsWords.usage));
    const { tracks: chosen } = found.team.settings;
    const form = ownPromptForm({ chosen, metadata: ownPromptsMetadata({ team, page: 0 }) });
    return services.gateway.openForm(triggerId, form);
  },
};
