import {
  actionId,
  anyText,
  confirm,
  consistentOptions,
  option,
  optionsOrGroups,
  plainText,
} from './block-kit-objects.ts';
import {
  all,
  holds,
  isFields,
  list,
  oneOf,
  optional,
  type Rule,
  required,
  shape,
  wholeNumber,
  words,
  written,
} from './block-kit-rules.ts';

/** Block elements, one row each. Source: docs.slack.dev, reference/block-kit/block-elements. */
const interactive = shape({ action_id: optional(actionId), confirm: optional(confirm) });
const placeholder = shape({ placeholder: optional(plainText(150)) });
const maxSelected = shape({ max_selected_items: optional(wholeNumber({ max: Number.POSITIVE_INFINITY })) });
const picker = all(interactive, placeholder);
const date = written(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-03-01');
const time = written(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 09:30');
const imageSource = holds(
  'needs an image_url or a slack_file',
  (image) => image.image_url !== undefined || image.slack_file !== undefined,
);
const typed = all(
  interactive,
  placeholder,
  shape({ initial_value: optional(words({ min: 0, max: 3_000 })) }),
);

const tenOptions = all(
  interactive,
  shape({ options: required(list({ max: 10 }, option(anyText))) }),
  consistentOptions,
);

const elements: Readonly<Record<string, Rule>> = {
  button: all(
    interactive,
    shape({
      text: required(plainText(75)),
      value: optional(words({ max: 2_000 })),
      url: optional(words({ max: 3_000 })),
      style: optional(oneOf('primary', 'danger')),
      accessibility_label: optional(words({ max: 75 })),
    }),
  ),
  static_select: all(picker, optionsOrGroups),
  multi_static_select: all(picker, optionsOrGroups, maxSelected),
  users_select: picker,
  multi_users_select: all(picker, maxSelected),
  conversations_select: picker,
  multi_conversations_select: all(picker, maxSelected),
  channels_select: picker,
  multi_channels_select: all(picker, maxSelected),
  checkboxes: tenOptions,
  radio_buttons: tenOptions,
  overflow: all(interactive, shape({ options: required(list({ max: 5 }, option())) }), consistentOptions),
  datepicker: all(picker, shape({ initial_date: optional(date) })),
  timepicker: all(picker, shape({ initial_time: optional(time) })),
  datetimepicker: interactive,
  plain_text_input: all(
    typed,
    shape({
      min_length: optional(wholeNumber({ min: 0, max: 3_000 })),
      max_length: optional(wholeNumber({ max: 3_000 })),
    }),
  ),
  email_text_input: typed,
  url_text_input: typed,
  number_input: all(interactive, placeholder),
  rich_text_input: all(interactive, placeholder),
  file_input: shape({ max_files: optional(wholeNumber({ max: 10 })) }),
  image: all(
    shape({ alt_text: required(words({ max: 2_000 })), image_url: optional(words({ max: 3_000 })) }),
    imageSource,
  ),
};

const multiSelects = Object.keys(elements).filter((type) => type.startsWith('multi_'));
const typedInputs = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
];

const elsewhere: Readonly<Record<'actions' | 'section' | 'input', readonly string[]>> = {
  actions: [...multiSelects, ...typedInputs, 'file_input', 'image'],
  section: [...typedInputs, 'file_input'],
  input: ['button', 'overflow', 'image'],
};

/** An element that may stand in such a block, and its own limits. */
export function element(place: keyof typeof elsewhere): Rule {
  return (value, path) => {
    const type = isFields(value) ? String(value.type) : 'nothing';
    const rule = Object.hasOwn(elements, type) ? elements[type] : undefined;
    if (!rule) return [`${path}: no element is called ${type}`];
    const misplaced = elsewhere[place].includes(type) ? [`${path}: ${type} cannot stand in ${place}`] : [];
    return [...misplaced, ...rule(value, path)];
  };
}

/** A context block holds texts and images only. */
export const contextElement: Rule = (value, path) => {
  const rule = isFields(value) && value.type === 'image' ? elements.image : anyText(3_000);
  return rule?.(value, path) ?? [];
};
