import type { KnownBlock } from '@slack/types';
import { type Locale, languageTags } from '../locale.ts';
import {
  actions,
  button,
  context,
  escapeText,
  line,
  type Message,
  mention,
  section,
  typed,
} from '../slack/block-kit.ts';
import type { Ask } from './ask.ts';
import { piecesOf } from './sealed-card.ts';
import { practiceWords } from './words/index.ts';

export const helpAction = 'help-with-ask';
export const thankAction = 'thank-for-ask';
export const dropAction = 'drop-ask';

/**
 * The card of an ask in its team's channel. `card.id` is the block id of its buttons, `card.sealed` what they carry; a
 * closed card has none.
 */
export function askCard(
  ask: Ask,
  card: { readonly id: string; readonly sealed: string },
  locale: Locale,
): Message {
  const words = practiceWords(locale).ask;
  const title = words.card.title(mention(ask.asker));
  const [help, by] = [words.helps[ask.help], words.urgencies[ask.by]];
  const lines = endLines(ask, locale);
  return {
    text: [title, escapeText(ask.what), `${help} · ${by}`, ...lines].join('\n'),
    blocks: [
      section(`*${title}*`),
      { type: 'section', text: typed(ask.what) },
      context(`*${help}* · ${by}`),
      ...lines.map(section),
      ...(ask.end === undefined ? [buttons(card, locale)] : []),
    ],
  };
}

function endLines({ asker, helpers, end }: Ask, locale: Locale): readonly string[] {
  const { card: words } = practiceWords(locale).ask;
  const names = listed(helpers, locale);
  if (end === 'dropped') return [words.dropped];
  if (end === 'thanked')
    return [helpers.length > 0 ? words.thanked(mention(asker), names) : words.thankedAll(mention(asker))];
  return helpers.length > 0 ? [words.helping(names)] : [];
}

function buttons(
  { id, sealed }: { readonly id: string; readonly sealed: string },
  locale: Locale,
): KnownBlock {
  const { card: words } = practiceWords(locale).ask;
  const [help = '', thank = '', drop = ''] = piecesOf(sealed, 3);
  return actions(id, [
    { ...button(words.help, helpAction, help), style: 'primary' },
    button(words.thank, thankAction, thank),
    button(words.drop, dropAction, drop),
  ]);
}

/** The line in the thread of a card that nobody has answered. */
export const askReminder = (locale: Locale): Message => line(practiceWords(locale).ask.reminder);

/** Mentions, as the language lists them. */
export const listed = (people: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(languageTags[locale], { type: 'conjunction' }).format(people.map(mention));
