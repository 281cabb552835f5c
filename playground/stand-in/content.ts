import { blockProblems } from '../../tests/support/block-kit-limits.ts';
import type { Arguments } from './answer.ts';

export type Content = { readonly text: string; readonly blocks: readonly unknown[] };

export type BadContent = { readonly error: string; readonly messages: readonly string[] };

/** Slack cuts longer messages off; for the app that is as wrong as a refusal. */
const LONGEST_TEXT = 40_000;

/** `takesCharts`: false for a Slack that does not know charts, which are new. */
export type Taste = { readonly longestText?: number; readonly takesCharts?: boolean };

/** Text and blocks of a message as Slack would accept them, or Slack's code for why not. */
export function checkedContent(
  { text, blocks }: Arguments,
  { longestText = LONGEST_TEXT, takesCharts = true }: Taste = {},
): Content | BadContent {
  const words = text === undefined || text === null ? '' : String(text);
  if (blocks !== undefined && !Array.isArray(blocks)) return { error: 'invalid_blocks_format', messages: [] };
  const list: readonly unknown[] = blocks ?? [];
  if (words === '' && list.length === 0) return { error: 'no_text', messages: [] };
  if (words.length > longestText) return { error: 'msg_too_long', messages: [] };
  const isRefused =
    !takesCharts && list.some((block) => Reflect.get(Object(block), 'type') === 'data_visualization');
  const problems = isRefused ? ['unsupported type: data_visualization'] : blockProblems('message', list);
  return problems.length > 0
    ? { error: 'invalid_blocks', messages: problems }
    : { text: words, blocks: list };
}
