import type { ByLocale, Locale } from '../locale.ts';
import { de } from './de.ts';
import { type BaseWords, en } from './en.ts';

/** What every room says alike, by language. */
const words: ByLocale<BaseWords> = { en, de };

export const baseWords = (locale: Locale): BaseWords => words[locale];
