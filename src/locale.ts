/** The languages people are spoken to in, by their codes. Another one is added here, and then file by file. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** What is not there in another language is said in this one. */
export const fallbackLocale: Locale = 'en';

/** One of something for each language. */
export type ByLocale<T> = { readonly [locale in Locale]: T };

export const byLocale = <T>(make: (locale: Locale) => T): ByLocale<T> => ({ en: make('en'), de: make('de') });

/** What each language calls itself: shown like that to everyone. */
export const localeNames: ByLocale<string> = { en: 'English', de: 'Deutsch' };

/** How each language writes days, months and dates (BCP 47, for `Intl`). */
export const languageTags: ByLocale<string> = { en: 'en-GB', de: 'de-DE' };
