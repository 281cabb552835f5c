import type { ModalView } from '@slack/types';
import type { Locale } from '../locale.ts';
import { type Message, plain } from '../slack/block-kit.ts';
import { homeWords } from './words/index.ts';

/** A message in a modal, where there is no channel to answer in. Slack takes 24 characters of a title. */
export function noticeView({ blocks }: Message, locale: Locale, title = 'Many Hands'): ModalView {
  return { type: 'modal', title: plain(title), close: plain(homeWords(locale).close), blocks };
}
