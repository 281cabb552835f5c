import { describe, expect, test } from 'vitest';
import { homeButton } from '../../support/payloads.ts';
import { enter, openOffice, team } from '../office.ts';
import { type OwnPromptsOffice, ownPromptsOffice } from '../own-prompts.ts';

const views = (office: OwnPromptsOffice, method: string) =>
  office.standIn.calls.filter((call) => call.method === method);

/** Ann hands the team over to Ben. */
async function handOver(office: OwnPromptsOffice): Promise<void> {
  await office.send(await office.form(), { managers: ['UBEN'] });
}

describe('/hands prompts', () => {
  test('opens the list at once: no call to Slack comes before it', async () => {
    const office = await ownPromptsOffice();
    const before = office.standIn.calls.length;
    const list = await office.list();
    expect(office.standIn.calls.slice(before).map(({ method }) => method)).toEqual(['views.open']);
    expect(office.textsOf(list)).toContain('There are none yet.');
    expect(office.buttons(list).map(({ text }) => text.text)).toEqual(['Add a prompt']);
  });

  test.each(['prompts add', '  PROMPTS   Add  '])(
    'opens the form for a new one at once, by “%s”, and needs no list for it',
    async (text) => {
      const office = await ownPromptsOffice();
      const words = { track: 'delegation', question: 'What could Ben take over?', try: 'Ask Ben.' };
      const form = await office.formBy(text);
      expect(await office.sendWords(form, { ...words, try: ' ' })).toHaveProperty('own-try');
      expect(await office.sendWords(form, words)).toBeUndefined();
      expect(await office.prompts()).toMatchObject([words]);
      expect(views(office, 'views.update')).toEqual([]);
      expect(office.direct('UANN')).toEqual([]);
      expect(await office.say('prompts add', 'UBEN')).toContain('Only managers can do this here');
    },
  );

  test('says what to write where something else was written', async () => {
    const office = await ownPromptsOffice();
    for (const text of ['prompts list', 'prompts add one', 'prompts <!channel>'])
      expect(await office.say(text)).toMatch(/^Write \*\/hands prompts\* to see .* Nothing was changed\.$/);
    expect(views(office, 'views.open')).toEqual([]);
  });

  test('is for managers', async () => {
    const office = await ownPromptsOffice();
    expect(await office.say('prompts', 'UBEN')).toBe(
      'Only managers can do this here: <@UANN>. Nothing was changed.',
    );
    expect(views(office, 'views.open')).toEqual([]);
  });

  test('needs a team', async () => {
    const office = await openOffice();
    expect(await office.say('prompts')).toContain('Many Hands is not set up in this channel.');
  });

  test('is for anyone where no manager is left', async () => {
    const office = await ownPromptsOffice();
    await office.app.rooms.teams.memberLeft(team, 'UANN');
    enter(office, 'UNEW');
    expect(office.textsOf(await office.list('UNEW'))).toContain('There are none yet.');
  });
});

