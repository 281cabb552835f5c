import { previewMessage } from '../src/prompts/prompts-view.ts';
import { questionPreview } from '../src/pulse/pulse-view.ts';
import { divider, type Message } from '../src/slack/block-kit.ts';
import type { Team } from '../src/team/team.ts';
import type { Services } from './services.ts';

/** A team's next prompt and next question, for its managers. */
export async function teamPreview({ prompts, pulses }: Services, team: Team): Promise<Message> {
  const { locale } = team.settings;
  const [next, asked] = await Promise.all([prompts.preview(team), pulses.nextQuestion(team)]);
  const prompt = previewMessage(next.prompt, next.reason, locale);
  const question = questionPreview(asked, locale);
  return {
    text: `${prompt.text}\n\n${question.text}`,
    blocks: [...prompt.blocks, divider, ...question.blocks],
  };
}
