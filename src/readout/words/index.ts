import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type ReadoutWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<ReadoutWords> = { en, de };

export const readoutWords = (locale: Locale): ReadoutWords => words[locale];
