import { chartBlock } from './block-kit-chart.ts';
import { contextElement, element } from './block-kit-elements.ts';
import { anyText, plainText } from './block-kit-objects.ts';
import {
  all,
  holds,
  isFields,
  list,
  optional,
  type Rule,
  required,
  shape,
  words,
} from './block-kit-rules.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Layout blocks, one row each. Source: docs.slack.dev, reference/block-kit/blocks. */
const blocks: Readonly<Record<string, Rule>> = {
  header: shape({ text: required(plainText(150)) }),
  section: all(
    holds('needs text or fields', (block) => block.text !== undefined || block.fields !== undefined),
    shape({
      text: optional(anyText(3_000)),
      fields: optional(list({ max: 10 }, anyText(2_000))),
      accessory: optional(element('section')),
    }),
  ),
  context: shape({ elements: required(list({ max: 10 }, contextElement)) }),
  actions: shape({ elements: required(list({ max: 25 }, element('actions'))) }),
  input: shape({
    label: required(plainText(2_000)),
    hint: optional(plainText(2_000)),
    element: required(element('input')),
  }),
  divider: () => [],
  image: all(
    shape({
      alt_text: required(words({ max: 2_000 })),
      title: optional(plainText(2_000)),
      image_url: optional(words({ max: 3_000 })),
    }),
    holds(
      'needs an image_url or a slack_file',
      (block) => block.image_url !== undefined || block.slack_file !== undefined,
    ),
  ),
  markdown: shape({ text: required(words({ max: 12_000 })) }),
  data_visualization: chartBlock,
  rich_text: shape({ elements: required(list({ max: Number.POSITIVE_INFINITY })) }),
  // Known to Slack, not used here: only what every block has in common is checked.
  video: () => [],
  file: () => [],
  table: () => [],
  data_table: () => [],
  card: () => [],
  container: () => [],
  alert: () => [],
};

/** Blocks which stand on one surface only. */
const onlyOn: Readonly<Record<string, Surface>> = {
  markdown: 'message',
  data_visualization: 'message',
  file: 'message',
  table: 'message',
  data_table: 'message',
  card: 'message',
  container: 'message',
  alert: 'modal',
};

const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MOST_CHARTS = 2;

/** Everything Slack would refuse about a list of blocks on this surface. */
export function blockListRule(surface: Surface): Rule {
  return all(
    list({ min: 0, max: MOST_BLOCKS[surface] }, blockRule(surface)),
    uniqueBlockIds,
    oneFocus,
    fewCharts,
  );
}

function blockRule(surface: Surface): Rule {
  return (value, path) => {
    const type = isFields(value) ? String(value.type) : 'nothing';
    const rule = Object.hasOwn(blocks, type) ? blocks[type] : undefined;
    if (!rule) return [`${path}: no block is called ${type}`];
    const place = onlyOn[type];
    const misplaced = place && place !== surface ? [`${path}: ${type} stands in a ${place} only`] : [];
    const common = shape({ block_id: optional(words({ max: 255 })) });
    return [...misplaced, ...all(common, uniqueActionIds, rule)(value, path)];
  };
}

const uniqueActionIds: Rule = (block, path) =>
  repeated(elementsIn(block).map((entry) => entry.action_id)).map((id) => `${path}: action_id ${id} twice`);

const uniqueBlockIds: Rule = (value, path) =>
  repeated(fieldsIn(value).map((block) => block.block_id)).map((id) => `${path}: block_id ${id} twice`);

const oneFocus: Rule = (value, path) => {
  const focused = fieldsIn(value)
    .flatMap(elementsIn)
    .filter((entry) => entry.focus_on_load === true);
  return focused.length > 1 ? [`${path}: ${focused.length} elements with focus_on_load, 1 allowed`] : [];
};

const fewCharts: Rule = (value, path) => {
  const count = fieldsIn(value).filter((block) => block.type === 'data_visualization').length;
  return count > MOST_CHARTS ? [`${path}: ${count} charts, ${MOST_CHARTS} allowed`] : [];
};

function elementsIn(block: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isFields(block)) return [];
  return fieldsIn([...fieldsIn(block.elements), block.accessory, block.element]);
}

function fieldsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function repeated(ids: readonly unknown[]): readonly unknown[] {
  const given = ids.filter((id) => id !== undefined);
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))];
}
