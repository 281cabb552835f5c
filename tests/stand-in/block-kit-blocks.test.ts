import { trips } from './block-kit-controls.ts';
import { actions, button, chart, input, letters, mrkdwn, plain, section } from './block-kit-samples.ts';

const fields = (count: number, text: string) => ({
  type: 'section',
  fields: Array(count).fill(mrkdwn(text)),
});
const context = (count: number, text: string) => ({
  type: 'context',
  elements: Array(count).fill(mrkdwn(text)),
});
const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => button({ action_id: `press-${index}` }));
const image = (change: object) => ({
  type: 'image',
  image_url: 'https://a.b/c.png',
  alt_text: 'A hand',
  ...change,
});

trips('message', (block: object) => ({ text: 'words', blocks: [block] }), [
  ['a block needs a known type', { type: 'sektion' }, 'no block is called sektion'],
  ['a block is not a name every object has', { type: 'constructor' }, 'no block is called constructor'],
  ['a block id is at most 255 long', { ...section, block_id: letters(256) }, '255 allowed'],
  ['a block id is not empty', { ...section, block_id: '' }, 'block_id: empty'],
  ['action ids are unique within a block', actions([button(), button()]), 'action_id press twice'],
  ['a header is at most 150 long', { type: 'header', text: plain(letters(151)) }, '150 allowed'],
  ['a header is not empty', { type: 'header', text: plain('') }, 'text.text: empty'],
  ['a header is plain', { type: 'header', text: mrkdwn('x') }, 'mrkdwn is none of plain_text'],
  ['a section needs text or fields', { type: 'section' }, 'needs text or fields'],
  ['a section’s text is not empty', { ...section, text: mrkdwn('') }, 'text.text: empty'],
  ['a section’s text is at most 3000 long', { ...section, text: mrkdwn(letters(3_001)) }, '3000 allowed'],
  ['a section has at most 10 fields', fields(11, 'x'), '11 items, 10 allowed'],
  ['a field is at most 2000 long', fields(1, letters(2_001)), '2000 allowed'],
  ['a context has at most 10 elements', context(11, 'x'), '11 items, 10 allowed'],
  ['a context has at least one element', context(0, 'x'), 'at least 1 needed'],
  ['a context has no empty text', context(1, ''), 'text: empty'],
  ['actions have at most 25 elements', actions(buttons(26)), '26 items, 25 allowed'],
  ['actions have at least one element', actions([]), 'at least 1 needed'],
  ['an element needs a known type', actions({ type: 'knob' }), 'no element is called knob'],
  ['an input’s label is at most 2000 long', { ...input({}), label: plain(letters(2_001)) }, '2000 allowed'],
  ['an input’s hint is at most 2000 long', { ...input({}), hint: plain(letters(2_001)) }, '2000 allowed'],
  ['an input’s label is plain', { ...input({}), label: mrkdwn('x') }, 'mrkdwn is none of plain_text'],
  ['an input is no button', input({ type: 'button', text: plain('x') }), 'button cannot stand in input'],
  ['an image has a description', image({ alt_text: undefined }), 'alt_text: missing'],
  ['an image’s description is at most 2000 long', image({ alt_text: letters(2_001) }), '2000 allowed'],
  ['an image comes from somewhere', image({ image_url: undefined }), 'needs an image_url'],
  ['markdown is at most 12000 long', { type: 'markdown', text: letters(12_001) }, '12000 allowed'],
  [
    'a plain text knows no verbatim',
    { type: 'header', text: { ...plain('x'), verbatim: true } },
    'no verbatim',
  ],
  ['a formatted text knows no emoji', { ...section, text: { ...mrkdwn('x'), emoji: true } }, 'no emoji'],
  ['a modal’s alert does not stand in a message', { type: 'alert' }, 'alert stands in a modal only'],
  ['a chart’s title is at most 50 long', chart({ title: letters(51) }), '50 allowed'],
  ['a chart is of a known kind', chart({ type: 'spider' }), 'none of line, bar, area, pie'],
  ['a chart’s series cover its categories', chart({ axis: { categories: ['a', 'c'] } }), 'a value for every'],
  ['a chart’s axis has a short name', chart({ axis: { x_label: letters(51) } }), '50 allowed'],
]);
