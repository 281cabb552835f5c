import type { Locale } from '../locale.ts';
import { line, type Message } from '../slack/block-kit.ts';
import type { TeamId } from '../team-id.ts';
import { changedActions } from './what-changed-view.ts';
import { readoutWords } from './words/index.ts';

/**
 * The direct message to a manager when a readout is out: the channel's words (`shown`) and no more. Direct messages are
 * in full exports, so where the channel does not show the readout it only says that there is one.
 */
export function readoutNotice(
  {
    team,
    question,
    shown,
  }: { readonly team: TeamId; readonly question: string; readonly shown?: Message | undefined },
  locale: Locale,
): Message {
  const { notice: words, changed } = readoutWords(locale);
  const channel = `<#${team.channel}>`;
  const first = line(shown === undefined ? words.elsewhere(channel) : words.inChannel(channel));
  return {
    text: [first.text, shown?.text, changed.open].filter(Boolean).join('\n'),
    blocks: [...first.blocks, ...(shown?.blocks ?? []), changedActions(team, locale, question)],
  };
}
