import { describe, expect, it } from 'vitest';
import { company } from '../../playground/company.ts';
import { withVisibleOffers } from '../../playground/form-offers.ts';
import { likeSlack, readableBody, withReadableDates } from '../../playground/like-slack.ts';
import { readContent } from '../../src/content.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import { dateToken } from '../../src/slack/block-kit.ts';
import { defaultSettings } from '../../src/team/default-settings.ts';
import { settingsForm } from '../../src/team/settings-form.ts';

const { questions } = readContent().en;

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
    const read = new URLSearchParams(String(readableBody(body)));
    expect(read.get('text')).toBe('a+b & Fri 9 Jan, 14:00');
    expect(JSON.parse(read.get('blocks') ?? '')[0].text.text).toBe('it is “Fri 9 Jan, 14:00”');
    expect(read.get('channel')).toBe('C01');
  });

  it('finds tokens in JSON, which stays JSON', () => {
    const body = JSON.stringify({ text: `closes ${token}`, response_type: 'ephemeral' });
    expect(JSON.parse(String(readableBody(body)))).toEqual({
      text: 'closes Fri 9 Jan, 14:00',
      response_type: 'ephemeral',
    });
  });

  it('leaves bodies alone that are no text', () => {
    const form = new FormData();
    expect(readableBody(form)).toBe(form);
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
  const shown = JSON.parse(withVisibleOffers(JSON.stringify(form)));
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

  it('happens to the view of a request', () => {
    const body = new URLSearchParams({ trigger_id: '1', view: JSON.stringify(form) }).toString();
    expect(new URLSearchParams(String(readableBody(body))).get('view')).toBe(JSON.stringify(shown));
  });
});

describe('the way to a local Slack', () => {
  const asked: (BodyInit | null | undefined)[] = [];
  const answering = (answer: object) =>
    likeSlack({
      company,
      fetch: async (_input, init) => {
        asked.push(init?.body);
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
    expect(asked.at(-1)).toBe('text=Fri+9+Jan%2C+14%3A00');
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
});
