import { line } from '../../src/slack/block-kit.ts';
import { replyToChange } from '../reply-to-change.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** What people call the slots that can be skipped. */
const kinds = new Map([
  ['prompt', 'prompt'],
  ['pulse', 'opening'],
] as const);

/** Skips the next prompt or pulse. A skipped prompt comes back later. */
export const skip: Subcommand = {
  name: 'skip',
  takes: 'prompt | pulse',
  async run(context) {
    const { team: id, user, words, locale, services, reply } = context;
    const { skip: say } = listenersWords(locale);
    const what = words[0]?.toLowerCase();
    const kind = [...kinds].find(([name]) => name === what)?.[1];
    if (kind === undefined || words.length > 1) {
      return reply(line(say.usage));
    }
    const change = await services.teams.skip({ id, by: user }, kind);
    if (change.kind === 'done' && kind === 'prompt') {
      const skipped = change.team.skipped.prompt.at(-1);
      if (skipped !== undefined) await services.prompts.defer(change.team, skipped);
    }
    return replyToChange(context, { change, done: say[kind], locale }, reply);
  },
};
