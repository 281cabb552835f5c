import { blockListRule, type Surface } from './block-kit-blocks.ts';
import { hasFallbackText, noFormattingInPlainText, noMassMentions } from './block-kit-house-rules.ts';
import { plainText } from './block-kit-objects.ts';
import {
  all,
  holds,
  isFields,
  oneOf,
  optional,
  type Rule,
  required,
  shape,
  words,
} from './block-kit-rules.ts';

export type { Surface } from './block-kit-blocks.ts';

/** Longer messages are cut off by Slack. Source: docs.slack.dev, chat.postMessage. */
const LONGEST_MESSAGE = 40_000;

const viewFields = {
  private_metadata: optional(words({ min: 0, max: 3_000 })),
  callback_id: optional(words({ max: 255 })),
  external_id: optional(words({ min: 0, max: 255 })),
};

const modal = all(
  shape({
    type: oneOf('modal'),
    title: required(plainText(24)),
    submit: optional(plainText(24)),
    close: optional(plainText(24)),
    blocks: required(blockListRule('modal')),
    ...viewFields,
  }),
  holds(
    'input blocks need a submit button',
    ({ blocks, submit }) => submit !== undefined || !hasInput(blocks),
  ),
);

const home = shape({ type: oneOf('home'), blocks: required(blockListRule('home')), ...viewFields });

const message = shape({
  text: optional(words({ min: 0, max: LONGEST_MESSAGE })),
  blocks: optional(blockListRule('message')),
});

const limits: Readonly<Record<Surface, Rule>> = { message, modal, home };

const houseRules: Readonly<Record<Surface, Rule>> = {
  message: all(hasFallbackText, noMassMentions, noFormattingInPlainText),
  modal: all(noMassMentions, noFormattingInPlainText),
  home: all(noMassMentions, noFormattingInPlainText),
};

/**
 * Everything wrong with a message (`{ text, blocks }`), a modal or a Home view: Slack's limits, and the rules of
 * this house on top. Empty when nothing is. Each problem names its place: `message.blocks[2].text.text: empty`.
 */
export function problemsOf(surface: Surface, payload: unknown): readonly string[] {
  return all(limits[surface], houseRules[surface])(payload, surface);
}

/** Only what Slack itself would refuse about blocks. */
export function blockProblems(surface: Surface, blocks: readonly unknown[]): readonly string[] {
  return blockListRule(surface)(blocks, 'blocks');
}

/** Only what Slack itself would refuse about a modal or a Home view. */
export function viewProblems(surface: 'modal' | 'home', view: object): readonly string[] {
  return limits[surface](view, 'view');
}

function hasInput(blocks: unknown): boolean {
  return Array.isArray(blocks) && blocks.some((block) => isFields(block) && block.type === 'input');
}
