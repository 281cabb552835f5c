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
  words,
} from './block-kit-rules.ts';

/**
 * Composition objects. Source: docs.slack.dev, reference/block-kit/composition-objects; the lengths of option
 * values are the 150 of the current page (older ones, and the comments in @slack/types, say 75).
 */

/** A text object that must be `plain_text`. */
export function plainText(max: number): Rule {
  return all(
    shape({ type: oneOf('plain_text'), text: words({ max }) }),
    holds('plain_text knows no verbatim', ({ verbatim }) => verbatim === undefined),
  );
}

/** A text object of either kind. */
export function anyText(max: number): Rule {
  return all(
    shape({ type: oneOf('plain_text', 'mrkdwn'), text: words({ max }) }),
    holds('mrkdwn knows no emoji', ({ type, emoji }) => type !== 'mrkdwn' || emoji === undefined),
  );
}

export const actionId = words({ max: 255 });

export const confirm = shape({
  title: required(plainText(100)),
  text: required(anyText(300)),
  confirm: required(plainText(30)),
  deny: required(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
});

/** An option; only checkboxes and radio buttons may have mrkdwn in it. */
export function option(text: (max: number) => Rule = plainText): Rule {
  return shape({
    text: required(text(75)),
    value: required(words({ max: 150 })),
    description: optional(text(75)),
    url: optional(words({ max: 3_000 })),
  });
}

export const optionGroup = shape({
  label: required(plainText(75)),
  options: required(list({ max: 100 }, option())),
});

/** Initial options must be among the options, and options must differ. */
export const consistentOptions = all(
  holds('initial_option is none of the options', (element) =>
    includesInitial(element, [element.initial_option]),
  ),
  holds('initial_options has one that is none of the options', (element) =>
    includesInitial(element, Array.isArray(element.initial_options) ? element.initial_options : []),
  ),
  holds('two options have the same value', (element) => {
    const values = optionsOf(element).map((entry) => (isFields(entry) ? entry.value : undefined));
    return new Set(values).size === values.length;
  }),
);

/** `options` or `option_groups`, never both and never neither. */
export const optionsOrGroups = all(
  holds(
    'needs either options or option_groups',
    (element) => (element.options !== undefined) !== (element.option_groups !== undefined),
  ),
  shape({
    options: optional(list({ max: 100 }, option())),
    option_groups: optional(list({ max: 100 }, optionGroup)),
  }),
  consistentOptions,
);

/** Slack compares the whole option, its text included, not only its value. */
function includesInitial(element: Readonly<Record<string, unknown>>, initial: readonly unknown[]): boolean {
  const known = optionsOf(element).map(canonical);
  return initial.filter((entry) => entry !== undefined).every((entry) => known.includes(canonical(entry)));
}

function optionsOf(element: Readonly<Record<string, unknown>>): readonly unknown[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const lists = [element, ...groups].map((holder) => (isFields(holder) ? holder.options : undefined));
  return lists.flatMap((options) => (Array.isArray(options) ? options : []));
}

function canonical(value: unknown): string {
  if (!isFields(value)) return JSON.stringify(value);
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted.map(([name, field]) => [name, canonical(field)]));
}
