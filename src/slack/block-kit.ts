import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { type Locale, languageTags } from '../locale.ts';
import { slackWords } from './words/index.ts';

/** What a room's view makes: the complete text (screen readers, notifications) and the blocks. */
export type Message = {
  readonly text: string;
  readonly blocks: KnownBlock[];
};

/** Text from people or files, made harmless in mrkdwn: no mentions, links or `<!channel>` take effect. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A mention that Slack shows as the person's name. */
export const mention = (user: string): string => `<@${user}>`;

/**
 * A date token: everyone reads the instant (ms) in their own timezone; clients that cannot show the team's.
 * Source: Slack's documentation, "Formatting message text", date formatting.
 */
export function dateToken(instant: number, timezone: string, locale: Locale): string {
  const seconds = Math.floor(instant / 1000);
  return `<!date^${seconds}^${slackWords(locale).dateToken}|${localTime(instant, timezone, locale)}>`;
}

/** `Fri 27 Nov, 14:00` in the timezone. */
export function localTime(instant: number, timezone: string, locale: Locale): string {
  const parts = dateFormat('time', timezone, locale).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  return slackWords(locale).localTime({
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    time: `${part('hour')}:${part('minute')}`,
  });
}

/** `27 Nov` in the timezone. */
export function shortDate(instant: number, timeZone: string, locale: Locale): string {
  return dateFormat('day', timeZone, locale).format(instant);
}

const dateParts = {
  day: { day: 'numeric', month: 'short' },
  time: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} as const;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each timezone and language: making one takes some fifteen times as long as using it. */
function dateFormat(parts: keyof typeof dateParts, timeZone: string, locale: Locale): Intl.DateTimeFormat {
  const name = [parts, timeZone, locale].join(' ');
  const known = dateFormats.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(languageTags[locale], { ...dateParts[parts], timeZone });
  dateFormats.set(name, format);
  return format;
}

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/**
 * What somebody typed, as it was typed: plain text has no mentions, links or bold. Only emoji are shown as such, since
 * Slack's fields have them as `:name:`.
 */
export const typed = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true });

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text) });

export const section = (markdown: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: markdown },
});

export const divider: DividerBlock = { type: 'divider' };

export const context = (markdown: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: markdown }],
});

export const actions = (blockId: string, elements: Button[]): ActionsBlock => ({
  type: 'actions',
  block_id: blockId,
  elements,
});

export const button = (text: string, actionId: string, value: string): Button => ({
  type: 'button',
  text: plain(text),
  action_id: actionId,
  value,
});

export const option = (text: string, value: string): PlainTextOption => ({ text: plain(text), value });

/** One private line. */
export const line = (markdown: string): Message => ({ text: markdown, blocks: [section(markdown)] });
