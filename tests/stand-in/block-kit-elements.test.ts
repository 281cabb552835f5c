import { trips } from './block-kit-controls.ts';
import {
  actions,
  button,
  goodModal,
  input,
  letters,
  mrkdwn,
  option,
  options,
  plain,
  select,
} from './block-kit-samples.ts';

const group = (label: string, index = 0) => ({ label: plain(label), options: [option('t', String(index))] });
const groups = (count: number) => Array.from({ length: count }, (_, index) => group('g', index));
const question = { title: plain('t'), text: mrkdwn('t'), confirm: plain('c'), deny: plain('d') };
const asking = (change: object) => ({ confirm: { ...question, ...change } });

trips('message', (fields: object) => ({ text: 'words', blocks: [actions(button(fields))] }), [
  ['a button’s text is at most 75 long', { text: plain(letters(76)) }, '75 allowed'],
  ['a button’s text is not empty', { text: plain('') }, 'text.text: empty'],
  ['a button’s text is plain', { text: mrkdwn('x') }, 'mrkdwn is none of plain_text'],
  ['a button’s value is at most 2000 long', { value: letters(2_001) }, '2000 allowed'],
  ['a button’s value is not empty', { value: '' }, 'value: empty'],
  ['a button’s address is at most 3000 long', { url: letters(3_001) }, '3000 allowed'],
  ['a button has one of two styles', { style: 'default' }, 'none of primary, danger'],
  ['a button’s label is at most 75 long', { accessibility_label: letters(76) }, '75 allowed'],
  ['an action id is at most 255 long', { action_id: letters(256) }, '255 allowed'],
  ['an action id is not empty', { action_id: '' }, 'action_id: empty'],
  ['a confirmation’s title is at most 100 long', asking({ title: plain(letters(101)) }), '100 allowed'],
  ['a confirmation’s text is at most 300 long', asking({ text: mrkdwn(letters(301)) }), '300 allowed'],
  ['a confirmation’s yes is at most 30 long', asking({ confirm: plain(letters(31)) }), '30 allowed'],
  ['a confirmation’s no is at most 30 long', asking({ deny: plain(letters(31)) }), '30 allowed'],
  ['a confirmation needs both answers', asking({ deny: undefined }), 'deny: missing'],
]);

trips('message', (fields: object) => ({ text: 'words', blocks: [actions(select(fields))] }), [
  ['a select has at least one option', { options: [] }, 'at least 1 needed'],
  ['a select has at most 100 options', { options: options(101) }, '101 items, 100 allowed'],
  ['a select has options or groups', { options: undefined }, 'needs either'],
  ['a select has not both', { option_groups: [group('g', 9)] }, 'needs either'],
  ['an option’s text is at most 75 long', { options: [option(letters(76), 'v')] }, '75 allowed'],
  ['an option’s text is not empty', { options: [option('', 'v')] }, 'text.text: empty'],
  ['a menu’s option is plain', { options: [{ text: mrkdwn('t'), value: 'v' }] }, 'none of plain_text'],
  ['an option’s value is at most 150 long', { options: [option('t', letters(151))] }, '150 allowed'],
  [
    'an option’s line is at most 75',
    { options: [{ ...option('t', 'v'), description: plain(letters(76)) }] },
    '75 all',
  ],
  ['options differ', { options: [option('a', 'v'), option('b', 'v')] }, 'the same value'],
  ['the initial option is an option', { initial_option: option('z', 'z') }, 'none of the options'],
  [
    'the initial option is so in every field',
    { initial_option: option('other', '1') },
    'none of the options',
  ],
  [
    'an option’s address is at most 3000',
    { options: [{ ...option('t', 'v'), url: letters(3_001) }] },
    '3000 allowed',
  ],
  [
    'a group has at most 100 options',
    { options: undefined, option_groups: [{ label: plain('g'), options: options(101) }] },
    '101 items',
  ],
  [
    'a group’s name is at most 75 long',
    { options: undefined, option_groups: [group(letters(76))] },
    '75 allowed',
  ],
  [
    'there are at most 100 groups',
    { options: undefined, option_groups: groups(101) },
    '101 items, 100 allowed',
  ],
  ['a placeholder is at most 150 long', { placeholder: plain(letters(151)) }, '150 allowed'],
  ['a placeholder is plain', { placeholder: mrkdwn('x') }, 'none of plain_text'],
]);

trips('message', (element: object) => ({ text: 'words', blocks: [actions(element)] }), [
  ['an overflow has at most 5 options', { type: 'overflow', options: options(6) }, '6 items, 5 allowed'],
  ['a multi-select stands outside actions', { type: 'multi_users_select' }, 'cannot stand in actions'],
  ['typing happens in inputs', { type: 'plain_text_input' }, 'cannot stand in actions'],
]);

trips('modal', (element: object) => ({ ...goodModal, blocks: [input(element)] }), [
  [
    'checkboxes have at most 10 options',
    { type: 'checkboxes', options: options(11) },
    '11 items, 10 allowed',
  ],
  [
    'radio buttons have at most 10 options',
    { type: 'radio_buttons', options: options(11) },
    '11 items, 10 allowed',
  ],
  [
    'boxes ticked are there',
    { type: 'checkboxes', options: options(2), initial_options: options(3) },
    'none of the',
  ],
  [
    'a multi-select takes at least one',
    { type: 'multi_users_select', max_selected_items: 0 },
    '0 is not a whole',
  ],
  ['a date is written year first', { type: 'datepicker', initial_date: '1.3.2026' }, 'is not a date'],
  ['a time is on the clock', { type: 'timepicker', initial_time: '25:99' }, 'is not a time'],
  [
    'text given is at most 3000 long',
    { type: 'plain_text_input', initial_value: letters(3_001) },
    '3000 allowed',
  ],
  [
    'text asked for is at most 3000 long',
    { type: 'plain_text_input', min_length: 3_001 },
    '3001 is not a whole',
  ],
  ['at most 10 files', { type: 'file_input', max_files: 11 }, '11 is not a whole'],
  ['typed text is at most 3000 long', { type: 'plain_text_input', max_length: 3_001 }, '3001 is not a whole'],
]);
