import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contentFolder } from '../src/content-file.ts';
import { contentProblems } from './content/check.ts';
import { readLibrary } from './content/library.ts';
import { contentReport } from './content/report.ts';

/**
 * `npm run content`: prints every problem of the words with its file and line, then what there is of them.
 * `npm run content -- <folder>` looks at another folder than `content/en`.
 */
const [chosen] = process.argv.slice(2);
const folder = chosen === undefined ? fileURLToPath(new URL('en', contentFolder)) : resolve(chosen);
const name = relative(process.cwd(), folder);

const library = readLibrary(pathToFileURL(`${folder}/`));
const problems = contentProblems(library);
for (const problem of problems) console.log(`${name}/${problem}`);
console.log(problems.length === 0 ? 'No problems.' : `\nProblems: ${problems.length}`);
console.log(`\n${contentReport(library)}`);
process.exitCode = problems.length === 0 ? 0 : 1;
