import { formValues } from '../../../playground/form-values.ts';
import { messagesIn } from '../../../playground/stand-in/workspace.ts';
import { helpAction, thankAction } from '../../../src/practice/ask-card-view.ts';
import { buttonsOf } from '../../listeners/office.ts';
import { eventually } from '../../support/eventually.ts';
import { messageButton, viewSubmission } from '../../support/payloads.ts';
import { boss, mates } from './site.ts';
import { brief, modalAfter, toldDirectly } from './slack-people.ts';
import { deliver, formOf, typed } from './slack-side.ts';
import type { Stage, Use } from './slack-use.ts';

/** Asking for a hand: what Slack is to post later, and what is taken back. */
export const usesByAskers: readonly Use[] = [
  {
    method: 'chat.scheduleMessage',
    what: 'the reminder of an ask',
    async play(stage) {
      await stage.site.enrol(stage.team);
      const form = await formOfAsk(stage);
      const told = await stage.meet(() => toldDirectly(stage, () => send(stage, form)));
      return `${told}; ${cards(stage).length} cards, ${reminders(stage)} reminders`;
    },
    wanted: {
      '429': 'without a reminder; 1 cards, 0 reminders',
      '429 without an end': 'without a reminder; 1 cards, 0 reminders',
      'cut after': 'a reminder, perhaps; 1 cards, 1 reminders',
      otherwise: 'a reminder, perhaps; 1 cards, 0 reminders',
    },
  },
  {
    method: 'chat.deleteScheduledMessage',
    what: 'taking the reminder back',
    async play(stage) {
      await stage.site.enrol(stage.team);
      await send(stage, await formOfAsk(stage));
      await eventually(() => reminders(stage) === 1 && cards(stage)[0]?.edited !== undefined);
      const said = await stage.meet(() => press(stage, helpAction, mates[0]));
      const left = reminders(stage);
      const thanks = await press(stage, thankAction, boss);
      return `${said}, ${left} reminders; ${thanks}, ${reminders(stage)} reminders`;
    },
    wanted: {
      'cut after': 'on the card, 0 reminders; thanked, 0 reminders',
      otherwise: 'on the card, 1 reminders; thanked, 0 reminders',
    },
  },
  {
    method: 'chat.getPermalink',
    what: 'the way to the card for those who start on it',
    async play(stage) {
      await stage.site.enrol(stage.team);
      await send(stage, await formOfAsk(stage));
      await eventually(() => cards(stage)[0]?.edited !== undefined);
      const said = await stage.meet(() => press(stage, helpAction, mates[0]));
      const { text = '' } = messagesIn(stage.site.standIn.workspace, `D${mates[0].slice(1)}`).at(-1) ?? {};
      return `${said}; told ${text.includes('https://') ? 'with' : 'without'} a link`;
    },
    wanted: { otherwise: 'on the card; told without a link' },
  },
];

const formOfAsk = (stage: Stage) => {
  const { site, instance, team } = stage;
  return modalAfter(stage, () => typed(site, instance, { user: boss, channel: team.channel, text: 'ask' }));
};

function send({ instance }: Stage, form: Awaited<ReturnType<typeof formOfAsk>>): Promise<number> {
  const body = { callbackId: String(form.callback_id), privateMetadata: String(form.private_metadata) };
  const values = JSON.parse(JSON.stringify(formValues(form, { 'ask-what': 'Where would you look?' })));
  return deliver(instance, formOf(viewSubmission({ ...body, user: boss, values })));
}

const cards = ({ site, team }: Stage) =>
  messagesIn(site.standIn.workspace, team.channel).filter(({ text }) => text.includes('asks for a hand'));

const reminders = ({ site, team }: Stage) =>
  site.standIn.workspace.scheduled.filter(({ channel }) => channel === team.channel).length;

/** Presses a button of the card; gives what is said privately, in brief. */
async function press(stage: Stage, actionId: string, user: string): Promise<string> {
  const { site, instance, team } = stage;
  const [card] = cards(stage);
  const { value = '' } = buttonsOf(card?.blocks ?? []).find((one) => one.actionId === actionId) ?? {};
  const responseUrl = site.standIn.responseUrl(user, team.channel);
  const place = { channel: team.channel, messageTs: card?.ts ?? '', blocks: card?.blocks ?? [] };
  await deliver(instance, formOf(messageButton({ ...place, actionId, value, user, responseUrl })));
  const said = () => String(site.standIn.responses.find(({ url }) => url === responseUrl)?.body.text ?? '');
  await eventually(() => said() !== '', 20_000);
  return brief(said());
}
