import { type Fields, isFields, type Rule } from './block-kit-rules.ts';

/** What Slack would take but this app must not send. */

/**
 * Nobody's pocket buzzes because of us: no mention of a whole channel, wherever a text may hide. Where somebody's own
 * words stand as they were typed (plain text, the text in a field, and what a form carries along unseen) a mention has no effect.
 */
export const noMassMentions: Rule = (value, path) =>
  textsIn(value, path)
    .filter(({ text }) => /<!(channel|here|everyone)(\|[^>]*)?>/.test(text))
    .map((found) => `${found.path}: mentions everybody`);

/**
 * Formatting in a plain_text stands there as raw signs: `*so*`, `<@U1>`, `<!date^…>`, `<https://…|here>`. That is as it
 * should be for what somebody typed, which `typed` of src/slack/block-kit.ts marks by `emoji: true`.
 */
export const noFormattingInPlainText: Rule = (value, path) => {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => noFormattingInPlainText(entry, `${path}[${index}]`));
  if (!isFields(value)) return [];
  const isOurs = value.type === 'plain_text' && !isTyped(value);
  const isFormatted = isOurs && formatting.test(String(value.text));
  const own = isFormatted ? [`${path}.text: formatting in a plain_text`] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, field]) => noFormattingInPlainText(field, `${path}.${name}`)),
  ];
};

/** The text that screen readers and notifications use. */
export const hasFallbackText: Rule = (value, path) => {
  const text = isFields(value) ? value.text : undefined;
  return typeof text === 'string' && text.trim() !== '' ? [] : [`${path}.text: no text for screen readers`];
};

/** Whether this is a text as somebody typed it. */
const isTyped = ({ type, emoji }: Fields): boolean => type === 'plain_text' && emoji === true;

const formatting = /<[@#!][^>]+>|<https?:[^>]+>|(^|\s)\*\S([^*]*\S)?\*(?=\s|$)/;

function textsIn(value: unknown, path: string): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => textsIn(entry, `${path}[${index}]`));
  if (!isFields(value) || isTyped(value)) return [];
  const { initial_value: _, private_metadata: __, ...rest } = value;
  return Object.entries(rest).flatMap(([name, field]) => textsIn(field, `${path}.${name}`));
}
