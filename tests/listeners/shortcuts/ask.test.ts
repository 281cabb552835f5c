import { expect, test } from 'vitest';
import { askFields } from '../../../src/practice/ask-input.ts';
import { openOffice } from '../office.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;

const formOf = ({ standIn }: Office) =>
  JSON.parse(JSON.stringify([...standIn.workspace.modals.values()].at(-1)));

test('the shortcut for asking opens a light form at once, and then the one with the person’s teams', async () => {
  const office = await openOffice();
  for (const channel of ['CTEAM', 'CSMALL']) await office.enrolled(channel);
  const before = office.standIn.calls.length;
  expect(await office.choose({ user: 'UEVE', callbackId: 'ask-for-a-hand' })).toMatchObject({ acked: true });
  const calls = office.standIn.calls.slice(before).map(({ method }) => method);
  expect(calls[0]).toBe('views.open');
  expect(calls.at(-1)).toBe('views.update');
  const [field] = formOf(office).blocks.filter(
    (block: { block_id?: string }) => block.block_id === askFields.team,
  );
  expect(field.element.options.map(({ value }: { value: string }) => value)).toEqual(['CTEAM']);
});

test('the card is posted in the team that was chosen', async () => {
  const office = await openOffice();
  for (const channel of ['CTEAM', 'CSMALL']) await office.enrolled(channel);
  await office.choose({ user: 'UBEN', callbackId: 'ask-for-a-hand' });
  const entries = { [askFields.team]: 'CSMALL', [askFields.what]: 'A hint for the export' };
  expect(await office.send(formOf(office), entries, 'UBEN')).toMatchObject({ response: undefined });
  expect(office.last('CSMALL')).toContain('<@UBEN> asks for a hand');
  expect(office.last('CTEAM')).not.toContain('asks for a hand');
});

test('whoever is in no team is told so in the form', async () => {
  const office = await openOffice();
  await office.choose({ user: 'UBEN', callbackId: 'ask-for-a-hand' });
  expect(JSON.stringify(formOf(office))).toContain('None of your channels uses Many Hands yet.');
});

test.each([
  ['Slack does not say in which channels the person is', 'slack'],
  ['the store does not say which of them are teams', 'store'],
])('where %s, the light form says so, and nothing hangs', async (_, who) => {
  const office = await openOffice();
  await office.enrolled();
  if (who === 'slack') office.standIn.failNext('users.conversations', { kind: 'server-error' });
  const smembers = () => Promise.reject(new Error('Command timed out'));
  if (who === 'store') Object.assign(office.store.client, { smembers });
  await office.choose({ user: 'UBEN', callbackId: 'ask-for-a-hand' });
  Reflect.deleteProperty(office.store.client, 'smembers');
  expect(JSON.stringify(formOf(office))).toContain(
    'I could not find your teams just now. Please close this and try again in a minute.',
  );
  expect(office.direct('UBEN')).toEqual([]);
});
