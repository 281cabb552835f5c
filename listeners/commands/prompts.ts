import { ownPromptForm } from '../../src/prompts/own-prompt-form.ts';
import { ownPromptsMetadata } from '../../src/prompts/own-prompts-metadata.ts';
import { ownPromptsList } from '../../src/prompts/own-prompts-view.ts';
import { line } from '../../src/slack/block-kit.ts';
import { refused } from '../own-prompts-list.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** Opens the list of the team's own prompts, or with `add` the form for a new one. */
export const prompts: Subcommand = {
  name: 'prompts',
  takes: '[add]',
  async run({ team, user, words, locale, triggerId, services, reply }) {
    const found = await services.ownPrompts.list({ id: team, by: user });
    if (found.kind !== 'list') return reply(refused(found, locale));
    const what = words.join(' ').toLowerCase();
    if (what === '') return services.gateway.openForm(triggerId, ownPromptsList({ ...found, page: 0 }));
    if (what !== 'add') return reply(line(listenersWords(locale).prompts.usage));
    const { settings } = found.team;
    const form = ownPromptForm({ settings, metadata: ownPromptsMetadata({ team, page: 0 }) });
    return services.gateway.openForm(triggerId, form);
  },
};
