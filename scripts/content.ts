import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contentFolder } from '../src/content-file.ts';
import { fallbackLocale, locales } from '../src/locale.ts';
import { contentProblems } from './content/check.ts';
import { type Library, readLibrary, readTranslatedLibrary } from './content/library.ts';
import { missingReport } from './content/missing.ts';
import { contentReport } from './content/report.ts';

/**
 * `npm run content`: prints every problem of every locale's words with its file and line, then what there is of
 * them in English, and what each other locale lacks. `npm run content -- <folder>` looks at another folder than
 * `content`.
 */
const [chosen] = process.argv.slice(2);
const folder = chosen === undefined ? fileURLToPath(contentFolder) : resolve(chosen);
const folderOf = (locale: string) => resolve(folder, locale);
const urlOf = (locale: string) => pathToFileURL(`${folderOf(locale)}/`);

const english = readLibrary(urlOf(fallbackLocale));
const translations = locales
  .filter((locale) => locale !== fallbackLocale)
  .map((locale) => readTranslatedLibrary(urlOf(locale), locale, english));

const problems = [english, ...translations].flatMap(problemsOf);
for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? 'No problems.' : `\nProblems: ${problems.length}`);
console.log(`\n${contentReport(english)}`);
for (const translation of translations) console.log(`\n${missingReport(translation, english)}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function problemsOf(library: Library): readonly string[] {
  const name = relative(process.cwd(), folderOf(library.locale));
  return contentProblems(library).map((problem) => `${name}/${problem}`);
}
