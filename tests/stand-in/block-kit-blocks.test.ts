import { expect, test } from 'vitest';
import { problemsOf } from '../support/block-kit-limits.ts';
import { trips } from './block-kit-controls.ts';
import {
  actions,
  button,
  chart,
  input,
  letters,
  mrkdwn,
  plain,
  section,
  series,
} from './block-kit-samples.ts';

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
const over = (labels: readonly string[]) =>
  chart({ series: [series('level', labels)], axis: { categories: labels } });
const many = (count: number) => Array.from({ length: count }, (_, index) => String(index));
const pie = (labels: readonly string[]) => ({
  ...chart(),
  chart: { type: 'pie', segments: series('', labels).data },
});
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
  ['a context’s text is at most 3000 long', context(1, letters(3_001)), '3000 allowed'],
  [
    'a context’s image has a short description',
    { type: 'context', elements: [image({ alt_text: letters(2_001) })] },
    '2000 allowed',
  ],
  [
    'a context’s image has a short address',
    { type: 'context', elements: [image({ image_url: letters(3_001) })] },
    '3000 allowed',
  ],
  ['actions have at most 25 elements', actions(buttons(26)), '26 items, 25 allowed'],
  ['actions have at least one element', actions([]), 'at least 1 needed'],
  ['an element needs a known type', actions({ type: 'knob' }), 'no element is called knob'],
  ['an input’s label is at most 2000 long', { ...input({}), label: plain(letters(2_001)) }, '2000 allowed'],
  ['an input’s hint is at most 2000 long', { ...input({}), hint: plain(letters(2_001)) }, '2000 allowed'],
  ['an input’s label is plain', { ...input({}), label: mrkdwn('x') }, 'mrkdwn is none of plain_text'],
  ['an input is no button', input({ type: 'button', text: plain('x') }), 'button cannot stand in input'],
  ['an image has a description', image({ alt_text: undefined }), 'alt_text: missing'],
  ['an image’s description is at most 2000 long', image({ alt_text: letters(2_001) }), '2000 allowed'],
  ['an image’s title is at most 2000 long', image({ title: plain(letters(2_001)) }), '2000 allowed'],
  ['an image’s address is at most 3000 long', image({ image_url: letters(3_001) }), '3000 allowed'],
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
  ['so has the other', chart({ axis: { y_label: letters(51) } }), '50 allowed'],
  [
    'a chart has at most 6 series',
    chart({ series: many(7).map((name) => series(name)) }),
    '7 items, 6 allowed',
  ],
  ['a chart has at least one series', chart({ series: [] }), 'at least 1 needed'],
  ['series have different names', chart({ series: [series('same'), series('same')] }), 'the same name'],
  ['a series has a short name', chart({ series: [series(letters(21))] }), '21 characters, 20 allowed'],
  ['a pie has at most 6 segments', pie(many(7)), '7 items, 6 allowed'],
  ['a segment has a short name', pie([letters(21)]), '21 characters, 20 allowed'],
]);

test('a chart has at most 20 categories, with short names', () => {
  const problems = (labels: readonly string[]) =>
    problemsOf('message', { text: 'words', blocks: [over(labels)] });
  expect(problems(many(20))).toEqual([]);
  // Once for the data, once for the axis.
  expect(problems(many(21)).join()).toMatch(/data: 21 items, 20 allowed.*categories: 21 items, 20 allowed/);
  expect(problems([letters(21)]).join()).toMatch(/label: 21 characters.*categories\[0\]: 21 characters/);
});
