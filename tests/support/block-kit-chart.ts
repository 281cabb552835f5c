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

/** Charts. Source: docs.slack.dev, reference/block-kit/blocks/data-visualization-block, its stricter numbers. */
const number: Rule = (value, path) => (Number.isFinite(value) ? [] : [`${path}: not a number`]);
const point = shape({ label: required(words({ max: 20 })), value: required(number) });
const series = shape({ name: required(words({ max: 20 })), data: required(list({ max: 20 }, point)) });

const plotted = all(
  shape({
    series: required(list({ max: 6 }, series)),
    axis_config: required(
      shape({
        categories: required(list({ max: 20 }, words({ max: 20 }))),
        x_label: optional(words({ max: 50 })),
        y_label: optional(words({ max: 50 })),
      }),
    ),
  }),
  holds('every series needs a value for every category', everyCategoryHasAValue),
  holds('two series have the same name', ({ series: all }) => {
    const names = items(all).map((entry) => entry.name);
    return new Set(names).size === names.length;
  }),
);

const charts: Readonly<Record<string, Rule>> = {
  line: plotted,
  bar: plotted,
  area: plotted,
  pie: shape({ segments: required(list({ max: 6 }, point)) }),
};

/** A `data_visualization` block. */
export const chartBlock = shape({
  title: required(words({ max: 50 })),
  chart: required(
    all(shape({ type: oneOf(...Object.keys(charts)) }), (value, path) => {
      const rule = isFields(value) ? charts[String(value.type)] : undefined;
      return rule?.(value, path) ?? [];
    }),
  ),
});

function everyCategoryHasAValue(chart: Readonly<Record<string, unknown>>): boolean {
  const axis = isFields(chart.axis_config) ? chart.axis_config : {};
  const categories = Array.isArray(axis.categories) ? axis.categories.map(String) : [];
  return items(chart.series).every((entry) => {
    const labels = items(entry.data).map((data) => String(data.label));
    return labels.length === categories.length && categories.every((category) => labels.includes(category));
  });
}

function items(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
