import { changeReply } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** Restarts prompts and pulses. */
export const resume: Subcommand = {
  name: 'resume',
  help: 'restart prompts and pulses (managers)',
  async run({ team: id, user, services, reply }) {
    const change = await services.teams.resume({ id, by: user });
    return reply(changeReply(change, 'Resumed. Type */hands status* to see what comes next.'));
  },
};
