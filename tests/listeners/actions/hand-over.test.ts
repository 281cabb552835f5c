import { expect, test } from 'vitest';
import { handOverAction } from '../../../src/practice/practice-buttons.ts';
import { openOffice } from '../office.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;

const metadataOf = ({ standIn }: Office) =>
  JSON.parse(String([...standIn.workspace.modals.values()].at(-1)?.private_metadata));

test('the button under a prompt opens the form for the team of its channel', async () => {
  const office = await openOffice();
  await office.enrolled();
  const press = { user: 'UBEN', channel: 'CTEAM', messageTs: '1.2', actionId: handOverAction };
  // Whatever it carries: the channel is the one it was pressed in.
  expect(await office.press({ ...press, value: 'COTHER' })).toEqual([]);
  expect(metadataOf(office)).toMatchObject({ workspace: 'TWORK', channel: 'CTEAM', locale: 'en' });
});

test('the button on the Home tab opens it for the team that it stands at', async () => {
  const office = await openOffice();
  await office.enrolled();
  await office.send(await office.form(), { language: 'de' });
  await office.pressHome({ user: 'UBEN', actionId: handOverAction, value: 'CTEAM' });
  expect(metadataOf(office)).toMatchObject({ workspace: 'TWORK', channel: 'CTEAM', locale: 'de' });
});
