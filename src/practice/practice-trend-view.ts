import type { Locale } from '../locale.ts';
import type { PracticeTrend } from './counts.ts';
import { practiceWords } from './words/index.ts';

/** What the summary says about the practices: one sentence without a number, or nothing. */
export function practiceSentence(trend: PracticeTrend | undefined, locale: Locale): string | undefined {
  return trend && practiceWords(locale).trends[trend.counter][trend.direction];
}
