import type { KnownBlock } from '@slack/types';
import { cutText } from '../cut-text.ts';
import type { Message } from './block-kit.ts';

/**
 * A line chart. Source: docs.slack.dev, "Data visualization block" (June 2026; not in @slack/types yet): messages only, at
 * most two in each.
 */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line';
    readonly series: readonly { readonly name: string; readonly data: readonly ChartPoint[] }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
};

export type ChartPoint = { readonly label: string; readonly value: number };

/** A message in which charts may stand. Its text says all that they say. */
export type ChartedMessage = Omit<Message, 'blocks'> & {
  readonly blocks: readonly (KnownBlock | ChartBlock)[];
};

/** How many charts Slack takes in a message. */
export const MOST_CHARTS = 2;

/** How long titles, names on the axis, and labels of points may be (characters). */
const LONGEST = { title: 50, axis: 50, label: 20 } as const;

/** One line through some points, each of which must have a label of its own. */
export function lineChart(drawn: {
  readonly title: string;
  readonly name: string;
  readonly axis: string;
  readonly points: readonly ChartPoint[];
}): ChartBlock {
  const data = drawn.points.map(({ label, value }) => ({ label: cutText(label, LONGEST.label), value }));
  return {
    type: 'data_visualization',
    title: cutText(drawn.title, LONGEST.title),
    chart: {
      type: 'line',
      series: [{ name: cutText(drawn.name, LONGEST.label), data }],
      axis_config: {
        categories: data.map(({ label }) => label),
        y_label: cutText(drawn.axis, LONGEST.axis),
      },
    },
  };
}
