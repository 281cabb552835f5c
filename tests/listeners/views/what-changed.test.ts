import { describe, expect, test } from 'vitest';
import { formValues } from '../../../playground/form-values.ts';
import type { WhatChangedOutcome } from '../../../src/readout/what-changed-service.ts';
import { keys } from '../../../src/redis/keys.ts';
import type { Delivery } from '../../support/fake-receiver.ts';
import { viewSubmission } from '../../support/payloads.ts';
import { type Office, openOffice, team } from '../office.ts';

/** The form on somebody's screen, as it travels. */
function formOf({ standIn }: Pick<Office, 'standIn'>) {
  const view = [...standIn.workspace.modals.values()].at(-1);
  if (view === undefined) throw new Error('no form is open');
  return JSON.parse(JSON.stringify(view));
}

async function withForm(user = 'UANN') {
  const office = await openOffice();
  await office.enrolled();
  expect(await office.say('changed', user)).toBe('');
  const form = formOf(office);
  const fill = (entries: { readonly [field: string]: string }, by = user) => office.send(form, entries, by);
  return { ...office, form, fill };
}

const words = { 'changed-question': 'work-fits-hours', 'changed-text': 'No meetings on Fridays.' };
const errorAt = ({ response }: Delivery) => JSON.stringify(response ?? '');
const changesIn = ({ app }: Pick<Office, 'app'>) =>
  app.rooms.readouts.published(team).then(({ changes }) => changes);

describe('the form for what was changed', () => {
  test('asks about the three questions that the team follows', async () => {
    const { form } = await withForm();
    const shown = JSON.stringify(form);
    for (const id of ['work-fits-hours', 'ease-of-asking']) expect(shown).toContain(`"value":"${id}"`);
    expect(form.blocks.filter(({ type }: { type: string }) => type === 'input')).toHaveLength(2);
    expect(shown).toContain('<#CTEAM>');
  });

  test('posts in the manager’s name, and only the date and the question are kept', async () => {
    const office = await withForm();
    await office.fill(words);
    expect(office.last()).toBe('What we changed: <@UANN> about “Weekly workload”:\nNo meetings on Fridays.');
    expect(await changesIn(office)).toEqual([{ at: office.clock.now(), question: 'work-fits-hours' }]);
    const kept = await office.store.client.hgetall(keys.readouts(team));
    expect(JSON.stringify(kept)).not.toMatch(/UANN|Fridays/);
    expect(await office.stored()).not.toContain('Fridays');
    expect(office.direct('UANN')).toEqual([]);
  });

  test('shows it in the summary, with its date between the levels', async () => {
    const office = await withForm();
    await office.fill(words);
    expect(await office.say('summary')).toContain(
      '*Weekly workload*\nNo readout yet.\n5 Jan ◆ we changed something',
    );
  });

  test('opens from the button of a message, with its question chosen', async () => {
    const office = await openOffice();
    await office.enrolled();
    const press = { user: 'UANN', channel: 'DANN', messageTs: '1.2', actionId: 'what-changed' };
    await office.press({ ...press, value: 'CTEAM.ease-of-asking' });
    const { blocks, private_metadata: metadata } = formOf(office);
    expect(JSON.parse(metadata)).toEqual({ team, about: 'ease-of-asking', page: 0 });
    expect(JSON.stringify(blocks)).toMatch(/"initial_option":\{[^}]*\}?[^}]*"value":"ease-of-asking"/);
  });

  test('takes the question that it offered where nobody touched it', async () => {
    const office = await openOffice();
    await office.enrolled();
    const press = { user: 'UANN', channel: 'DANN', messageTs: '1.2', actionId: 'what-changed' };
    await office.press({ ...press, value: 'CTEAM.work-fits-hours' });
    const { callback_id: callbackId, private_metadata: privateMetadata } = formOf(office);
    const state = { 'changed-text': { 'changed-text': { type: 'plain_text_input', value: 'Less.' } } };
    await office.submit('UANN', { callbackId, privateMetadata }, JSON.parse(JSON.stringify(state)));
    expect(office.last()).toBe('What we changed: <@UANN> about “Weekly workload”:\nLess.');
  });

  test('opens in the team’s language', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.send(await office.form(), { language: 'de' });
    await office.say('changed');
    expect(formOf(office).title.text).toBe('Was wir geändert haben');
  });
});

