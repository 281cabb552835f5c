import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type TeamWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<TeamWords> = { en, de };

export const teamWords = (locale: Locale): TeamWords => words[locale];
