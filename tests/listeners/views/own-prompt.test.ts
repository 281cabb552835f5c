import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/content.ts';
import { viewSubmission } from '../../support/payloads.ts';
import { team } from '../office.ts';
import { type OwnPromptsOffice, ownPromptsOffice } from '../own-prompts.ts';

const words = { track: 'asking-for-help', question: 'Whom could you ask?', try: 'Ask one person.' };
const [library] = readContent().en.prompts;
const fields = ['own-track', 'own-question', 'own-try'];

/** A form that is there, in front of Ann. */
async function withForm() {
  const office = await ownPromptsOffice();
  const list = await office.list();
  return { office, list, form: await office.formOn(list) };
}

const removeTeam = (office: OwnPromptsOffice) => office.app.rooms.teams.remove({ id: team, by: 'UANN' });

/** Ann hands the team over to Ben. */
async function handOver(office: OwnPromptsOffice): Promise<void> {
  await office.send(await office.form(), { managers: ['UBEN'] });
}

describe('the form for a new prompt', () => {
  test('is empty, asks for three things, and lies on top of the list', async () => {
    const { list, form } = await withForm();
    expect(form.previous_view_id).toBe(list);
    const inputs = form.blocks.filter(({ type }: { type: string }) => type === 'input');
    expect(inputs.map(({ block_id }: { block_id: string }) => block_id)).toEqual(fields);
    expect(JSON.stringify(inputs)).not.toContain('initial');
    for (const { label, hint } of inputs.slice(1)) {
      expect(label.text).not.toBe('');
      expect(hint.text).toMatch(/At most (200|160) characters\./);
    }
  });

  test('offers the one track of a team that has only one', async () => {
    const office = await ownPromptsOffice();
    await office.send(await office.form(), { tracks: ['asking-for-help'] });
    const form = await office.formOn(await office.list());
    expect(await office.sendWords(form, { question: words.question, try: words.try })).toBeUndefined();
    expect((await office.prompts())[0]).toMatchObject(words);
  });

  test('adds the prompt, closes, and the list below shows it', async () => {
    const { office, list, form } = await withForm();
    expect(await office.sendWords(form, words)).toBeUndefined();
    expect(await office.prompts()).toEqual([{ ...words, id: expect.stringMatching(/^own-/), version: 1 }]);
    const shown = office.textsOf(list);
    expect(shown).toContain('Added: it is mixed in among the prompts still to come.');
    expect(shown).toContain('Whom could you ask?\nTry this week: Ask one person.');
    expect(shown).toContain('*1* · Asking for help');
    expect(office.last()).toBe(
      '<@UANN> added a prompt in this team’s own words. It waits for its turn among the others.',
    );
    expect(office.direct('UANN')).toEqual([]);
  });

  test('writes nobody’s name to what is stored', async () => {
    const { office, form } = await withForm();
    await office.sendWords(form, words);
    const stored = await office.stored();
    const line = stored.split('\n').find((text) => text.includes('own-prompts'));
    expect(line).toContain('Whom could you ask?');
    expect(line).not.toContain('UANN');
  });

  test.each([
    ['nothing', {}, { 'own-track': 'Choose', 'own-question': 'Write', 'own-try': 'Write' }],
    [
      'white space',
      { ...words, question: ' \n\t ', try: '\u200B' },
      {
        'own-question': 'Write something here that others can read',
        'own-try': 'Write something here that others can read',
      },
    ],
    [
      'too much',
      { ...words, question: 'q'.repeat(201), try: 't'.repeat(161) },
      {
        'own-question': 'This is 201 characters long, and at most 200 fit.',
        'own-try': 'This is 161 characters long, and at most 160 fit.',
      },
    ],
    [
      'a question of the library',
      { ...words, question: library?.question.toUpperCase() ?? '' },
      { 'own-question': 'This question comes with Many Hands already' },
    ],
  ])('stays open with a sentence at each field where there is %s', async (_, entered, errors) => {
    const { office, form } = await withForm();
    const wanted = Object.entries(errors).map(([field, text]) => [field, expect.stringContaining(text)]);
    expect(await office.sendWords(form, entered)).toEqual(Object.fromEntries(wanted));
    expect(await office.prompts()).toEqual([]);
    expect(office.posts()).toHaveLength(1);
    // Slack keeps what was typed when it gets errors; mended, the same form is taken.
    expect(await office.sendWords(form, words)).toBeUndefined();
  });

  test('refuses a track that there is not', async () => {
    const { office, form } = await withForm();
    const values = office.valuesOf(form, words);
    values['own-track']['own-track'].selected_option.value = 'constructor';
    const ids = { callbackId: form.callback_id, privateMetadata: form.private_metadata };
    const { response } = await office.submit('UANN', ids, values);
    expect(Reflect.get(Object(response), 'errors')).toEqual({
      'own-track': 'Choose what this prompt is about.',
    });
  });

  test('does not take a question twice, nor the same form twice', async () => {
    const { office, form } = await withForm();
    await office.sendWords(form, words);
    expect(await office.sendWords(form, words)).toEqual({
      'own-question': 'Your team has this question among its own prompts already.',
    });
    expect(await office.prompts()).toHaveLength(1);
  });

  test('does not take one too many, though there was room when it was opened', async () => {
    const { office, form } = await withForm();
    await office.added(100);
    expect(await office.sendWords(form, words)).toEqual({
      'own-question': expect.stringContaining('Your team has 100 prompts of its own'),
    });
    expect(await office.prompts()).toHaveLength(100);
  });

  test('takes the hundredth of one of two managers who send it at the same moment', async () => {
    const { office, list, form } = await withForm();
    await office.added(99);
    const other = await office.formOn(list);
    const errors = await Promise.all([
      office.sendWords(form, words),
      office.sendWords(other, { ...words, question: 'And whom else?' }),
    ]);
    expect(errors.filter((found) => found === undefined)).toHaveLength(1);
    expect(await office.prompts()).toHaveLength(100);
  });

  test('of somebody who manages no more changes nothing', async () => {
    const { office, form } = await withForm();
    await handOver(office);
    expect(await office.sendWords(form, words)).toEqual({
      'own-question': 'Only managers can do this, and you are not one any more. Nothing was changed.',
    });
    expect(await office.prompts('UBEN')).toEqual([]);
  });

  test('of a team that was removed meanwhile leaves nothing', async () => {
    const { office, form } = await withForm();
    await removeTeam(office);
    const posts = office.posts().length;
    expect(await office.sendWords(form, words)).toEqual({
      'own-question': 'Many Hands was removed from this channel meanwhile. Nothing was changed.',
    });
    expect(await office.stored()).not.toContain('own-prompts');
    expect(office.posts()).toHaveLength(posts);
  });

  test('says in the form that the channel could not be told, and keeps nothing', async () => {
    const { office, form } = await withForm();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    expect(await office.sendWords(form, words)).toEqual({
      'own-question': expect.stringContaining(
        'I could not tell the channel (Slack says “restricted_action”)',
      ),
    });
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 });
    expect(await office.sendWords(form, words)).toEqual({
      'own-question': expect.stringContaining('Slack is busy just now'),
    });
    expect(await office.prompts()).toEqual([]);
  });

  test.each(['', '{}', 'tampered', '{"team":{"workspace":"TWORK"},"page":0}'])(
    'with metadata that is not ours (%s) says so at a field it has',
    async (privateMetadata) => {
      const { office, form } = await withForm();
      const ids = { callbackId: form.callback_id, privateMetadata };
      const { response } = await office.submit('UANN', ids, office.valuesOf(form, words));
      expect(Reflect.get(Object(response), 'errors')).toEqual({
        'own-question': 'This form could not be read. Please close it and open it again.',
      });
    },
  );
});