describe('somebody who may not', () => {
  test('is told so, and the form does not open', async () => {
    const office = await openOffice();
    expect(await office.say('changed')).toContain('Many Hands is not set up in this channel');
    await office.enrolled();
    expect(await office.say('changed', 'UBEN')).toBe(
      'Only managers can post this: <@UANN>. Nothing was posted.',
    );
    expect(office.standIn.workspace.modals.size).toBe(0);
  });

  test('reads why in a modal where they pressed a button', async () => {
    const office = await openOffice();
    await office.enrolled();
    const press = { user: 'UBEN', channel: 'DBEN', messageTs: '1.2', actionId: 'what-changed' };
    for (const [value, sentence] of [
      ['CTEAM.', 'Only managers can post this: <@UANN>.'],
      ['CSMALL.', 'Many Hands is not set up in this channel'],
      ['nonsense', 'Type */hands changed* in the channel of your team.'],
    ] as const) {
      await office.press({ ...press, value });
      expect(JSON.stringify(formOf(office))).toContain(sentence);
    }
  });

  test('is asked again when the form is sent: who manages no more cannot post', async () => {
    const office = await withForm();
    const { settings } = (await office.app.rooms.teams.find(team)) ?? {};
    if (settings === undefined) throw new Error('no team');
    const wanted = { ...settings, managers: ['UBEN'] };
    await office.app.rooms.teams.changeSettings({ id: team, by: 'UANN' }, wanted, settings);
    const count = office.posts().length;
    expect(errorAt(await office.fill(words))).toContain('you are not one of them any more.');
    expect(office.posts()).toHaveLength(count);
    expect(await changesIn(office)).toEqual([]);
  });

  test('cannot post for a team that was removed meanwhile', async () => {
    const office = await withForm();
    await office.app.rooms.teams.remove({ id: team, by: 'UANN' });
    const count = office.posts().length;
    expect(errorAt(await office.fill(words))).toContain('not set up in this channel (any more)');
    expect(office.posts()).toHaveLength(count);
  });
});

describe('what cannot be posted stays in the form', () => {
  test.each([
    ['nothing written', 'changed-text', ' ', 'others can read'],
    ['no question', 'changed-question', '', 'Choose the question'],
    ['another question', 'changed-question', 'made-up', 'does not follow'],
    ['too much', 'changed-text', 'x'.repeat(401), '401 characters long, and at most 400'],
  ])('%s', async (_, field, entry, sentence) => {
    const office = await withForm();
    const entered: { readonly [field: string]: string } = { ...words, [field]: entry };
    const [value, text] = [entered['changed-question'] ?? '', entered['changed-text'] ?? ''];
    const state = {
      'changed-question': { 'changed-question': { type: 'static_select', selected_option: { value } } },
      'changed-text': { 'changed-text': { type: 'plain_text_input', value: text } },
    };
    const { callback_id: callbackId, private_metadata: privateMetadata } = office.form;
    const form = { callbackId, privateMetadata };
    const ack = errorAt(await office.submit('UANN', form, JSON.parse(JSON.stringify(state))));
    expect(ack).toContain(`"${field}":`);
    expect(ack).toContain(sentence);
    expect(office.posts()).toHaveLength(1);
  });

  test('an archived channel, or a Slack that is busy: what to do, and nothing is kept', async () => {
    const office = await withForm();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    expect(errorAt(await office.fill(words))).toContain('it says “is_archived”');
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
    expect(errorAt(await office.fill(words))).toContain('Slack is busy just now.');
    expect(await changesIn(office)).toEqual([]);
    expect(errorAt(await office.fill(words))).not.toContain('errors');
    expect(await changesIn(office)).toHaveLength(1);
  });

  test('a form that cannot be read', async () => {
    const office = await withForm();
    const sent = await office.submit('UANN', { callbackId: 'what-changed', privateMetadata: '{}' }, {});
    expect(errorAt(sent)).toContain('Please close it and open it again.');
  });
});

describe('what may have been posted', () => {
  test('is kept, and the text is given back with the doubt', async () => {
    const office = await withForm();
    office.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    expect(errorAt(await office.fill(words))).not.toContain('errors');
    expect(office.direct('UANN')).toEqual([
      'Slack did not say whether this was posted in <#CTEAM>. Look there before you post it again:\nNo meetings on Fridays.',
    ]);
    expect(await changesIn(office)).toHaveLength(1);
  });

  test('closes the form in time where Slack is slow, and gives the text back where it fails in the end', async () => {
    const office = await withForm();
    let end: (outcome: WhatChangedOutcome) => void = () => undefined;
    const slow = new Promise<WhatChangedOutcome>((resolve) => {
      end = resolve;
    });
    Object.assign(office.app.rooms.whatChanged, { tell: () => slow });
    const { callback_id: callbackId, private_metadata: privateMetadata } = office.form;
    const values = JSON.parse(JSON.stringify(formValues(office.form, words)));
    const sent = { user: 'UANN', workspace: team.workspace, callbackId, privateMetadata, values };
    expect(await office.receiver.send(viewSubmission(sent))).toMatchObject({ acked: true });
    end({ kind: 'not-posted', code: 'is_archived' });
    await office.receiver.settled();
    expect(office.direct('UANN')).toEqual([
      expect.stringMatching(
        /^Slack did not take it .*“is_archived”.*This is what you wrote:\nNo meetings on Fridays\.$/,
      ),
    ]);
  });
});
