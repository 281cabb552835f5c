import type { ByLocale, Locale } from '../../locale.ts';
import { en, type PromptsWords } from './en.ts';

/** What this room says, by language. */
const words: ByLocale<PromptsWords> = { en, de: en };

export const promptsWords = (locale: Locale): PromptsWords => words[locale];