describe('the list', () => {
  test('has the newest first, each with its track, its words and its two buttons', async () => {
    const office = await ownPromptsOffice();
    const prompts = await office.added(3);
    const list = await office.list();
    const texts = office.textsOf(list);
    expect([...texts.matchAll(/Question (\d) of ours\?/g)].map(([, number]) => number)).toEqual(
      // Each once in the list, once in the confirmation of its button.
      ['3', '3', '2', '2', '1', '1'],
    );
    expect(texts).toContain('*1* · Delegation');
    expect(texts).toContain('3 of at most 100, the newest first.');
    const ids = office.buttons(list).map(({ action_id: action, value }) => [action, value]);
    expect(ids.slice(1, 3)).toEqual([
      ['edit-own-prompt', prompts[2]?.id],
      ['remove-own-prompt', prompts[2]?.id],
    ]);
  });

  test('has a name of its own for each button, for those who only hear it', async () => {
    const office = await ownPromptsOffice();
    await office.added(3);
    const labels = office
      .buttons(await office.list())
      .map(({ accessibility_label: label, text }) => label ?? text.text);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('Edit prompt 2');
  });

  test('says of a prompt that it does not come, where the team dropped its track', async () => {
    const office = await ownPromptsOffice();
    await office.added(1);
    expect(office.textsOf(await office.list())).not.toContain('does not come');
    await office.send(await office.form(), { tracks: ['asking-for-help'] });
    expect(office.textsOf(await office.list())).toContain('*1* · Delegation · does not come while');
  });

  test('has pages, forth and back', async () => {
    const office = await ownPromptsOffice();
    await office.added(45);
    const list = await office.list();
    const numbers = () => [
      ...new Set([...office.textsOf(list).matchAll(/^Question (\d+) of ours/gm)].map(([, n]) => Number(n))),
    ];
    const turning = () =>
      office.buttons(list).filter(({ action_id: action }) => action.startsWith('turn-own-prompts'));
    const turn = async (name: string) => {
      const button = turning().find(({ text }) => text.text === name);
      await office.pressIn(list, button?.action_id ?? '', button?.value);
    };
    expect([numbers()[0], numbers().at(-1)]).toEqual([45, 26]);
    expect(turning().map(({ text }) => text.text)).toEqual(['More']);
    await turn('More');
    expect([numbers()[0], numbers().at(-1)]).toEqual([25, 6]);
    expect(turning().map(({ text }) => text.text)).toEqual(['Back', 'More']);
    expect(office.textsOf(list)).toContain('Page 2 of 3.');
    await turn('More');
    expect([numbers()[0], numbers().at(-1)]).toEqual([5, 1]);
    expect(turning().map(({ text }) => text.text)).toEqual(['Back']);
    await turn('Back');
    expect(numbers()[0]).toBe(25);
  });

  test('stays on its page after an edit there, and shows the first after something was added', async () => {
    const office = await ownPromptsOffice();
    const prompts = await office.added(21);
    const list = await office.list();
    await office.pressIn(list, 'turn-own-prompts.more', '1');
    const form = await office.formOn(list, prompts[0]?.id);
    await office.sendWords(form, { question: 'The oldest, anew?' });
    expect(office.textsOf(list)).toContain('The oldest, anew?');
    await office.sendWords(await office.formOn(list), {
      ...{ track: 'delegation', question: 'The newest?', try: 'Try it.' },
    });
    expect(office.textsOf(list)).toContain('The newest?');
  });

  test('goes back a page where the last one has become empty', async () => {
    const office = await ownPromptsOffice();
    const prompts = await office.added(21);
    const list = await office.list();
    await office.pressIn(list, 'turn-own-prompts.more', '1');
    await office.pressIn(list, 'remove-own-prompt', prompts[0]?.id);
    expect(office.textsOf(list)).toContain('Question 21 of ours?');
  });

  test('with a hundred has no button to add one, and one again when there is room', async () => {
    const office = await ownPromptsOffice();
    const prompts = await office.added(100);
    const list = await office.list();
    const names = () => office.buttons(list).map(({ text }) => text.text);
    expect(names()).not.toContain('Add a prompt');
    expect(office.textsOf(list)).toContain('100, which is as many as fit: remove one to add another.');
    await office.pressIn(list, 'remove-own-prompt', prompts[99]?.id);
    expect(names()).toContain('Add a prompt');
  });
});

describe('the button to remove a prompt', () => {
  test('asks once more, with the question', async () => {
    const office = await ownPromptsOffice();
    await office.added(1);
    const [, , remove] = office.buttons(await office.list());
    expect(remove?.confirm?.title).toMatchObject({ text: 'Remove this prompt?' });
    expect(remove?.confirm?.text.text).toContain('“Question 1 of ours?”');
  });

  test('removes it, says so in the list and in the channel', async () => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(2);
    const list = await office.list();
    await office.pressIn(list, 'remove-own-prompt', first?.id);
    expect((await office.prompts()).map(({ question }) => question)).toEqual(['Question 2 of ours?']);
    expect(office.textsOf(list)).toContain('Removed: it does not come any more.');
    expect(office.textsOf(list)).not.toContain('Question 1 of ours?');
    expect(office.last()).toBe('<@UANN> removed one of this team’s own prompts.');
  });

  test('pressed twice says at the second time that it is gone', async () => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(1);
    const list = await office.list();
    await office.pressIn(list, 'remove-own-prompt', first?.id);
    const posts = office.posts().length;
    await office.pressIn(list, 'remove-own-prompt', first?.id);
    expect(office.textsOf(list)).toContain('This prompt has been removed meanwhile.');
    expect(office.posts()).toHaveLength(posts);
  });

  test('says where Slack did not say whether the channel was told', async () => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(1);
    const list = await office.list();
    office.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    await office.pressIn(list, 'remove-own-prompt', first?.id);
    expect(office.textsOf(list)).toContain('Slack did not say whether the channel was told of it.');
  });

  test('tells in a direct message that it failed, where the list is closed meanwhile', async () => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(1);
    const list = await office.list();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    office.standIn.failNext('views.update', { kind: 'error', code: 'not_found' });
    await office.pressIn(list, 'remove-own-prompt', first?.id);
    expect(office.direct('UANN')).toEqual([
      expect.stringContaining('About your team’s own prompts in <#CTEAM>: I could not tell the channel'),
    ]);
    expect(await office.prompts()).toHaveLength(1);
  });
});

