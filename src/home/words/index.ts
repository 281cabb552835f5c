import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type HomeWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<HomeWords> = { en, de };

export const homeWords = (locale: Locale): HomeWords => words[locale];
