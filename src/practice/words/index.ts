import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type PracticeWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<PracticeWords> = { en, de };

export const practiceWords = (locale: Locale): PracticeWords => words[locale];
