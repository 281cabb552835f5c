import type { ByLocale, Locale } from '../../locale.ts';
import { en, type PulseWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<PulseWords> = { en, de: en };

export const pulseWords = (locale: Locale): PulseWords => words[locale];
