import type { Locale } from '../locale.ts';
import { escapeText, type Message, mention, section, typed } from '../slack/block-kit.ts';
import type { Ask } from './ask.ts';
import { practiceWords } from './words/index.ts';

/** Where a card stands, and its address where Slack tells it: on a phone a thread is hard to find. */
export type CardAddress = { readonly channel: string; readonly link: string | undefined };

/** How to start, for somebody who can help with an ask. */
export function startForHelper(ask: Ask, { channel, link }: CardAddress, locale: Locale): Message {
  const { start } = practiceWords(locale).ask;
  const said = quoting(start.helper(mention(ask.asker), `<#${channel}>`), ask, start.helperSteps[ask.help]);
  return withLink(said, start.toCard, link);
}

/** The same for whoever asked, about one who can help. */
export function startForAsker(
  ask: Ask,
  helper: string,
  { channel, link }: CardAddress,
  locale: Locale,
): Message {
  const { start } = practiceWords(locale).ask;
  const said = quoting(start.asker(mention(helper), `<#${channel}>`), ask, start.askerSteps[ask.help]);
  return withLink(said, start.toCard, link);
}

function withLink({ text, blocks }: Message, label: string, link: string | undefined): Message {
  if (link === undefined) return { text, blocks };
  return { text: `${text}\n${label}: ${link}`, blocks: [...blocks, section(`<${link}|${label}>`)] };
}

/** To each helper, when the asker has closed the card. */
export function closedForHelper(ask: Ask, channel: string, locale: Locale): Message {
  const { closed } = practiceWords(locale).ask;
  return quoting(closed[ask.end ?? 'dropped'](mention(ask.asker), `<#${channel}>`), ask);
}

/** To the asker, where the form was closed before Slack refused to post. What was typed is not lost. */
export function notPostedNotice(
  ask: Pick<Ask, 'what'>,
  channel: string,
  why: string,
  locale: Locale,
): Message {
  return quoting(practiceWords(locale).ask.refused.words(`<#${channel}>`, why), ask);
}

/** The words of an ask between what is said about them. */
function quoting(before: string, { what }: Pick<Ask, 'what'>, after?: string): Message {
  return {
    text: [before, escapeText(what), after].filter(Boolean).join('\n'),
    blocks: [
      section(before),
      { type: 'section', text: typed(what) },
      ...(after === undefined ? [] : [section(after)]),
    ],
  };
}
