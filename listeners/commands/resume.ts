import { changeReply } from '../../src/team/team-view.ts';
import { listenersWords } from '../words/index.ts';
import type { Subcommand } from './subcommand.ts';

/** Restarts prompts and pulses. */
export const resume: Subcommand = {
  name: 'resume',
  async run({ team: id, user, locale, services, reply }) {
    const change = await services.teams.resume({ id, by: user });
    return reply(changeReply(change, listenersWords(locale).resumed, locale));
  },
};
