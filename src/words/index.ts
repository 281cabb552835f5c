import type { ByLocale, Locale } from '../locale.ts';
import { type BaseWords, en } from './en.ts';

/** What every room says alike, by language. */
const words: ByLocale<BaseWords> = { en, de: en };

export const baseWords = (locale: Locale): BaseWords => words[locale];
