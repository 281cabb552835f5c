import { describe, expect, it } from 'vitest';
import { company } from '../../playground/company.ts';
import { withVisibleOffers } from '../../playground/form-offers.ts';
import { likeSlack, menusOf, readableBody, withReadableDates } from '../../playground/like-slack.ts';
import { createScheduledPosts } from '../../playground/scheduled-posts.ts';
import { readContent } from '../../src/content.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import { dateToken } from '../../src/slack/block-kit.ts';
import { defaultSettings } from '../../src/team/default-settings.ts';
import { settingsForm } from '../../src/team/settings-form.ts';

const { questions } = readContent().en;

const menus = menusOf(company);
const FRIDAY = Date.UTC(2026, 0, 9, 14);
const token = dateToken(FRIDAY, 'Africa/Accra', 'en');

describe('making dates readable', () => {
  it('puts the words of each token in its place, and leaves the rest', () => {
    const text = `closes ${token}, opens ${token} in <#C01> for <@U01>, a < b`;
    expect(withReadableDates(text)).toBe(
      'closes Fri 9 Jan, 14:00, opens Fri 9 Jan, 14:00 in <#C01> for <@U01>, a < b',
    );
  });

  it('finds tokens in the blocks of a form, however they are written there', () => {
    const blocks = JSON.stringify([{ type: 'section', text: { type: 'mrkdwn', text: `it is “${token}”` } }]);
    const body = new URLSearchParams({ channel: 'C01', text: `a+b & ${token}`, blocks }).toString();
    const read = new URLSearchParams(String(readableBody(body, menus)));
    expect(read.get('text')).toBe('a+b & Fri 9 Jan, 14:00');
    expect(JSON.parse(read.get('blocks') ?? '')[0].text.text).toBe('it is “Fri 9 Jan, 14:00”');
    expect(read.get('channel')).toBe('C01');
  });

  it('finds tokens in JSON, which stays JSON', () => {
    const body = JSON.stringify({ text: `closes ${token}`, response_type: 'ephemeral' });
    expect(JSON.parse(String(readableBody(body, menus)))).toEqual({
      text: 'closes Fri 9 Jan, 14:00',
      response_type: 'ephemeral',
    });
  });

  it.each([
    ['a form', (blocks: string) => new URLSearchParams({ blocks }).toString()],
    ['JSON', (blocks: string) => `{"text":"as it is","blocks":${blocks}}`],
  ])('puts a line in the place of each chart, in %s', (_, bodyWith) => {
    const chart = { type: 'data_visualization', title: 'Workload', chart: { type: 'line' } };
    const body = String(readableBody(bodyWith(JSON.stringify([{ type: 'divider' }, chart])), menus));
    const read = body.startsWith('{')
      ? JSON.parse(body).blocks
      : JSON.parse(new URLSearchParams(body).get('blocks') ?? '');
    expect(read).toEqual([
      { type: 'divider' },
      {
        type: 'context',
        elements: [{ type: 'mrkdwn', text: expect.stringContaining('a chart here: Workload.') }],
      },
    ]);
  });

  it('leaves bodies alone that are no text', () => {
    const form = new FormData();
    expect(readableBody(form, menus)).toBe(form);
  });
});

describe('making visible what a form offers', () => {
  const form = settingsForm({
    settings: defaultSettings({
      locale: 'en',
      manager: 'U01AMA',
      timezone: 'Africa/Accra',
      questions: defaultQuestions(questions),
    }),
    questions,
    metadata: '{"kept":"as it is"}',
    isNew: true,
  });
  const shown = JSON.parse(withVisibleOffers(JSON.stringify(form), menus));
  const field = (label: string) =>
    shown.blocks.find((block: { label?: { text: string } }) => block.label?.text === label);

  it('writes the choice of a menu where nothing is chosen', () => {
    expect(field('Day of the prompt').element.placeholder.text).toBe('Monday');
    expect(field('Time of the pulse').element.placeholder.text).toBe('14:00');
    expect(field('Minimum answers').element.placeholder.text).toBe('5 answers');
  });

  it('writes under boxes which of them are ticked', () => {
    expect(field('Prompts about').hint.text).toBe('Untouched, it stays with: Delegation, Asking for help.');
  });

  it('names the people of a field that cannot be shown, instead of the field', () => {
    expect(field('Managers')).toBeUndefined();
    expect(JSON.stringify(shown)).toContain('*Managers*: <@U01AMA>');
  });

  it('changes nothing else', () => {
    expect(shown.private_metadata).toBe('{"kept":"as it is"}');
    expect(shown.blocks).toHaveLength(form.blocks.length);
    expect(field('Timezone')).toEqual(
      form.blocks.find((block) => 'block_id' in block && block.block_id === 'timezone'),
    );
  });

  it('offers the people of the workspace in a menu of people, and its channels in one of channels', () => {
    const menu = (type: string, more: object = {}) => ({
      type: 'input',
      block_id: type,
      element: { type, ...more },
    });
    const view = {
      blocks: [menu('users_select', { initial_user: 'U03CHIYO' }), menu('conversations_select')],
    };
    const [people, channels] = JSON.parse(withVisibleOffers(JSON.stringify(view), menus)).blocks;
    expect(people.element).toMatchObject({ type: 'static_select', made_from: 'users_select' });
    expect(people.element.placeholder.text).toBe('Chiyo Tanemura');
    expect(people.element.options).toHaveLength(19);
    expect(people.element.options.at(-1)).toEqual({
      value: 'U0HANDS',
      text: { type: 'plain_text', text: 'many-hands' },
    });
    expect(channels.element.options[0]).toMatchObject({ value: 'C01HARBOUR', text: { text: '#harbour' } });
    expect(channels.element).not.toHaveProperty('initial_option');
  });

  it('happens to the view of a request', () => {
    const body = new URLSearchParams({ trigger_id: '1', view: JSON.stringify(form) }).toString();
    expect(new URLSearchParams(String(readableBody(body, menus))).get('view')).toBe(JSON.stringify(shown));
  });
});

