import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type SlackWords } from './en.ts';

/** How dates are said, by language. */
const words: ByLocale<SlackWords> = { en, de };

export const slackWords = (locale: Locale): SlackWords => words[locale];
