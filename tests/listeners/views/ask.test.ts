import { describe, expect, test } from 'vitest';
import { openAskFormAnywhere } from '../../../listeners/ask-form.ts';
import { formValues } from '../../../playground/form-values.ts';
import type { Failure } from '../../../playground/stand-in/failures.ts';
import { addChannel, archive, leave } from '../../../playground/stand-in/workspace.ts';
import type { Log } from '../../../src/ports.ts';
import { hostile } from '../../prompts/own.ts';
import { viewSubmission } from '../../support/payloads.ts';
import { asking } from '../asks.ts';
import { buttonsOf, firstPrompt, type Office, openOffice, team } from '../office.ts';

async function enrolledOffice() {
  const office = await openOffice();
  await office.enrolled();
  return { office, ...asking(office) };
}

const errorsOf = (delivery: { readonly response: unknown }) =>
  Reflect.get(Object(delivery.response), 'errors') as { readonly [field: string]: string } | undefined;
const cards = ({ posts }: Office) =>
  posts().filter(({ blocks }) => JSON.stringify(blocks).includes('help-with-ask'));
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const textOf = (view: unknown) => JSON.stringify(view);

describe('the form for asking', () => {
  test('has a label and a hint for each field, and something light chosen already', async () => {
    const { office, form } = await enrolledOffice();
    await office.say('ask');
    const inputs = form().blocks.filter(({ type }: { type: string }) => type === 'input');
    expect(inputs.map(({ block_id }: { block_id: string }) => block_id)).toEqual([
      'ask-what',
      'ask-help',
      'ask-by',
    ]);
    for (const { label, hint } of inputs) expect([label.text, hint.text]).not.toContain('');
    const chosen = inputs.map(
      ({ element }: { element: { initial_option?: { value: string } } }) => element.initial_option?.value,
    );
    expect(chosen).toEqual([undefined, 'hint', 'week']);
    expect(textOf(form())).toContain('Posted in <#CTEAM> in your name.');
  });

  test('is filled in with what was typed behind the command', async () => {
    const { office, form } = await enrolledOffice();
    await office.say('ask Where would you <!channel> look?');
    expect(form().blocks[1].element.initial_value).toBe('Where would you <!channel> look?');
    await office.say(`ask ${'7'.repeat(3_000)}`);
    expect(form().blocks[1].element.initial_value).toBe('7'.repeat(600));
    await office.say('ask');
    expect(textOf(form())).not.toContain('initial_value');
  });

  test('is in the language of the team', async () => {
    const { office, form, ask, card } = await enrolledOffice();
    await office.send(await office.form(), { language: 'de' });
    expect(errorsOf(await ask(''))).toEqual({ 'ask-what': 'Schreib hier etwas, das andere lesen können.' });
    await ask('Der Export bricht ab.');
    expect(form().title.text).toBe('Um Hilfe bitten');
    expect(card().text).toBe('<@UANN> bittet um Hilfe\nDer Export bricht ab.\nEin Tipp · Diese Woche');
  });

  test.each([
    ['', 'ask-what', 'Write something here that others can read.'],
    ['x'.repeat(301), 'ask-what', 'This is 301 characters long, and at most 300 fit.'],
  ])('stays open with its words where they cannot be taken: “%s”', async (what, field, sentence) => {
    const { office, ask } = await enrolledOffice();
    expect(errorsOf(await ask(what))).toEqual({ [field]: sentence });
    expect(cards(office)).toEqual([]);
  });

  test.each(hostile)('shows what was typed as text, everywhere: %s', async (_, text) => {
    const { office, ask, card, press } = await enrolledOffice();
    await ask(text);
    const seen = card();
    await press('UBEN', 'help', seen);
    await press('UANN', 'thank', seen);
    const shown = [...office.posts(), ...office.posts('DBEN'), ...office.posts('DANN')].filter(
      ({ text: fallback }) => !/^Still open|added a|set up/.test(fallback),
    );
    const quoting = shown.filter(({ blocks }) => JSON.stringify(blocks).includes(JSON.stringify(text)));
    expect(quoting.length).toBeGreaterThanOrEqual(4);
    for (const { text: fallback } of quoting)
      expect(fallback).not.toMatch(/<!(channel|here)|<https|<@U1|<#C1/);
    for (const { blocks } of quoting)
      expect(blocks).toContainEqual({ type: 'section', text: { type: 'plain_text', text, emoji: true } });
  });

  test('that comes back unreadable says so, and posts nothing', async () => {
    const { office } = await enrolledOffice();
    for (const metadata of ['', '{}', '[1]']) {
      const form = { callbackId: 'ask-for-a-hand', privateMetadata: metadata };
      const delivery = await office.submit('UANN', form, {});
      expect(errorsOf(delivery)).toEqual({ 'ask-what': expect.stringContaining('could not be read') });
    }
    expect(cards(office)).toEqual([]);
  });
});

describe('where nothing can be asked', () => {
  test('for want of a team, the command says how to start one', async () => {
    const office = await openOffice();
    expect(await office.say('ask')).toBe(
      'Many Hands is not set up in this channel. Type */hands setup* to start.',
    );
  });

  test('since the team is suspended, it says why', async () => {
    const { office } = await enrolledOffice();
    await office.app.rooms.teams.setSuspended(team, 'is_archived');
    expect(await office.say('ask')).toContain(
      'Nothing can be posted in the channel just now. The channel is archived.',
    );
  });

  test.each<[string, (office: Office) => unknown, string]>([
    [
      'the team was removed',
      (office) => office.app.rooms.teams.remove({ id: team, by: 'UANN' }),
      'not set up',
    ],
    [
      'the bot was thrown out',
      ({ standIn }) => leave(standIn.workspace, 'CTEAM', 'UBOT'),
      'not in the channel any more',
    ],
    [
      'the channel was archived',
      ({ standIn }) => archive(standIn.workspace, 'CTEAM'),
      'The channel is archived.',
    ],
    [
      'the person has left',
      ({ standIn }) => leave(standIn.workspace, 'CTEAM', 'UANN'),
      'You are not in this channel',
    ],
  ])(
    'since %s while the form was open, the form says so and keeps what was typed',
    async (_, happens, sentence) => {
      const { office, form } = await enrolledOffice();
      await office.say('ask');
      await happens(office);
      const delivery = await office.send(form(), { 'ask-what': 'Please.' });
      expect(errorsOf(delivery)).toEqual({ 'ask-what': expect.stringContaining(sentence) });
      expect(cards(office)).toEqual([]);
    },
  );

  test.each<[Failure, string]>([
    [{ kind: 'rate-limited', retryAfterSeconds: 9 }, 'Slack is busy just now, so nothing was posted.'],
    [{ kind: 'error', code: 'weird_error' }, 'it says “weird_error”'],
    [{ kind: 'accept-then-cut' }, 'Look in the channel before you ask once more.'],
  ])('since Slack fails ($kind), the form says so and keeps what was typed', async (failure, sentence) => {
    const { office, form } = await enrolledOffice();
    await office.say('ask');
    office.standIn.failNext('chat.postMessage', failure);
    const delivery = await office.send(form(), { 'ask-what': 'Please.' });
    expect(errorsOf(delivery)).toEqual({ 'ask-what': expect.stringContaining(sentence) });
    expect(await office.store.client.exists('hands:{TWORK.CTEAM}:practice')).toBe(0);
  });

  test('and Slack is slow to say so, the form closes and the words come back in a direct message', async () => {
    const { office, form } = await enrolledOffice();
    await office.say('ask');
    office.standIn.failNext('chat.postMessage', { kind: 'hang' });
    const delivery = await office.send(form(), { 'ask-what': 'Please <!here>.' });
    expect(delivery).toMatchObject({ acked: true, response: undefined });
    expect(office.direct('UANN')).toEqual([
      'About your ask in <#CTEAM>: Slack did not say whether your ask was posted. Look in the channel before you ask once more. This is what you wrote:\nPlease &lt;!here&gt;.',
    ]);
  }, 20_000);

  test('since Slack does not say whether the person is in the channel, the form says so and keeps what was typed', async () => {
    const { office, form, ask } = await enrolledOffice();
    office.standIn.failNext('users.conversations', { kind: 'server-error' });
    expect(errorsOf(await ask('Please.'))).toEqual({
      'ask-what':
        'Slack did not say whether you are in this channel, so nothing was posted. Please try again in a minute.',
    });
    expect(cards(office)).toEqual([]);
    expect(errorsOf(await office.send(form(), { 'ask-what': 'Please.' }))).toBeUndefined();
    expect(cards(office)).toHaveLength(1);
  });
});

describe('the form for asking, where Redis', () => {
  /** An office whose form for asking is open, and whose Redis reads from then on as told. */
  async function troubled(get: () => Promise<never>) {
    const { office, form } = await enrolledOffice();
    await office.say('ask');
    const { client } = office.store;
    Object.assign(client, { get });
    const mend = () => Reflect.deleteProperty(client, 'get');
    return { office, form: form(), mend };
  }

  const entered = { 'ask-what': 'Please <!here>.' };
  const timedOut = () => Promise.reject(new Error('Command timed out'));
  const sentence =
    'The app could not reach its store just now, so nothing was posted. Please try again in a minute.';

  test('does not answer, says so and keeps what was typed', async () => {
    const { office, form, mend } = await troubled(timedOut);
    expect(errorsOf(await office.send(form, entered))).toEqual({ 'ask-what': sentence });
    mend();
    expect(errorsOf(await office.send(form, entered))).toBeUndefined();
    expect(cards(office)).toHaveLength(1);
  });

  test('takes too long for that, closes, and the words come back in a direct message', async () => {
    let giveUp: () => void = () => undefined;
    const tooLong = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    const { office, form } = await troubled(() => tooLong.then(timedOut));
    const values = JSON.parse(JSON.stringify(formValues(form, entered)));
    const { callback_id: callbackId, private_metadata: privateMetadata } = form;
    const sent = viewSubmission({ user: 'UANN', callbackId, privateMetadata, values });
    expect(await office.receiver.send(sent)).toMatchObject({ acked: true, response: undefined });
    giveUp();
    await office.receiver.settled();
    expect(office.direct('UANN')).toEqual([
      `About your ask in <#CTEAM>: ${sentence} This is what you wrote:\nPlease &lt;!here&gt;.`,
    ]);
    expect(cards(office)).toEqual([]);
  }, 20_000);
});

describe('the button for asking', () => {
  test('stands under the prompt, and opens the form', async () => {
    const { office, form } = await enrolledOffice();
    await office.until(firstPrompt);
    const prompt = office.posts().at(-1);
    const [button] = buttonsOf(prompt?.blocks ?? []);
    expect(button).toEqual({ actionId: 'ask-for-a-hand', value: 'CTEAM' });
    const place = { user: 'UBEN', channel: 'CTEAM', messageTs: prompt?.ts ?? '' };
    expect(await office.press({ ...place, actionId: 'ask-for-a-hand', value: 'CTEAM' })).toEqual([]);
    expect(errorsOf(await office.send(form(), { 'ask-what': 'Please.' }, 'UBEN'))).toBeUndefined();
    expect(cards(office)[0]?.text).toContain('<@UBEN> asks for a hand');
  });

  test('with another channel in its value than it was pressed in is about the one it was pressed in', async () => {
    const { office, form } = await enrolledOffice();
    const place = { user: 'UBEN', channel: 'CTEAM', messageTs: '1.2' };
    await office.press({ ...place, actionId: 'ask-for-a-hand', value: 'CSMALL' });
    expect(textOf(form())).toContain('<#CTEAM>');
  });

  test('opens the form from the Home tab too, about the team it stands with', async () => {
    const { office, form } = await enrolledOffice();
    await office.pressHome({ user: 'UBEN', actionId: 'ask-for-a-hand', value: 'CTEAM' });
    expect(errorsOf(await office.send(form(), { 'ask-what': 'Please.' }, 'UBEN'))).toBeUndefined();
    expect(cards(office)).toHaveLength(1);
  });

  test.each(['CSMALL', 'CGONE', '', '<!channel>', 'x'.repeat(2_000)])(
    'opens a line that says why not, where it is about no team: “%s”',
    async (value) => {
      const { office, form } = await enrolledOffice();
      await office.pressHome({ user: 'UBEN', actionId: 'ask-for-a-hand', value });
      expect(textOf(form())).toContain('Many Hands is not set up in this channel.');
      expect(form().callback_id).toBe('');
      expect(office.receiver.lateErrors).toEqual([]);
    },
  );

  test('about a team of others is refused when the form is sent', async () => {
    const { office, form } = await enrolledOffice();
    addChannel(office.standIn.workspace, { id: 'COTHERS', members: ['UCAT', 'UBOT'] });
    await office.enrolled('COTHERS', 'UCAT');
    await office.pressHome({ user: 'UBEN', actionId: 'ask-for-a-hand', value: 'COTHERS' });
    const delivery = await office.send(form(), { 'ask-what': 'Please.' }, 'UBEN');
    expect(errorsOf(delivery)).toEqual({
      'ask-what': expect.stringContaining('You are not in this channel'),
    });
  });
});

describe('the form from anywhere', () => {
  const openFor = async (office: Office, user: string) => {
    const { app, standIn } = office;
    const services = { ...app.rooms, locale: 'en' as const, log: silent };
    await openAskFormAnywhere({ services, user, triggerId: standIn.triggerId(), workspace: 'TWORK' });
  };

  test('opens light, then offers the teams that the person is in, by name', async () => {
    const { office, form } = await enrolledOffice();
    await office.enrolled('CSMALL');
    addChannel(office.standIn.workspace, { id: 'COTHERS', members: ['UCAT', 'UBOT'] });
    await office.enrolled('COTHERS', 'UCAT');
    await openFor(office, 'UBEN');
    const [opened, updated] = office.standIn.calls
      .filter(({ method }) => method.startsWith('views.'))
      .slice(-2);
    expect(textOf(opened?.arguments.view)).toContain('One moment');
    expect(updated?.method).toBe('views.update');
    const [menu] = form().blocks.filter(({ block_id }: { block_id?: string }) => block_id === 'ask-team');
    expect(menu.element.options.map(({ text }: { text: { text: string } }) => text.text)).toEqual([
      '#cteam',
      '#csmall',
    ]);
    expect(menu.element.initial_option).toBeUndefined();
  });

  test('has the only team of a person chosen, and asks there', async () => {
    const { office, form } = await enrolledOffice();
    await openFor(office, 'UEVE');
    expect(errorsOf(await office.send(form(), { 'ask-what': 'Please.' }, 'UEVE'))).toBeUndefined();
    expect(cards(office)).toHaveLength(1);
  });

  test('says so where none of the person’s channels is a team', async () => {
    const office = await openOffice();
    await openFor(office, 'UEVE');
    expect(textOf(asking(office).form())).toContain('None of your channels uses Many Hands yet.');
  });

  test('shows under the team what is wrong with it', async () => {
    const { office, form } = await enrolledOffice();
    await openFor(office, 'UEVE');
    await office.app.rooms.teams.remove({ id: team, by: 'UANN' });
    const delivery = await office.send(form(), { 'ask-what': 'Please.' }, 'UEVE');
    expect(errorsOf(delivery)).toEqual({ 'ask-team': expect.stringContaining('not set up') });
  });
});
