import type { ByLocale, Locale } from '../../locale.ts';
import { en, type SlackWords } from './en.ts';

/** How dates are said, by language. */
const words: ByLocale<SlackWords> = { en, de: en };

export const slackWords = (locale: Locale): SlackWords => words[locale];
