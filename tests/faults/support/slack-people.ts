import { messagesIn } from '../../../playground/stand-in/workspace.ts';
import { eventually } from '../../support/eventually.ts';
import { boss } from './site.ts';
import { typed } from './slack-side.ts';
import type { Stage } from './slack-use.ts';

/** Sentences in a word. */
const inBrief: readonly (readonly [RegExp, string])[] = [
  [/^Something went wrong on our side\. Please try again/, 'sorry'],
  [/^Slack is busy just now/, 'busy'],
  [/Slack did not say whether the channel was told of it\.$/, 'done, in doubt'],
  [/^(Done|Paused)/, 'done'],
  [/^\*Next prompt:\*/, 'the status'],
  [/Slack did not take the reminder/, 'without a reminder'],
  [/Slack did not say whether it took the reminder/, 'a reminder, perhaps'],
  [/^You are on the card\./, 'on the card'],
  [/^Closed with your thanks\./, 'thanked'],
  [/^You have already answered this pulse/, 'already answered'],
];
export const brief = (text: string) => inBrief.find(([pattern]) => pattern.test(text))?.[1] ?? text;

/** Types a command; gives what was answered, in brief. */
export async function say(stage: Stage, text: string): Promise<string> {
  const said = await typed(stage.site, stage.instance, { user: boss, channel: stage.team.channel, text });
  await eventually(() => said() !== '', 20_000);
  return brief(said());
}

/** The modal that is opened by something. */
export async function modalAfter({ site }: Stage, act: () => Promise<unknown>) {
  const { modals } = site.standIn.workspace;
  const before = modals.size;
  await act();
  await eventually(() => modals.size > before);
  const modal = [...modals.values()].at(-1);
  if (modal === undefined) throw new Error('no form was opened');
  return JSON.parse(JSON.stringify(modal));
}

/** What the boss is told in a direct message after doing something, in brief. */
export async function toldDirectly({ site }: Stage, act: () => Promise<unknown>): Promise<string> {
  const direct = () => messagesIn(site.standIn.workspace, `D${boss.slice(1)}`);
  const before = direct().length;
  await act();
  await eventually(() => direct().length > before, 20_000);
  return brief(direct().at(-1)?.text ?? '');
}