describe('the form of one prompt', () => {
  /** One prompt, and the form with its words. */
  async function withOne() {
    const { office, list, form } = await withForm();
    await office.sendWords(form, words);
    const [prompt] = await office.prompts();
    if (prompt === undefined) throw new Error('nothing was added');
    return { office, list, prompt, form: await office.formOn(list, prompt.id) };
  }

  test('has its words, and saves new ones', async () => {
    const { office, list, prompt, form } = await withOne();
    expect(await office.sendWords(form, { question: 'Whom else could you ask?' })).toBeUndefined();
    expect(await office.prompts()).toEqual([{ ...prompt, question: 'Whom else could you ask?', version: 2 }]);
    expect(office.textsOf(list)).toContain('Saved: it comes in its new words.');
    expect(office.last()).toBe('<@UANN> changed one of this team’s own prompts.');
  });

  test('that did not come back whole keeps the words it offered', async () => {
    const { office, prompt, form } = await withOne();
    const { 'own-try': small } = office.valuesOf(form, { try: 'Ask two people.' });
    const ids = { callbackId: form.callback_id, privateMetadata: form.private_metadata };
    await office.submit('UANN', ids, { 'own-try': small });
    expect((await office.prompts())[0]).toEqual({ ...prompt, try: 'Ask two people.', version: 2 });
  });

  test('that was emptied is not saved', async () => {
    const { office, form } = await withOne();
    expect(await office.sendWords(form, { try: '' })).toEqual({
      'own-try': 'Write something here that others can read.',
    });
  });

  test('that is saved as it was says nothing to anyone', async () => {
    const { office, form } = await withOne();
    const before = office.posts().length;
    expect(await office.sendWords(form, {})).toBeUndefined();
    expect(office.posts()).toHaveLength(before);
  });

  test('tells the second of two who edit it, and overwrites nothing', async () => {
    const { office, list, prompt, form } = await withOne();
    const other = await office.formOn(list, prompt.id);
    expect(await office.sendWords(form, { try: 'One way.' })).toBeUndefined();
    expect(await office.sendWords(other, { try: 'Another way.' })).toEqual({
      'own-question': expect.stringContaining('Someone else changed this prompt meanwhile'),
    });
    expect((await office.prompts())[0]?.try).toBe('One way.');
  });

  test('of a prompt that is gone meanwhile says so, and does not bring it back', async () => {
    const { office, list, prompt, form } = await withOne();
    await office.pressIn(list, 'remove-own-prompt', prompt.id);
    expect(await office.sendWords(form, { try: 'Another way.' })).toEqual({
      'own-question': 'This prompt has been removed meanwhile. Nothing was changed.',
    });
    expect(await office.prompts()).toEqual([]);
  });
});

