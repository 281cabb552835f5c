import { beforeAll, describe, expect, test } from 'vitest';
import { actionRoutes } from '../../listeners/actions/index.ts';
import { handlerOf } from '../../listeners/table.ts';
import { viewRoutes } from '../../listeners/views/index.ts';
import { formValues } from '../../playground/form-values.ts';
import type { StandIn } from '../../playground/stand-in/stand-in.ts';
import { addChannel, messagesIn } from '../../playground/stand-in/workspace.ts';
import { createWorld, type World } from '../../playground/world/world.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { memberJoined } from '../support/payloads.ts';
import { buttonsOf, firstClosing, firstOpening, others, seed, team } from './office.ts';

/** Everything that was ever shown to anybody, as JSON values. */
const shown = ({ calls, responses }: StandIn): readonly unknown[] => [
  ...calls.map((call) => call.arguments),
  ...responses.map(({ body }) => body),
];

/** Every object in a value, however deep. */
function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

const textAt = (value: object, name: string): string => String(Reflect.get(value, name) ?? '');

/** Action ids that Slack would send: those of form fields stay in the form until it is sent. */
function actionIds(value: unknown): readonly string[] {
  const inputs = new Set(
    objectsIn(value)
      .filter((block) => textAt(block, 'type') === 'input')
      .map((block) => Reflect.get(block, 'element')),
  );
  const elements = objectsIn(value).filter((element) => !inputs.has(element));
  return elements.map((element) => textAt(element, 'action_id')).filter((id) => id !== '');
}

/** Past the list of a team's own prompts, with more than fit on a page, and its two forms. */
async function ownPrompts(world: World): Promise<void> {
  for (let number = 1; number <= 21; number += 1) {
    const words = { track: 'delegation', question: `Question ${number} of ours?`, try: 'Try it.' };
    await world.app.rooms.ownPrompts.add({ id: team, by: 'UANN' }, words);
  }
  await world.command('UANN', 'CTEAM', 'prompts');
  const viewId = [...world.standIn.workspace.modals.keys()].at(-1) ?? '';
  const [first] = buttonsOf(blocksOf(world, viewId)).filter(({ actionId }) => actionId.startsWith('edit'));
  const press = { user: 'UANN', viewId, value: first?.value ?? '' };
  for (const actionId of ['add-own-prompt', 'edit-own-prompt', 'remove-own-prompt', 'turn-own-prompts.more'])
    await world.pressInModal({ ...press, actionId });
}

/** Past a Home tab of so many teams that they need two pages, and its buttons. */
async function homeTab(world: World): Promise<void> {
  const { workspace } = world.standIn;
  for (let number = 10; number < 30; number += 1) {
    const { id } = addChannel(workspace, { id: `C${number}`, members: ['UANN', workspace.bot.userId] });
    await world.command('UANN', id, 'setup mon 9:30');
  }
  await world.openHome('UANN');
  const press = { user: 'UANN', value: 'CTEAM' };
  for (const actionId of ['home-settings', 'home-preview', 'home-pause', 'home-resume', 'turn-home.more'])
    await world.pressHome({ ...press, actionId });
  await world.command('UANN', 'C10', 'pause');
}

/** Past the form for what was changed. */
async function whatChanged(world: World): Promise<void> {
  await world.command('UANN', 'CTEAM', 'changed');
  const press = { user: 'UANN', channel: 'DANN', messageTs: '1.2', actionId: 'what-changed' };
  for (const value of ['CTEAM.work-fits-hours', 'nonsense', 'CSMALL.'])
    await world.press({ ...press, value });
  const form = [...world.standIn.workspace.modals.values()].find(
    (view) => view.callback_id === 'what-changed',
  );
  const view = JSON.parse(JSON.stringify(form));
  const values = formValues(view, { 'changed-question': 'work-fits-hours', 'changed-text': 'Less.' });
  const ids = { callbackId: view.callback_id, privateMetadata: view.private_metadata };
  await world.submit('UANN', ids, JSON.parse(JSON.stringify(values)));
}

const blocksOf = ({ standIn }: World, viewId: string): readonly unknown[] => [
  standIn.workspace.modals.get(viewId)?.blocks,
];

/** Past the prompt's buttons, and asks that are helped with and closed. */
async function asks(world: World): Promise<void> {
  const { standIn, app } = world;
  await app.rooms.prompts.post({ team, kind: 'prompt', instant: world.clock.now() });
  const standing = () => messagesIn(standIn.workspace, 'CTEAM').at(-1);
  const press = (user: string, action: string) => {
    const { ts = '', blocks = [] } = standing() ?? {};
    const [button] = buttonsOf(blocks).filter(({ actionId }) => actionId === action);
    const { actionId = '', value = '' } = button ?? {};
    return world.press({ user, channel: 'CTEAM', messageTs: ts, actionId, value });
  };
  for (const closing of ['thank-for-ask', 'drop-ask']) {
    await world.command('UANN', 'CTEAM', 'ask for a hint');
    const view = JSON.parse(JSON.stringify([...standIn.workspace.modals.values()].at(-1)));
    const ids = { callbackId: view.callback_id, privateMetadata: view.private_metadata };
    await world.submit('UANN', ids, JSON.parse(JSON.stringify(formValues(view, {}))));
    for (const [user, action] of [
      ['UBEN', 'help-with-ask'],
      ['UANN', closing],
    ] as const)
      await press(user, action);
  }
}