describe('the buttons of the list', () => {
  const everyButton = [
    ['add-own-prompt', 'add'],
    ['edit-own-prompt', ''],
    ['remove-own-prompt', ''],
    ['turn-own-prompts.more', '1'],
  ] as const;

  test.each(everyButton)(
    '%s opens nothing and changes nothing for somebody who manages no more',
    async (action, value) => {
      const office = await ownPromptsOffice();
      const [first] = await office.added(1);
      const list = await office.list();
      await handOver(office);
      await office.pressIn(list, action, value || first?.id);
      expect(office.textsOf(list)).toBe('Only managers can do this here: <@UBEN>. Nothing was changed.');
      expect(views(office, 'views.push')).toEqual([]);
      expect(await office.prompts('UBEN')).toHaveLength(1);
    },
  );

  test.each(everyButton)('%s says that the team is gone, once it is removed', async (action, value) => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(1);
    const list = await office.list();
    await office.app.rooms.teams.remove({ id: team, by: 'UANN' });
    await office.pressIn(list, action, value || first?.id);
    expect(office.textsOf(list)).toContain('Many Hands is not set up in this channel.');
    expect(await office.stored()).not.toContain('own-prompts');
  });

  test('open forms within Slack’s time: one call, on top of the list', async () => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(1);
    const list = await office.list();
    for (const id of [undefined, first?.id]) {
      const before = office.standIn.calls.length;
      await office.formOn(list, id);
      expect(office.standIn.calls.slice(before).map(({ method }) => method)).toEqual(['views.push']);
    }
  });

  test('show that a prompt is gone instead of a form for it', async () => {
    const office = await ownPromptsOffice();
    const list = await office.list();
    for (const value of ['own-0000000000000001', 'constructor', '']) {
      await office.pressIn(list, 'edit-own-prompt', value);
      expect(office.textsOf(list)).toContain('This prompt has been removed meanwhile.');
    }
    expect(views(office, 'views.push')).toEqual([]);
  });

  test.each(['-1', '99999', 'x', ''])('turn to a page that there is: “%s”', async (value) => {
    const office = await ownPromptsOffice();
    await office.added(1);
    const list = await office.list();
    await office.pressIn(list, 'turn-own-prompts.more', value);
    expect(office.textsOf(list)).toContain('Question 1 of ours?');
  });

  test('do nothing in a message, on the Home tab, and in a modal of another kind', async () => {
    const office = await ownPromptsOffice();
    const [first] = await office.added(1);
    const settings = await office.form();
    for (const [actionId, value] of everyButton) {
      const press = { user: 'UANN', actionId, value: value || (first?.id ?? '') };
      await office.pressIn(settings.id, actionId, press.value);
      const view = { private_metadata: office.shown(await office.list()).private_metadata };
      await office.receiver.send(homeButton({ ...press, workspace: 'TWORK', view }));
      await office.press({ ...press, channel: 'CTEAM', messageTs: '1.2' });
    }
    expect(await office.prompts()).toHaveLength(1);
    expect(views(office, 'views.update')).toEqual([]);
    expect(office.receiver.lateErrors).toEqual([]);
  });

  test('tell in a direct message where a form could not be opened', async () => {
    const office = await ownPromptsOffice();
    const list = await office.list();
    office.standIn.failNext('views.push', { kind: 'error', code: 'expired_trigger_id' });
    await office.pressIn(list, 'add-own-prompt');
    expect(office.direct('UANN')).toEqual([expect.stringContaining('Something went wrong on our side.')]);
  });
});
