import { describe, expect, test } from 'vitest';
import { shortcutRoutes } from '../../../listeners/shortcuts/index.ts';
import type { Log } from '../../../src/ports.ts';
import { handOverFormId } from '../../../src/practice/hand-over-form.ts';
import { handOverFields as fields } from '../../../src/practice/hand-over-input.ts';
import { openOffice } from '../office.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;

/** The form on the screen, as JSON; what its context begins with. */
const formOf = ({ standIn }: Office) =>
  JSON.parse(JSON.stringify([...standIn.workspace.modals.values()].at(-1) ?? null));
const contextOf = (office: Office): unknown =>
  formOf(office)?.blocks.find((block: { block_id?: string }) => block.block_id === fields.context)?.element
    .initial_value;

describe('the shortcut for handing something over', () => {
  test('opens the form from anywhere, empty, for no team', async () => {
    const office = await openOffice();
    expect(await office.choose({ user: 'UANN', callbackId: 'hand-over' })).toMatchObject({ acked: true });
    expect(formOf(office)).toMatchObject({ callback_id: handOverFormId });
    expect(contextOf(office)).toBeUndefined();
    expect(JSON.parse(formOf(office).private_metadata)).toMatchObject({
      workspace: 'TWORK',
      channel: '',
      locale: 'en',
    });
  });

  test('opens it at a message with what that says, readable, in the language of the channel’s team', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.send(await office.form(), { language: 'de' });
    const text = 'Can <@UBEN> look at <https://example.org|the page>? &lt;soon&gt;';
    await office.choose({ user: 'UANN', callbackId: 'hand-over-message', at: { channel: 'CTEAM', text } });
    expect(contextOf(office)).toBe('Can @uben look at the page (https://example.org)? <soon>');
    expect(formOf(office).title.text).toBe('Etwas abgeben');
    expect(JSON.parse(formOf(office).private_metadata)).toMatchObject({ channel: 'CTEAM', locale: 'de' });
  });

  test('leaves whoever Slack does not name in time unnamed, and opens the form all the same', async () => {
    const fails = [{ kind: 'hang' }, { kind: 'server-error' }] as const;
    for (const failure of fails) {
      const office = await openOffice();
      office.standIn.failNext('users.info', failure);
      const at = { channel: 'CTEAM', text: 'Ask <@UBEN>, <@UNOBODY> or <#CSMALL>.' };
      await office.choose({ user: 'UANN', callbackId: 'hand-over-message', at });
      expect(contextOf(office)).toMatch(/^Ask @(someone|uben), @someone or #a-channel\.$/);
    }
  });

  test('cuts a long message to what fits', async () => {
    const office = await openOffice();
    const at = { channel: 'CTEAM', text: '😀'.repeat(2_000) };
    await office.choose({ user: 'UANN', callbackId: 'hand-over-message', at });
    expect([...String(contextOf(office))]).toHaveLength(600);
  });

  test('needs nobody and nothing before the form: one call to Slack', async () => {
    const office = await openOffice();
    const before = office.standIn.calls.length;
    await office.choose({ user: 'UANN', callbackId: 'hand-over' });
    await office.choose({
      user: 'UANN',
      callbackId: 'hand-over-message',
      at: { channel: 'CTEAM', text: 'x' },
    });
    await office.say('handoff');
    expect(office.standIn.calls.slice(before).map(({ method }) => method)).toEqual([
      'views.open',
      'views.open',
      'views.open',
    ]);
  });

  test('that cannot open its form says so: privately at a message, in a direct message from anywhere', async () => {
    const office = await openOffice();
    for (const at of [undefined, { channel: 'CTEAM', text: 'x' }]) {
      office.standIn.failNext('views.open', { kind: 'server-error' });
      const callbackId = at === undefined ? 'hand-over' : 'hand-over-message';
      expect(await office.choose({ user: 'UANN', callbackId, ...(at ? { at } : {}) })).toMatchObject({
        acked: true,
      });
    }
    expect(office.direct('UANN')).toEqual([expect.stringContaining('Something went wrong on our side.')]);
    expect(office.standIn.responses.map(({ kind, body }) => `${kind}: ${String(body.text)}`)).toEqual([
      expect.stringContaining('ephemeral: Something went wrong on our side.'),
    ]);
  });
});

describe('the door for shortcuts', () => {
  test('acks one that nobody handles, and says so in the log without its id', async () => {
    const lines: string[] = [];
    const write = (message: string) => void lines.push(message);
    const log: Log = { info: write, warn: write, error: write };
    const office = await openOffice({ log });
    for (const callbackId of ['unheard-of', 'constructor', '__proto__'])
      expect(await office.choose({ user: 'UANN', callbackId })).toMatchObject({ acked: true });
    expect(office.standIn.workspace.modals.size).toBe(0);
    const told = lines.filter((line) => line.includes('shortcut'));
    expect(told).toEqual(Array.from({ length: 3 }, () => 'A shortcut without a handler was chosen'));
  });

  test('has a handler for every route', () => {
    expect(Object.values(shortcutRoutes).every((handler) => typeof handler === 'function')).toBe(true);
  });
});
