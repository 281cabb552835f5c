import { previewMessage } from '../../src/prompts/prompts-view.ts';
import { questionPreview } from '../../src/pulse/pulse-view.ts';
import { mayManage } from '../../src/team/team.ts';
import { notEnrolled, notManager } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** Shows the next prompt and the next question privately. */
export const preview: Subcommand = {
  name: 'preview',
  help: 'see the next prompt and the next question privately (managers)',
  async run({ team: id, user, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled());
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers));
    const next = await services.prompts.preview(team);
    const prompt = previewMessage(next.prompt, next.reason);
    const question = questionPreview(await services.pulses.nextQuestion(team));
    return reply({
      text: `${prompt.text}\n\n${question.text}`,
      blocks: [...prompt.blocks, { type: 'divider' }, ...question.blocks],
    });
  },
};