describe('the way to a local Slack', () => {
  const asked: (readonly [string, BodyInit | null | undefined])[] = [];
  const homes: unknown[] = [];
  let now = FRIDAY;
  const scheduled = createScheduledPosts({ clock: { now: () => now } });
  const answering = (answer: object) =>
    likeSlack({
      company,
      scheduled,
      onHome: (user, view) => void homes.push([user, view]),
      socketFor: (url) => `ws://relay/?to=${url}`,
      fetch: async (input, init) => {
        asked.push([String(input), init?.body]);
        return Response.json(answer);
      },
    });
  const call = async (method: string, answer: object, body: Record<string, string>) => {
    const post = { method: 'POST', body: new URLSearchParams(body).toString() };
    return (await answering(answer)(`http://127.0.0.1/api/${method}`, post)).json();
  };
  const all = { ok: true, channels: company.channels.map(({ id }) => ({ id })) };

  it('sends readable dates', async () => {
    await call('chat.postMessage', { ok: true }, { text: token });
    expect(asked.at(-1)?.[1]).toBe('text=Fri+9+Jan%2C+14%3A00');
  });

  it('names only the channels that a person is in', async () => {
    expect(await call('users.conversations', all, { user: 'U01AMA' })).toEqual({
      ok: true,
      channels: [{ id: 'C01HARBOUR' }],
    });
    expect(await call('users.conversations', all, { user: 'U11TOMASZ' })).toMatchObject({
      channels: [{ id: 'C02LIGHTHOUSE' }, { id: 'C03JETTY' }],
    });
  });

  it('says of a channel without the app that the app is not in it', async () => {
    const info = (id: string) =>
      call('conversations.info', { ok: true, channel: { id, is_member: true } }, { channel: id });
    expect(await info('C01HARBOUR')).toMatchObject({ channel: { is_member: true } });
    expect(await info('C03JETTY')).toMatchObject({ channel: { is_member: false } });
  });

  it('passes on what is not about this company, and refusals, as they are', async () => {
    const refusal = { ok: false, error: 'channel_not_found' };
    expect(await call('conversations.info', refusal, { channel: 'C99' })).toEqual(refusal);
    expect(await call('users.info', { ok: true, user: {} }, { user: 'U01AMA' })).toEqual({
      ok: true,
      user: {},
    });
  });

  it('keeps the Home tab that is published for a person', async () => {
    await call(
      'views.publish',
      { ok: true, view: { id: 'V1' } },
      { user_id: 'U01AMA', view: '{"blocks":[]}' },
    );
    expect(homes).toEqual([['U01AMA', { id: 'V1' }]]);
  });

  it('lets the app connect where what comes is put right', async () => {
    const { url } = await call('apps.connections.open', { ok: true, url: 'ws://there' }, { any: '' });
    expect(url).toBe('ws://relay/?to=ws://there');
  });

  it('keeps a message for later, and posts it readably once its time has come', async () => {
    const seconds = String(FRIDAY / 1_000 + 60);
    const before = asked.length;
    const message = { channel: 'C01HARBOUR', thread_ts: '1.2', text: `since ${token}`, post_at: seconds };
    const answer = await call('chat.scheduleMessage', { ok: true }, message);
    expect(answer).toMatchObject({ ok: true, scheduled_message_id: expect.stringMatching(/^Q/) });
    await scheduled.deliverDue();
    expect(asked).toHaveLength(before);
    now = FRIDAY + 60_000;
    await scheduled.deliverDue();
    await scheduled.deliverDue();
    const [[address, body] = []] = asked.slice(before);
    expect(asked).toHaveLength(before + 1);
    expect(address).toBe('http://127.0.0.1/api/chat.postMessage');
    expect(Object.fromEntries(new URLSearchParams(String(body)))).toMatchObject({
      ...{ channel: 'C01HARBOUR', thread_ts: '1.2', text: 'since Fri 9 Jan, 14:00' },
    });
  });
});
