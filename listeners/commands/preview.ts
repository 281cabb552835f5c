import { previewMessage } from '../../src/prompts/prompts-view.ts';
import { questionPreview } from '../../src/pulse/pulse-view.ts';
import { mayManage } from '../../src/team/team.ts';
import { notEnrolled, notManager } from '../../src/team/team-view.ts';
import type { Subcommand } from './subcommand.ts';

/** Shows the next prompt and the next question privately. */
export const preview: Subcommand = {
  name: 'preview',
  async run({ team: id, user, locale, services, reply }) {
    const team = await services.teams.find(id);
    if (team === undefined) return reply(notEnrolled(locale));
    if (!mayManage(team, user)) return reply(notManager(team.settings.managers, locale));
    const next = await services.prompts.preview(team);
    const prompt = previewMessage(next.prompt, next.reason, locale);
    const question = questionPreview(await services.pulses.nextQuestion(team), locale);
    return reply({
      text: `${prompt.text}\n\n${question.text}`,
      blocks: [...prompt.blocks, { type: 'divider' }, ...question.blocks],
    });
  },
};