/** Past the form of a hand-over, and all of its card's buttons. */
async function handOvers(world: World): Promise<void> {
  const { standIn } = world;
  await world.command('UANN', 'CTEAM', 'handoff a list that we trust');
  const view = JSON.parse(JSON.stringify([...standIn.workspace.modals.values()].at(-1)));
  const ids = { callbackId: view.callback_id, privateMetadata: view.private_metadata };
  const values = formValues(view, { 'hand-over-to': 'UBEN' });
  await world.submit('UANN', ids, JSON.parse(JSON.stringify(values)));
  const card = messagesIn(standIn.workspace, 'DBEN').at(-1);
  const press = { user: 'UBEN', channel: 'DBEN', messageTs: card?.ts ?? '' };
  for (const button of buttonsOf(card?.blocks ?? []).toReversed()) await world.press({ ...press, ...button });
}

/** A walk past everything the app shows: every command, a whole pulse, the form, the Home tab. */
async function tour(): Promise<StandIn> {
  const world = await createWorld({ workspace: seed });
  const say = (text: string, user = 'UANN', channel = 'CTEAM') => world.command(user, channel, text);
  await world.receiver.send(memberJoined({ user: world.standIn.workspace.bot.userId }));
  await say('setup mon 9:30');
  await say('setup');
  for (const form of world.standIn.workspace.modals.values()) {
    const view = JSON.parse(JSON.stringify(form));
    const ids = { callbackId: view.callback_id, privateMetadata: view.private_metadata };
    await world.submit('UANN', ids, JSON.parse(JSON.stringify(formValues(view, { window: '72' }))));
  }
  await ownPrompts(world);
  await asks(world);
  await handOvers(world);
  await whatChanged(world);
  for (const text of ['', 'nonsense', 'status', 'summary', 'privacy', 'preview', 'remove']) await say(text);
  for (const text of ['skip prompt', 'pause', 'pause until 1999-01-01', 'resume', 'setup']) await say(text);
  for (const text of ['pause', 'setup xyz 25:99', 'summary']) await say(text, 'UBEN');
  await world.advanceTo(firstOpening, [team]);
  const pulse = world.standIn.workspace.messages.get('CTEAM')?.at(-1);
  for (const user of [...others, 'UANN', 'UBEN']) {
    const [button = { actionId: '', value: '' }] = buttonsOf(pulse?.blocks ?? []);
    await world.press({ user, channel: 'CTEAM', messageTs: pulse?.ts ?? '', ...button });
  }
  for (const text of ['status', 'privacy']) await say(text);
  await world.advanceTo(firstClosing + 24 * 60 * 60_000, [team]);
  await say('summary');
  await homeTab(world);
  const press = { user: 'UANN', channel: 'CTEAM', messageTs: '1.2', value: '' };
  for (const actionId of ['keep-team', 'confirm-removal']) await world.press({ ...press, actionId });
  await world.close();
  return world.standIn;
}

describe('everything the app shows', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await tour();
  });

  test('is taken by Slack and has a text for screen readers', () => {
    expect(problemsOfEverythingSent(standIn)).toEqual([]);
    // A reminder is taken back with each press that makes it needless, in case that an earlier one failed.
    const expected = ['ok', 'invalid_scheduled_message_id'];
    expect(standIn.calls.filter(({ outcome }) => !expected.includes(outcome))).toEqual([]);
    expect(standIn.responses.length).toBeGreaterThan(25);
  });

  test('has a route for every button, and a button for every route', () => {
    const ids = new Set(
      shown(standIn)
        .flatMap(actionIds)
        .map((id) => id.split('.')[0] ?? ''),
    );
    expect([...ids].sort()).toEqual(Object.keys(actionRoutes).sort());
  });

  test('has a route for every form, and a form for every route', () => {
    const ids = new Set(
      shown(standIn)
        .flatMap(objectsIn)
        .map((view) => textAt(view, 'callback_id')),
    );
    ids.delete('');
    expect([...ids].sort()).toEqual(Object.keys(viewRoutes).sort());
  });

  test('answers commands and taps privately', () => {
    expect(standIn.responses.map(({ kind }) => kind).filter((kind) => kind === 'in-channel')).toEqual([]);
  });
});

describe('the walk itself', () => {
  test('finds a button wherever it is, and leaves fields of a form out', () => {
    const button = { type: 'button', action_id: 'a' };
    const field = { type: 'input', element: { type: 'static_select', action_id: 'b' } };
    const accessory = { type: 'section', accessory: { type: 'overflow', action_id: 'c.1' } };
    expect(actionIds({ blocks: [{ elements: [button] }, field, accessory] })).toEqual(['a', 'c.1']);
  });
});

test('names that every object has are no routes', () => {
  for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '', undefined]) {
    expect(handlerOf(actionRoutes, id)).toBeUndefined();
    expect(handlerOf(viewRoutes, id)).toBeUndefined();
  }
  for (const id of Object.keys(actionRoutes)) expect(handlerOf(actionRoutes, id)).toBeTypeOf('function');
});
