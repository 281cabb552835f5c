import type { Locale } from '../locale.ts';
import { actions, button } from '../slack/block-kit.ts';
import { practiceWords } from './words/index.ts';

export const askAction = 'ask-for-a-hand';
export const handOverAction = 'hand-over';

/** The practices one tap away, under a prompt and on the Home tab. `channel`: the team's. */
export function practiceButtons(channel: string, locale: Locale) {
  const { buttons: words } = practiceWords(locale);
  return actions(`practice.${channel}`, [
    button(words.ask, askAction, channel),
    button(words.handOver, handOverAction, channel),
  ]);
}
