import type { ByLocale, Locale } from '../../src/locale.ts';
import { de } from './de.ts';
import { en, type ListenersWords } from './en.ts';

/** What the doors themselves say, by language. */
const words: ByLocale<ListenersWords> = { en, de };

export const listenersWords = (locale: Locale): ListenersWords => words[locale];
