import { formValues } from '../../../playground/form-values.ts';
import { messagesIn } from '../../../playground/stand-in/workspace.ts';
import { addOwnAction, turnPageAction } from '../../../src/prompts/own-prompts-view.ts';
import { eventually } from '../../support/eventually.ts';
import { homeOpened, modalAction, viewSubmission } from '../../support/payloads.ts';
import { boss } from './site.ts';
import { brief, modalAfter, say, toldDirectly } from './slack-people.ts';
import { deliver, deliverEvent, formOf, tapped, typed } from './slack-side.ts';
import type { Stage, Use } from './slack-use.ts';

/** What people do that asks Slack for something, and what they read or see where it fails. */
export const usesByPeople: readonly Use[] = [
  {
    method: 'conversations.info',
    what: 'setting up a channel',
    play: formAfterAll,
    wanted: { otherwise: 'sorry, then the form' },
  },
  {
    method: 'views.open',
    what: 'a form after a command',
    play: formAfterAll,
    wanted: { otherwise: 'sorry, then the form' },
  },
  {
    method: 'users.info',
    what: 'the timezone of whoever sets up',
    async play(stage) {
      const first = await stage.meet(() => say(stage, 'setup mon 9:30'));
      const then = await say(stage, 'setup mon 9:30');
      return `${first}, then ${then}, welcomed ${standing(stage)} times`;
    },
    wanted: { otherwise: 'sorry, then done, welcomed 1 times' },
  },
  {
    method: 'users.info',
    what: 'a new manager in the form',
    isBrief: true,
    async play(stage) {
      const { site, instance, team } = stage;
      await site.enrol(team);
      const form = await modalAfter(stage, () => typed(site, instance, { ...at(stage), text: 'setup' }));
      const before = standing(stage);
      const body = { callbackId: String(form.callback_id), privateMetadata: String(form.private_metadata) };
      const values = formValues(form, { managers: [boss, 'UBEN'] });
      const sent = viewSubmission({ ...body, user: boss, values: JSON.parse(JSON.stringify(values)) });
      await stage.meet(() => deliver(instance, formOf(sent)));
      await eventually(() => standing(stage) > before);
      const { managers = [] } = (await site.rooms.teams.find(team))?.settings ?? {};
      return `${managers.join(' and ')}, told ${standing(stage) - before} times`;
    },
    wanted: { otherwise: 'UBOSS and UBEN, told 1 times' },
  },
  ...(['conversations.members', 'users.list'] as const).map((method) => ({
    method,
    what: 'how many there are, for the status',
    async play(stage: Stage) {
      await stage.site.enrol(stage.team);
      return stage.meet(() => say(stage, 'status'));
    },
    wanted: { otherwise: 'the status' },
  })),
  ...(['users.conversations', 'views.publish'] as const).map((method) => ({
    method,
    what: 'the Home tab',
    isBrief: true as const,
    play: home,
    wanted: { otherwise: 'not acked, then shown', hang: 'acked, then shown' },
  })),
  {
    method: 'views.push',
    what: 'a form on top of a list',
    async play(stage) {
      const list = await ownPrompts(stage);
      const first = await stage.meet(() => toldDirectly(stage, () => press(stage, addOwnAction, list)));
      await modalAfter(stage, () => press(stage, addOwnAction, list));
      return `${first}, then the form`;
    },
    wanted: { otherwise: 'sorry, then the form' },
  },
  {
    method: 'views.update',
    what: 'another page of a list',
    async play(stage) {
      const list = await ownPrompts(stage);
      const hash = () => stage.site.standIn.workspace.modals.get(list.id)?.hash;
      const first = await stage.meet(() => toldDirectly(stage, () => press(stage, turnPageAction, list)));
      const before = hash();
      await press(stage, turnPageAction, list);
      await eventually(() => hash() !== before);
      return `${first}, then the page`;
    },
    wanted: { otherwise: 'sorry, then the page' },
  },
  {
    method: 'chat.postMessage',
    what: 'telling the channel of a change',
    async play(stage) {
      await stage.site.enrol(stage.team);
      const before = standing(stage);
      const said = await stage.meet(() => say(stage, 'pause'));
      const { pause } = (await stage.site.rooms.teams.find(stage.team)) ?? {};
      return `${said}: ${pause === null ? 'not paused' : 'paused'}, told ${standing(stage) - before} times`;
    },
    wanted: {
      '429': 'busy: not paused, told 0 times',
      '429 without an end': 'busy: not paused, told 0 times',
      'cut after': 'done, in doubt: paused, told 1 times',
      otherwise: 'done, in doubt: paused, told 0 times',
    },
  },
  {
    method: 'response_url',
    what: 'the private line after an answer',
    async play({ site, instance, voting, meet }) {
      const tap = { user: voting.user, channel: voting.channel, ...voting.button };
      // Over a kept line that breaks it is sent once more at once; over a new one the person is asked to tap again.
      await meet(async () => {
        const said = await tapped(site, instance, tap);
        await eventually(() => /Please tap again|^Added/.test(said()), 20_000);
      });
      const again = await tapped(site, instance, tap);
      await eventually(() => again() !== '');
      return `an answer, then ${brief(again())}`;
    },
    wanted: { otherwise: 'an answer, then already answered' },
  },
];

const at = ({ team }: Stage) => ({ user: boss, channel: team.channel });
const standing = ({ site, team }: Stage) => messagesIn(site.standIn.workspace, team.channel).length;

/** The form does not come the first time, and does when it is asked for again. */
async function formAfterAll(stage: Stage): Promise<string> {
  const first = await stage.meet(() => say(stage, 'setup'));
  await modalAfter(stage, () => typed(stage.site, stage.instance, { ...at(stage), text: 'setup' }));
  return `${first}, then the form`;
}

async function ownPrompts(stage: Stage) {
  await stage.site.enrol(stage.team);
  return modalAfter(stage, () => typed(stage.site, stage.instance, { ...at(stage), text: 'prompts' }));
}

/** Presses a button of a modal. */
function press({ site, instance }: Stage, actionId: string, view: { id: string; private_metadata: string }) {
  const triggerId = site.standIn.triggerId(view.id);
  return deliver(instance, formOf(modalAction({ user: boss, actionId, value: '0', view, triggerId })));
}

let times = 0;

/** Opens the Home tab, which fails; then Slack tries again, or, where it was told that all is well, the person does. */
async function home(stage: Stage): Promise<string> {
  const shown = () => stage.site.standIn.workspace.homes.get(boss)?.hash;
  const open = (eventId: string) => {
    times += 1; // Slack signs each of its tries anew.
    return deliverEvent(stage.instance, { ...homeOpened({ user: boss, eventId }), event_time: times });
  };
  const eventId = `EvHome${times}`;
  const status = await stage.meet(() => open(eventId));
  const before = shown();
  await open(status === 200 ? `${eventId}again` : eventId);
  await eventually(() => shown() !== before);
  return `${status === 200 ? 'acked' : 'not acked'}, then shown`;
}
