import type { Button, KnownBlock } from '@slack/types';
import { cutText } from '../cut-text.ts';
import {
  actions,
  button,
  context,
  escapeText,
  type Message,
  mention,
  section,
  typed,
} from '../slack/block-kit.ts';
import { dateName } from './check-in.ts';
import type { HandOver, HandOverState, Reply } from './hand-over.ts';
import { practiceWords } from './words/index.ts';

/** The card's buttons; the language stands after the second dot. */
export const handOverActions = {
  take: 'take-hand-over',
  talk: 'talk-hand-over',
  decline: 'decline-hand-over',
} as const;

/** Slack cuts the text of a message that is changed at 4,000 characters; the labels need some of them. */
const LONGEST_FALLBACK = 1_400;

/** A card's buttons: the id of their block, and what each of them says and carries. */
export type CardButtons = {
  readonly id: string;
  readonly carry: readonly { readonly reply: Reply; readonly value: string }[];
};

/** The receiver's card. Once it is taken or declined there is nothing left to press. */
export function handOverCard(handOver: HandOver, state: HandOverState, { id, carry }: CardButtons): Message {
  const { card: words } = practiceWords(handOver.locale).handOver;
  const giver = mention(handOver.giver);
  const title = words.title(giver);
  const note = state === 'offered' ? words.invitation(giver) : words[state];
  const buttons = carry.map(({ reply, value }) => replyButton(words[reply], reply, handOver, value));
  const told = detailsOf(handOver);
  return {
    text: [title, told.text, note].join('\n'),
    blocks: [
      section(`*${title}*`),
      ...told.blocks,
      ...(buttons.length > 0 ? [context(note), actions(id, buttons)] : [section(note)]),
    ],
  };
}

function replyButton(text: string, reply: Reply, { locale }: HandOver, value: string): Button {
  const made = button(text, `${handOverActions[reply]}.card.${locale}`, value);
  return reply === 'take' ? { ...made, style: 'primary' } : made;
}

/** Everything the receiver needs to know, what was typed as plain text. */
function detailsOf(handOver: HandOver): Message {
  const { labels, latitudes, card } = practiceWords(handOver.locale).handOver;
  const date = dateName(handOver.checkIn, handOver.locale);
  const latitude = latitudes[handOver.latitude];
  const checkIn = card.checkIn(date, mention(handOver.giver));
  const written = writtenIn(handOver);
  return {
    text: [written.text, `${labels.latitude}: ${latitude}`, `${labels.checkIn}: ${checkIn}`].join('\n'),
    blocks: [
      ...written.blocks,
      section(`*${labels.latitude}*\n${latitude}`),
      section(`*${labels.checkIn}*\n${checkIn}`),
    ],
  };
}

/** As far as the giver is told about it: of what could not be offered no more is known. */
export type Written = Pick<HandOver, 'receiver' | 'outcome' | 'context' | 'locale'>;

/** What the giver typed. */
export function writtenIn({ outcome, context: known, locale }: Written): Message {
  const { labels } = practiceWords(locale).handOver;
  const parts = [
    [labels.outcome, outcome],
    [labels.context, known],
  ].filter(([, text]) => text !== '');
  return {
    text: parts.map(([label = '', text = '']) => `${label}: ${fallbackOf(text)}`).join('\n'),
    blocks: parts.flatMap(([label = '', text = '']) => [section(`*${label}*`), asTyped(text)]),
  };
}

/** Plain text, in which nothing takes effect. */
export const asTyped = (text: string): KnownBlock => ({ type: 'section', text: typed(text) });

/** What was typed, for the text of a message. Only what is made of little else than `&` and `<` has to be cut. */
export function fallbackOf(text: string): string {
  const whole = escapeText(text);
  return whole.length <= LONGEST_FALLBACK ? whole : `${escapeText(cutText(text, LONGEST_FALLBACK / 5))}…`;
}
