import { actionRoutes } from '../../../listeners/actions/index.ts';
import { shortcutRoutes } from '../../../listeners/shortcuts/index.ts';
import { viewRoutes } from '../../../listeners/views/index.ts';
import * as payloads from '../../support/payloads.ts';
import type { Chance } from './chance.ts';
import { mates, teamAt } from './site.ts';
import { FORM, formOf, type Headers, signed } from './slack-side.ts';

/** One request as it goes over the wire. */
export type Request = { readonly body: string; readonly headers: Headers };

type Shape = (chance: Chance) => { readonly body: object; readonly as: 'form' | 'payload' | 'json' };

const actionIds = [
  ...Object.keys(actionRoutes).flatMap((id) => [id, `${id}.0.en`, `${id}.none.xx`]),
  ...['nothing-of-ours', '__proto__', 'constructor.0', '', '.', 'a'.repeat(255)],
];
const callbackIds = [...Object.keys(viewRoutes), 'nothing-of-ours', '__proto__', ''];
const shortcutIds = [...Object.keys(shortcutRoutes), 'nothing-of-ours', '__proto__', ''];
const subcommands = [
  ...[
    '',
    'ask',
    'handoff',
    'handoff a list',
    'help',
    'setup',
    'setup mon 9:30',
    'status',
    'summary',
    'privacy',
    'pause',
    'pause until 2026-02-30',
  ],
  ...[
    'resume',
    'skip prompt',
    'skip pulse',
    'preview',
    'prompts',
    'remove',
    'stauts',
    '__proto__',
    'toString',
  ],
];
const values = ['', '{}', 'null', '[]', '0', 'TWORK-C0-1', '{"p":"TWORK-C0-1","o":0}', 'x'.repeat(2_000)];
/** Stands in for anything. */
const odd: readonly unknown[] = [
  ...[null, '', ' ', 0, -1, 1e308, true, [], {}, [[]], [null], { id: null }, '\u0000', '\ud800', '‮'],
  ...[
    '💥'.repeat(500),
    'x'.repeat(20_000),
    '<!channel>',
    '{{7*7}}',
    '*',
    '__proto__',
    'UBOSS',
    'C0',
    'TWORK',
  ],
];

const person = (chance: Chance) => chance.of(['UBOSS', ...mates, 'UNOBODY', '']);
const place = (chance: Chance) => chance.of([teamAt(0).channel, teamAt(1).channel, 'CNONE', 'DBOSS']);

/** What we listen to. */
const known: readonly Shape[] = [
  (chance) => ({
    as: 'form',
    body: payloads.slashCommand({
      text: chance.of([...subcommands, String(chance.of(odd))]),
      user_id: person(chance),
      channel_id: place(chance),
    }),
  }),
  (chance) => ({
    as: 'payload',
    body: payloads.messageButton({
      actionId: chance.of(actionIds),
      value: chance.of(values),
      user: person(chance),
      channel: place(chance),
      visibility: chance.of(['channel', 'ephemeral'] as const),
    }),
  }),
  (chance) => ({
    as: 'payload',
    body: chance.of([payloads.homeButton, payloads.modalAction])({
      actionId: chance.of(actionIds),
      value: chance.of(values),
      user: person(chance),
    }),
  }),
  (chance) => ({
    as: 'payload',
    body: payloads.viewSubmission({
      callbackId: chance.of(callbackIds),
      privateMetadata: chance.of(values),
      user: person(chance),
      values: {},
    }),
  }),
  (chance) => ({
    as: 'payload',
    body: chance.of([payloads.globalShortcut, payloads.messageShortcut])({
      callbackId: chance.of(shortcutIds),
      user: person(chance),
      channel: place(chance),
      text: String(chance.of(odd)),
    }),
  }),
  (chance) => ({
    as: 'json',
    body: chance.of([
      payloads.memberJoined,
      payloads.memberLeft,
      payloads.botRemoved,
      payloads.channelArchived,
      payloads.channelUnarchived,
      payloads.channelDeleted,
      payloads.channelRenamed,
      payloads.homeOpened,
    ])({ channel: place(chance), user: person(chance), eventId: `Ev${chance.below(500)}` }),
  }),
];

/** What nobody listens to: each waits for the receiver's own answer. */
const strange: readonly Shape[] = [
  (chance) => ({ as: 'payload', body: payloads.viewClosed({ callbackId: chance.of(callbackIds) }) }),
  (chance) => ({
    as: 'payload',
    body: {
      type: chance.of([
        'shortcut',
        'message_action',
        'block_suggestion',
        'dialog_submission',
        'nonsense',
        '',
      ]),
      callback_id: chance.of(callbackIds),
      user: { id: person(chance) },
      team: { id: 'TWORK' },
    },
  }),
  (chance) => ({
    as: 'json',
    body: { type: chance.of(['url_verification', 'event_callback', 'x']), challenge: 'x' },
  }),
];

/** A request of any shape, with up to four of its parts replaced, and now and then broken headers. */
export function fuzzed(chance: Chance, nowhere: string): Request {
  const { body, as } = chance.of(chance.below(8) === 0 ? strange : known)(chance);
  // Nothing may be answered to addresses that chance has made up.
  const whole = { ...body, ...('response_url' in body ? { response_url: nowhere } : {}) };
  const text = written(damaged(whole, chance.below(5), chance), as);
  const cut = chance.below(20) === 0 ? text.slice(0, chance.below(text.length + 1)) : text;
  return {
    body: cut,
    headers: damagedHeaders(signed(cut, as === 'json' ? 'application/json' : FORM), chance),
  };
}

function written(body: object, as: 'form' | 'payload' | 'json'): string {
  if (as === 'json') return JSON.stringify(body);
  if (as === 'payload') return formOf(body);
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

/** The body with so many parts, wherever they are, taken out or replaced by something odd. */
function damaged(body: object, times: number, chance: Chance): object {
  const copy: object = structuredClone(body);
  for (let time = 0; time < times; time += 1) {
    let at: object = copy;
    for (;;) {
      const names = Object.keys(at).filter((name) => name !== 'response_url');
      if (names.length === 0) break;
      const name = chance.of(names);
      const below: unknown = Reflect.get(at, name);
      if (typeof below === 'object' && below !== null && chance.below(4) > 0) {
        at = below;
        continue;
      }
      if (chance.below(4) === 0) Reflect.deleteProperty(at, name);
      else Reflect.set(at, name, structuredClone(chance.of(odd)));
      break;
    }
  }
  return copy;
}

const oddHeaders: readonly Headers[] = [
  { 'x-slack-signature': 'v0=0' },
  { 'x-slack-signature': '' },
  { 'x-slack-signature': `v1=${'0'.repeat(64)}` },
  { 'x-slack-request-timestamp': '0' },
  { 'x-slack-request-timestamp': 'NaN' },
  { 'x-slack-request-timestamp': '99999999999' },
  { 'content-type': 'application/json' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-encoding': 'gzip' },
  { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
  { 'x-slack-retry-num': 'many' },
];

function damagedHeaders(headers: Headers, chance: Chance): Headers {
  return chance.below(8) === 0 ? { ...headers, ...chance.of(oddHeaders) } : headers;
}
