import { describe, expect, test } from 'vitest';
import { viewSubmission } from '../../support/payloads.ts';
import { openOffice, team } from '../office.ts';

/** An office in which messages wait from the moment on at which the form of a pause is open, until they are let go. */
async function slowOffice() {
  let isHeld = false;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const office = await openOffice({
    ports: {
      fetch: async (input, init) => {
        if (isHeld && String(input).endsWith('chat.postMessage')) await held;
        return fetch(input, init);
      },
    },
  });
  await office.enrolled();
  await office.openHome('UANN');
  await office.pressHome({ user: 'UANN', actionId: 'home-pause', value: 'CTEAM' });
  const form = [...office.standIn.workspace.modals.values()].at(-1);
  isHeld = true;
  const sent = viewSubmission({
    ...{ user: 'UANN', callbackId: 'pause-team', privateMetadata: String(form?.private_metadata) },
    values: { until: { until: { type: 'datepicker', selected_date: '2026-02-02' } } },
  });
  return { office, sent, letGo };
}

const home = ({ standIn }: Awaited<ReturnType<typeof openOffice>>) =>
  JSON.stringify(standIn.workspace.homes.get('UANN'));

describe('a form of a pause whose announcement Slack is slow to take', () => {
  test('closes in time, and the tab shows the pause once the channel was told', async () => {
    const { office, sent, letGo } = await slowOffice();
    expect(await office.receiver.send(sent)).toMatchObject({ acked: true, response: undefined });
    expect(office.last()).not.toContain('paused');
    letGo();
    await office.receiver.settled();
    expect(office.last()).toContain('paused prompts and pulses until 2026-02-02');
    expect(home(office)).toContain('*Paused* until 2026-02-02');
    expect(office.direct('UANN')).toEqual([]);
  });

  test('tells in a direct message that nothing was changed, where the channel could not be told', async () => {
    const { office, sent, letGo } = await slowOffice();
    await office.receiver.send(sent);
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    letGo();
    await office.receiver.settled();
    expect(office.direct('UANN')).toEqual([
      expect.stringContaining('Pausing <#CTEAM>: I could not tell the channel (Slack says “is_archived”)'),
    ]);
    expect(home(office)).not.toContain('Paused');
  });

  test('tells in a direct message that Slack did not say whether the channel was told', async () => {
    const { office, sent, letGo } = await slowOffice();
    await office.receiver.send(sent);
    office.standIn.failNext('chat.postMessage', { kind: 'server-error' });
    letGo();
    await office.receiver.settled();
    expect(office.direct('UANN')).toEqual([
      '<#CTEAM> is paused. Slack did not say whether the channel was told of it.',
    ]);
    expect(home(office)).toContain('*Paused* until 2026-02-02');
  });
});

test.each([
  ['that belongs to nothing', '{}', {}],
  ['without its field', '{"pause":{"workspace":"TWORK","channel":"CTEAM"},"locale":"en"}', {}],
])('a form %s is refused in words, and changes nothing', async (_, privateMetadata, values) => {
  const office = await openOffice();
  await office.enrolled();
  const sent = viewSubmission({ user: 'UANN', callbackId: 'pause-team', privateMetadata, values });
  const { response } = await office.receiver.send(sent);
  expect(response).toMatchObject({
    errors: { until: expect.stringContaining('could not be read') },
  });
  expect(office.texts()).toHaveLength(1);
});

test('a date that is none is refused, whatever the client sends', async () => {
  const office = await openOffice();
  await office.enrolled();
  for (const selected_date of ['2026-02-31', 'soon', '<!channel>', '']) {
    const sent = viewSubmission({
      ...{ user: 'UANN', callbackId: 'pause-team' },
      privateMetadata: '{"pause":{"workspace":"TWORK","channel":"CTEAM"},"locale":"en"}',
      values: { until: { until: { type: 'datepicker', selected_date } } },
    });
    const { response } = await office.receiver.send(sent);
    expect(response).toMatchObject({ errors: { until: 'Please choose a day after today.' } });
  }
  expect(office.texts()).toHaveLength(1);
});

/** From now on the store reads nothing, until it is let. */
function slowReads({ store: { client } }: Awaited<ReturnType<typeof openOffice>>) {
  const get = client.get.bind(client);
  let read: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => {
    read = resolve;
  });
  Object.assign(client, { get: (key: string) => allowed.then(() => get(key)) });
  return { read };
}

test('a form whose team the store is slow to read closes in time, and then it pauses', async () => {
  const { office, sent, letGo } = await slowOffice();
  letGo();
  const { read } = slowReads(office);
  expect(await office.receiver.send(sent)).toMatchObject({ acked: true, response: undefined });
  expect(office.last()).not.toContain('paused');
  read();
  await office.receiver.settled();
  expect(office.last()).toContain('paused prompts and pulses until 2026-02-02');
}, 20_000);

test('a form that turns out wrong only after it closed says why in a direct message', async () => {
  const { office, sent, letGo } = await slowOffice();
  letGo();
  await office.app.rooms.teams.remove({ id: team, by: 'UANN' });
  const { read } = slowReads(office);
  await office.receiver.send(sent);
  read();
  await office.receiver.settled();
  expect(office.direct('UANN')).toEqual([
    'Pausing <#CTEAM>: Many Hands was removed from this channel meanwhile. Nothing was changed.',
  ]);
}, 20_000);
