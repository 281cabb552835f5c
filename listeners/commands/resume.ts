import { replyToChange } from '../reply-to-change.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** Restarts prompts and pulses. */
export const resume: Subcommand = {
  name: 'resume',
  async run(context) {
    const { team: id, user, locale, services, reply } = context;
    const change = await services.teams.resume({ id, by: user });
    return replyToChange(context, { change, done: listenersWords(locale).resumed, locale }, reply);
  },
};
