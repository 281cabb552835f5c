/** Good pieces of Block Kit, for tests that break one thing at a time. */

export const letters = (length: number) => 'x'.repeat(length);
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const section = { type: 'section', text: mrkdwn('*Hello*, everyone') };
export const option = (text: string, value: string) => ({ text: plain(text), value });
export const options = (count: number) =>
  Array.from({ length: count }, (_, index) => option('o', String(index)));

export const button = (fields: object = {}) => ({
  type: 'button',
  action_id: 'press',
  text: plain('Press'),
  value: 'v',
  ...fields,
});

export const select = (fields: object = {}) => ({
  type: 'static_select',
  action_id: 'choose',
  options: options(3),
  ...fields,
});

export const actions = (elements: object | readonly object[], blockId?: string) => ({
  type: 'actions',
  elements: Array.isArray(elements) ? elements : [elements],
  ...(blockId === undefined ? {} : { block_id: blockId }),
});

export const input = (element: object) => ({
  type: 'input',
  label: plain('Label'),
  element: { type: 'plain_text_input', ...element },
});

type ChartChange = {
  readonly type?: string;
  readonly title?: string;
  readonly axis?: object;
  readonly series?: readonly object[];
};

export const series = (name: string, labels: readonly string[] = ['a', 'b']) => ({
  name,
  data: labels.map((label, value) => ({ label, value })),
});

/** A chart of one series with a value for a and one for b, whatever the categories say. */
export const chart = (change: ChartChange = {}) => ({
  type: 'data_visualization',
  title: change.title ?? 'Level',
  chart: {
    type: change.type ?? 'line',
    series: change.series ?? [series('level')],
    axis_config: { categories: ['a', 'b'], ...change.axis },
  },
});

export const goodMessage = {
  text: 'Hello, everyone',
  blocks: [
    { type: 'header', text: plain('Asking for help') },
    { ...section, accessory: button() },
    { type: 'section', fields: [mrkdwn('a'), plain('b')] },
    actions(
      [button(), select({ initial_option: option('o', '1') }), { type: 'overflow', options: options(2) }],
      'answers',
    ),
    { type: 'divider' },
    { type: 'image', image_url: 'https://example.com/hand.png', alt_text: 'A hand' },
    { type: 'context', elements: [mrkdwn('small print')] },
    chart(),
  ],
};

export const goodModal = {
  type: 'modal',
  title: plain('Settings'),
  submit: plain('Save'),
  close: plain('Cancel'),
  private_metadata: '',
  callback_id: 'settings',
  blocks: [
    input({ initial_value: '' }),
    input({ type: 'checkboxes', options: options(10), initial_options: [option('o', '0')] }),
    input({ type: 'multi_users_select', max_selected_items: 3 }),
    input({ type: 'datepicker', initial_date: '2026-03-01' }),
    input({ type: 'timepicker', initial_time: '09:30' }),
    input({ type: 'static_select', option_groups: [{ label: plain('Group'), options: options(2) }] }),
  ],
};

export const goodHome = { type: 'home', blocks: [section, actions(button())] };
