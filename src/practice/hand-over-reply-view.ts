import type { Locale } from '../locale.ts';
import { line, type Message, mention } from '../slack/block-kit.ts';
import type { Replied } from './hand-over-replying.ts';
import { practiceWords } from './words/index.ts';

/**
 * What to say privately to whoever pressed; nothing where the card itself says it all. `locale`: for a card that cannot
 * be read, which otherwise knows its own.
 */
export function repliedMessage(replied: Replied, locale: Locale): Message | undefined {
  const { pressed: words } = practiceWords('card' in replied ? replied.card.locale : locale).handOver;
  if (replied.kind === 'done') {
    const { card, isTold, isShown } = replied;
    const giver = mention(card.giver);
    // The reminder is set in the giver's direct messages, which only a message there makes known.
    if (!isTold) return line(card.state === 'taken' ? words.notToldNorReminded(giver) : words.notTold(giver));
    return isShown ? undefined : line(words.maybeShown(giver));
  }
  if (replied.kind !== 'not-shown') return line(words[replied.kind]);
  return line(replied.failure.code === 'message_not_found' ? words.gone : words['not-shown']);
}
