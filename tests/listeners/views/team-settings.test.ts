import { describe, expect, test } from 'vitest';
import type { WorldOptions } from '../../../playground/world/world.ts';
import { openOffice, seed, team } from '../office.ts';

const find = (office: Awaited<ReturnType<typeof openOffice>>) => office.app.rooms.teams.find(team);
const errorsOf = (response: unknown) => Object.entries(Object(Reflect.get(Object(response), 'errors')));

describe('the settings form', () => {
  test('enrols a channel as it is, and the channel is told', async () => {
    const office = await openOffice();
    const delivery = await office.send(await office.form());
    expect(delivery).toMatchObject({ acked: true, response: undefined });
    expect((await find(office))?.settings).toMatchObject({
      managers: ['UANN'],
      timezone: 'UTC',
      minimumAnswers: 5,
    });
    expect(office.last()).toContain('<@UANN> added Many Hands to this channel.');
    expect(office.direct('UANN')).toEqual([]);
  });

  test('enrols it with what was entered', async () => {
    const office = await openOffice();
    await office.send(await office.form(), {
      'prompt-day': 'thu',
      'prompt-time': '16:00',
      timezone: 'Europe/Berlin',
      managers: ['UANN', 'UBEN'],
      'skip-dates': '2026-12-24 2026-12-25',
      tracks: ['delegation'],
      audience: 'managers',
    });
    expect((await find(office))?.settings).toMatchObject({
      prompt: { day: 'thu', time: '16:00' },
      timezone: 'Europe/Berlin',
      managers: ['UANN', 'UBEN'],
      skipDates: ['2026-12-24', '2026-12-25'],
      tracks: ['delegation'],
      audience: 'managers',
    });
  });

  test('shows the settings of a team that has some', async () => {
    const office = await openOffice();
    await office.send(await office.form(), { 'pulse-time': '17:30', timezone: 'Asia/Tokyo' });
    const form = await office.form();
    expect(form.submit.text).toBe('Save');
    await office.send(form);
    expect((await find(office))?.settings).toMatchObject({
      pulse: { day: 'wed', time: '17:30' },
      timezone: 'Asia/Tokyo',
    });
    expect(office.posts()).toHaveLength(1);
    expect(office.direct('UANN')).toEqual(['Nothing to change: it is like that already.']);
  });

  test.each([
    ['timezone', { timezone: 'Mars/Olympus' }],
    ['skip-dates', { 'skip-dates': '2026-02-31' }],
    ['managers', { managers: [] }],
  ] as const)('stays open with a sentence at %s where that cannot be taken', async (block, entries) => {
    const office = await openOffice();
    const form = await office.form();
    const { response } = await office.send(form, entries);
    expect(Reflect.get(Object(response), 'response_action')).toBe('errors');
    const errors = errorsOf(response);
    expect(errors.map(([id]) => id)).toEqual([block]);
    const ids = form.blocks.map(({ block_id }: { block_id?: string }) => block_id);
    expect(ids).toContain(block);
    expect(await find(office)).toBeUndefined();
  });

  describe('with a new manager', () => {
    const seeded: Partial<WorldOptions> = {
      workspace: {
        ...seed,
        users: [
          ...(seed.users ?? []),
          { id: 'UROBOT', is_bot: true },
          { id: 'UGONE', deleted: true },
          { id: 'UTINY', is_ultra_restricted: true },
        ],
      },
    };

    test.each([
      ['a bot', 'UROBOT', 'An app cannot manage a team'],
      ['this app', 'UBOT', 'An app cannot manage a team'],
      ['a deactivated account', 'UGONE', 'deactivated'],
      ['a guest', 'UGUEST', 'Guests cannot manage a team'],
      ['a guest of one channel', 'UTINY', 'Guests cannot manage a team'],
      ['nobody', 'UNOBODY', 'Slack does not know'],
    ])('who is %s stays open and says so, since nobody could undo it', async (_, user, sentence) => {
      const office = await openOffice(seeded);
      for (const managers of [[user], ['UANN', user]]) {
        const errors = errorsOf((await office.send(await office.form(), { managers })).response);
        expect(errors).toEqual([['managers', expect.stringContaining(sentence)]]);
      }
      expect(await find(office)).toBeUndefined();
      await office.enrolled();
      const { response } = await office.send(await office.form(), { managers: [user] });
      expect(errorsOf(response).map(([id]) => id)).toEqual(['managers']);
      expect((await find(office))?.settings.managers).toEqual(['UANN']);
    });

    test('asks Slack only about those who are new', async () => {
      const office = await openOffice(seeded);
      await office.enrolled();
      const form = await office.form();
      const asked = () => office.standIn.calls.filter(({ method }) => method === 'users.info').length;
      const before = asked();
      await office.send(form, { window: '24' });
      expect(asked()).toBe(before);
      await office.send(await office.form(), { managers: ['UANN', 'UBEN', 'UCAT'] });
      expect(asked()).toBe(before + 2);
      expect((await find(office))?.settings.managers).toEqual(['UANN', 'UBEN', 'UCAT']);
    });

    test.each([{ kind: 'hang' }, { kind: 'rate-limited', retryAfterSeconds: 30 }, { kind: 'cut' }] as const)(
      'whom Slack does not tell about ($kind) is taken only where the sender stays',
      async (failure) => {
        const office = await openOffice(seeded);
        await office.enrolled();
        const [leaving, staying] = [await office.form(), await office.form()];
        office.standIn.failNext('users.info', failure);
        const begun = Date.now();
        const errors = errorsOf((await office.send(leaving, { managers: ['UBEN'] })).response);
        expect(Date.now() - begun).toBeLessThan(2_500);
        expect(errors).toEqual([['managers', expect.stringContaining('Slack did not say in time')]]);
        expect((await find(office))?.settings.managers).toEqual(['UANN']);
        office.standIn.failNext('users.info', failure);
        expect((await office.send(staying, { managers: ['UANN', 'UBEN'] })).response).toBeUndefined();
        expect((await find(office))?.settings.managers).toEqual(['UANN', 'UBEN']);
      },
    );
  });

  test('with missing fields keeps what it offered for them', async () => {
    const office = await openOffice();
    const { callback_id: callbackId, private_metadata: privateMetadata } = await office.form();
    const touched = JSON.parse('{"prompt-day":{"prompt-day":{"selected_option":{"value":"tue"}}}}');
    await office.submit('UANN', { callbackId, privateMetadata }, touched);
    expect((await find(office))?.settings).toMatchObject({
      managers: ['UANN'],
      prompt: { day: 'tue', time: '09:30' },
    });
  });

  test.each(['{}', '{"unknown":{"unknown":{}}}'])(
    'of which nothing came back enrols nobody: %s',
    async (state) => {
      const office = await openOffice();
      const { callback_id: callbackId, private_metadata: privateMetadata } = await office.form();
      const { response } = await office.submit('UANN', { callbackId, privateMetadata }, JSON.parse(state));
      expect(errorsOf(response)).toEqual([['prompt-day', expect.stringContaining('Nothing of this form')]]);
      expect(await find(office)).toBeUndefined();
    },
  );

  test.each([
    '',
    '{}',
    'tampered',
    '{"team":{"workspace":"TWORK","channel":"CTEAM"},"offered":{"managers":[]}}',
  ])(
    'with metadata that is not ours (%s) stays open and says so at a field it has',
    async (privateMetadata) => {
      const office = await openOffice();
      const { callback_id: callbackId, blocks } = await office.form();
      const { response } = await office.submit('UANN', { callbackId, privateMetadata }, {});
      const errors = errorsOf(response);
      expect(errors).toHaveLength(1);
      const ids = blocks.map(({ block_id }: { block_id?: string }) => block_id);
      expect(ids).toContain(errors[0]?.[0]);
      expect(await find(office)).toBeUndefined();
    },
  );

  test('tells the person in a direct message where it could not be taken after all', async () => {
    const office = await openOffice();
    const form = await office.form();
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    await office.send(form);
    expect(office.direct('UANN')[0]).toContain(
      'I could not tell the channel (Slack says “restricted_action”)',
    );
    expect(await find(office)).toBeUndefined();
  });

  test('that was opened before somebody else set the team up changes nothing of theirs', async () => {
    const office = await openOffice();
    const form = await office.form('UBEN');
    await office.enrolled();
    await office.send(form, { window: '24' }, 'UBEN');
    expect((await find(office))?.settings).toMatchObject({ managers: ['UANN'], windowHours: 48 });
    expect(office.direct('UBEN')[0]).toContain('Only managers can do this here: <@UANN>.');
  });

  test('of a team that was removed meanwhile enrols nobody again, and says so', async () => {
    const office = await openOffice();
    await office.enrolled();
    const form = await office.form();
    await office.app.rooms.teams.remove({ id: team, by: 'UANN' });
    const before = office.posts().length;
    await office.send(form, { window: '24' });
    expect(await find(office)).toBeUndefined();
    expect(office.posts()).toHaveLength(before);
    expect(office.direct('UANN')).toEqual([
      'Many Hands was removed from <#CTEAM> while this form was open. Nothing was changed. Type */hands setup* there to start again.',
    ]);
  });

  test('sent by someone who manages no more changes nothing', async () => {
    const office = await openOffice();
    await office.enrolled();
    const form = await office.form();
    await office.send(await office.form(), { managers: ['UBEN'] });
    await office.send(form, { window: '24' });
    expect((await find(office))?.settings.windowHours).toBe(48);
    expect(office.direct('UANN')[0]).toContain('Only managers can do this here: <@UBEN>.');
  });

  test.each(['', 'unknown', 'constructor', '__proto__'])(
    'an unknown form is acked: “%s”',
    async (callbackId) => {
      const office = await openOffice();
      const delivery = await office.submit('UANN', { callbackId, privateMetadata: '' }, {});
      expect(delivery).toEqual({ acked: true, response: undefined });
      expect(office.receiver.lateErrors).toEqual([]);
    },
  );
});
