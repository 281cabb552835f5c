import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type PulseWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<PulseWords> = { en, de };

export const pulseWords = (locale: Locale): PulseWords => words[locale];