describe('a form whose announcement Slack is slow to take', () => {
  /** An office in which messages wait from `hold` on until they are let go. */
  async function slowOffice() {
    let isHeld = false;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const office = await ownPromptsOffice({
      ports: {
        fetch: async (input, init) => {
          if (isHeld && String(input).endsWith('chat.postMessage')) await held;
          return fetch(input, init);
        },
      },
    });
    const list = await office.list();
    const form = await office.formOn(list);
    isHeld = true;
    const { callback_id: callbackId, private_metadata: privateMetadata } = form;
    const place = { id: form.id, root_view_id: list, previous_view_id: list };
    const sent = viewSubmission({
      ...{ user: 'UANN', callbackId, privateMetadata, view: place },
      values: office.valuesOf(form, words),
    });
    return { office, list, sent, letGo };
  }

  test('closes in time, and the list says how it ended', async () => {
    const { office, list, sent, letGo } = await slowOffice();
    expect(await office.receiver.send(sent)).toMatchObject({ acked: true, response: undefined });
    expect(office.last()).not.toContain('own words');
    letGo();
    await office.receiver.settled();
    expect(office.textsOf(list)).toContain('Added: it is mixed in');
    expect(office.last()).toContain('added a prompt in this team’s own words');
  });

  test('says in the list that nothing was changed; in a direct message, where the list is closed too', async () => {
    for (const isClosed of [false, true]) {
      const { office, list, sent, letGo } = await slowOffice();
      await office.receiver.send(sent);
      if (isClosed) office.standIn.workspace.modals.delete(list);
      office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
      letGo();
      await office.receiver.settled();
      const sentence = 'I could not tell the channel (Slack says “is_archived”), so nothing was changed.';
      if (!isClosed) expect(office.textsOf(list)).toContain(sentence);
      expect(office.direct('UANN')).toEqual(
        isClosed ? [expect.stringContaining(`About your team’s own prompts in <#CTEAM>: ${sentence}`)] : [],
      );
      expect(await office.prompts()).toEqual([]);
    }
  });
});
