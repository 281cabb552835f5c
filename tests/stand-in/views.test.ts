import { expect, test } from 'vitest';
import { codeOf, slack } from './world.ts';

const modal = {
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Settings' },
  blocks: [],
};
const home = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };

test('a modal opens and can be replaced', async () => {
  const { standIn, client } = await slack();
  const { view } = await client.views.open({ trigger_id: standIn.triggerId(), view: modal });
  const id = String(view?.id);
  expect(standIn.workspace.modals.get(id)).toMatchObject({
    title: { text: 'Settings' },
    private_metadata: '',
  });
  await client.views.update({ view_id: id, view: { ...modal, private_metadata: 'step two' } });
  expect(standIn.workspace.modals.get(id)).toMatchObject({ private_metadata: 'step two' });
});

test('a modal is found by the name the app gave it', async () => {
  const { standIn, client } = await slack();
  await client.views.open({ trigger_id: standIn.triggerId(), view: { ...modal, external_id: 'mine' } });
  expect(await codeOf(client.views.update({ external_id: 'mine', view: modal }))).toBe('ok');
  expect(await codeOf(client.views.update({ external_id: 'other', view: modal }))).toBe('not_found');
});

test('a replacement made for an older state is refused', async () => {
  const { standIn, client } = await slack();
  const { view } = await client.views.open({ trigger_id: standIn.triggerId(), view: modal });
  const update = () =>
    client.views.update({ view_id: String(view?.id), hash: String(view?.hash), view: modal });
  expect(await codeOf(update())).toBe('ok');
  expect(await codeOf(update())).toBe('hash_conflict');
});

test('a trigger opens one modal, within three seconds', async () => {
  const clock = { time: 1_700_000_000_000, now: () => clock.time };
  const { standIn, client } = await slack({ clock });
  const open = (trigger_id: string) => codeOf(client.views.open({ trigger_id, view: modal }));
  const [first, second] = [standIn.triggerId(), standIn.triggerId()];
  clock.time += 3_000;
  expect(await open(first)).toBe('ok');
  expect(await open(first)).toBe('exchanged_trigger_id');
  clock.time += 1;
  expect(await open(second)).toBe('expired_trigger_id');
  expect(await open('')).toBe('invalid_arguments');
});

test('a modal is pushed on top of the one it was asked for from, twice at most', async () => {
  const { standIn, client } = await slack();
  const push = (trigger_id: string) => client.views.push({ trigger_id, view: modal });
  const { view: first } = await client.views.open({ trigger_id: standIn.triggerId(), view: modal });
  const { view: second } = await push(standIn.triggerId(first?.id));
  expect(second).toMatchObject({ root_view_id: first?.id, previous_view_id: first?.id });
  const { view: third } = await push(standIn.triggerId(second?.id));
  expect(third).toMatchObject({ root_view_id: first?.id, previous_view_id: second?.id });
  expect(await codeOf(push(standIn.triggerId(third?.id)))).toBe('push_limit_reached');
  await client.views.update({ view_id: String(second?.id), view: { ...modal, private_metadata: 'new' } });
  expect(standIn.workspace.modals.get(String(second?.id))).toMatchObject({
    ...{ private_metadata: 'new', root_view_id: first?.id, previous_view_id: first?.id },
  });
});

test('a modal is pushed once for a trigger, and for none that came from elsewhere', async () => {
  const { standIn, client } = await slack();
  const push = (trigger_id: string) => codeOf(client.views.push({ trigger_id, view: modal }));
  expect(await push(standIn.triggerId())).toBe('not_found');
  const { view } = await client.views.open({ trigger_id: standIn.triggerId(), view: modal });
  const trigger = standIn.triggerId(view?.id);
  expect(await codeOf(client.apiCall('views.push', { trigger_id: trigger, view: home }))).toBe(
    'invalid_arguments',
  );
  expect(await push(trigger)).toBe('ok');
  expect(await push(trigger)).toBe('exchanged_trigger_id');
});

test('a modal Slack would not show is refused, and its trigger can still be used', async () => {
  const { standIn, client } = await slack();
  const trigger_id = standIn.triggerId();
  const title = { type: 'plain_text' as const, text: 'A title of more than 24 signs' };
  await expect(client.views.open({ trigger_id, view: { ...modal, title } })).rejects.toMatchObject({
    data: { error: 'invalid_arguments', errors: ['view.title.text: 29 characters, 24 allowed'] },
  });
  expect(await codeOf(client.views.open({ trigger_id, view: modal }))).toBe('ok');
});

test('a Home tab is each person’s own', async () => {
  const { standIn, client } = await slack();
  await client.views.publish({ user_id: 'UANN', view: home });
  await client.views.publish({ user_id: 'UANN', view: { ...home, callback_id: 'newer' } });
  await client.views.publish({ user_id: 'UBEN', view: home });
  expect(standIn.workspace.homes.get('UANN')).toMatchObject({ callback_id: 'newer' });
  expect(standIn.workspace.homes.get('UBEN')).toMatchObject({ callback_id: '' });
  expect(await codeOf(client.views.publish({ user_id: 'UNOBODY', view: home }))).toBe('user_not_found');
});

test('a Home tab is no modal', async () => {
  const { client } = await slack();
  expect(await codeOf(client.apiCall('views.publish', { user_id: 'UANN', view: modal }))).toBe(
    'invalid_arguments',
  );
  expect(await codeOf(client.apiCall('views.publish', { user_id: 'UANN' }))).toBe('invalid_arguments');
});

test('a Home tab published for an older state is refused', async () => {
  const { client } = await slack();
  const { view } = await client.views.publish({ user_id: 'UANN', view: home });
  const again = () => client.views.publish({ user_id: 'UANN', hash: String(view?.hash), view: home });
  expect(await codeOf(again())).toBe('ok');
  expect(await codeOf(again())).toBe('hash_conflict');
});
