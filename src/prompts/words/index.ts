import type { ByLocale, Locale } from '../../locale.ts';
import { de } from './de.ts';
import { en, type PromptsWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<PromptsWords> = { en, de };

export const promptsWords = (locale: Locale): PromptsWords => words[locale];
