import { expect, test } from 'vitest';
import { typed } from '../../src/slack/block-kit.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { trips } from './block-kit-controls.ts';
import {
  actions,
  button,
  chart,
  goodHome,
  goodMessage,
  goodModal,
  input,
  letters,
  mrkdwn,
  plain,
  section,
} from './block-kit-samples.ts';

const saying = (text: string) => ({ ...section, text: mrkdwn(text) });

test('a good message, modal and Home view have no problems', () => {
  expect(problemsOf('message', goodMessage)).toEqual([]);
  expect(problemsOf('modal', goodModal)).toEqual([]);
  expect(problemsOf('home', goodHome)).toEqual([]);
});

trips('message', (fields: object) => ({ text: 'words', ...fields }), [
  ['a message has at most 50 blocks', { blocks: Array(51).fill(section) }, '51 items, 50 allowed'],
  ['a message is at most 40000 long', { text: letters(40_001) }, '40000 allowed'],
  ['a message has words for screen readers', { text: ' ', blocks: [section] }, 'no text for screen readers'],
  ['block ids are unique', { blocks: [actions(button(), 'b'), actions(button(), 'b')] }, 'block_id b twice'],
  ['a message has at most two charts', { blocks: [chart(), chart(), chart()] }, '3 charts, 2 allowed'],
  ['nobody is woken by the text', { text: 'Hello <!channel>' }, 'mentions everybody'],
  ['nobody is woken by a block', { blocks: [saying('Hi <!here|here>')] }, 'mentions everybody'],
  [
    'plain text has no bold',
    { blocks: [actions(button({ text: plain('so *very* bold') }))] },
    'formatting in',
  ],
  ['plain text has no mentions', { blocks: [actions(button({ text: plain('<@U1>') }))] }, 'formatting in'],
  [
    'plain text has no dates',
    { blocks: [actions(button({ text: plain('<!date^1^{time}|9:30>') }))] },
    'formatting',
  ],
]);

trips('modal', (fields: object) => ({ ...goodModal, ...fields }), [
  ['a modal has at most 100 blocks', { blocks: Array(101).fill(section) }, '101 items, 100 allowed'],
  ['a modal is a modal', { type: 'home' }, 'home is none of modal'],
  ['a modal has a title', { title: undefined }, 'title: missing'],
  ['a modal’s title is at most 24 long', { title: plain(letters(25)) }, '24 allowed'],
  ['a modal’s title is plain', { title: mrkdwn('Settings') }, 'mrkdwn is none of plain_text'],
  ['a modal’s submit is at most 24 long', { submit: plain(letters(25)) }, '24 allowed'],
  ['a modal’s close is at most 24 long', { close: plain(letters(25)) }, '24 allowed'],
  ['a modal with inputs can be sent', { submit: undefined }, 'need a submit button'],
  ['metadata is at most 3000 long', { private_metadata: letters(3_001) }, '3000 allowed'],
  ['a callback id is at most 255 long', { callback_id: letters(256) }, '255 allowed'],
  ['an external id is at most 255 long', { external_id: letters(256) }, '255 allowed'],
  [
    'one element has the focus',
    { blocks: Array(2).fill(input({ focus_on_load: true })) },
    '2 elements with focus',
  ],
  ['nobody is woken by a modal', { blocks: [saying('<!everyone>')] }, 'mentions everybody'],
]);

trips('home', (fields: object) => ({ ...goodHome, ...fields }), [
  ['a Home view has at most 100 blocks', { blocks: Array(101).fill(section) }, '101 items, 100 allowed'],
  ['a Home view has blocks', { blocks: undefined }, 'blocks: missing'],
  ['a chart stands in messages only', { blocks: [chart()] }, 'data_visualization stands in a message only'],
]);

test('escaped mentions, and signs that only look like formatting, are no problem', () => {
  expect(problemsOf('message', { text: 'Write &lt;!channel&gt; if you must, 2 * 3 * 4' })).toEqual([]);
  const blocks = [actions(button({ text: plain('2 * 3 * 4 < 5 <3') }))];
  expect(problemsOf('message', { text: 'words', blocks })).toEqual([]);
});

test('what somebody typed may look like anything, where it stands as it was typed', () => {
  const words = 'Ask <!channel> or <@U1> *now*, see <https://x.example|y>';
  const blocks = [{ type: 'section', text: typed(words) }];
  const field = input({ type: 'plain_text_input', action_id: 'words', initial_value: words });
  expect(problemsOf('message', { text: 'words', blocks })).toEqual([]);
  expect(problemsOf('modal', { ...goodModal, blocks: [...blocks, field] })).toEqual([]);
  // The controls: the same words as ours, as mrkdwn, and in the text for screen readers.
  for (const text of [plain(words), mrkdwn(words)])
    expect(problemsOf('modal', { ...goodModal, blocks: [{ type: 'section', text }] })).not.toEqual([]);
  expect(problemsOf('message', { text: words, blocks })).toEqual(['message.text: mentions everybody']);
});

test('everything a stand-in recorded can be checked at once', () => {
  const sent = (method: string, given: object) => ({ method, arguments: { ...given } });
  const calls = [
    sent('users.info', {}),
    sent('views.open', { view: goodModal }),
    sent('chat.update', goodMessage),
  ];
  const responses = [{ kind: 'delete', body: {} }];
  expect(problemsOfEverythingSent({ calls, responses })).toEqual([]);
  expect(
    problemsOfEverythingSent({ calls: [sent('views.publish', { view: goodModal })], responses }),
  ).toHaveLength(1);
  expect(problemsOfEverythingSent({ calls: [], responses: [{ kind: 'ephemeral', body: {} }] })).toHaveLength(
    1,
  );
});
