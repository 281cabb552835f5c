import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['src', 'listeners', 'jobs'];
const CALL =
  /\.((?:apps\.connections|auth|bots|chat|conversations|reactions|team|users|views)\.[a-zA-Z]+)\(/g;

/**
 * The Web API methods which a source text calls by name, as `client.chat.postMessage(`. A call in the other way,
 * by `apiCall`, comes out as itself, so that nothing goes past the manifest unseen.
 */
export function methodsCalledIn(source: string): readonly string[] {
  const named = [...source.matchAll(CALL)].map(([, method = '']) => method);
  const hidden = source.includes('.apiCall(') ? ['apiCall'] : [];
  return [...new Set([...named, ...hidden])].sort();
}

/** The Web API methods that the app calls anywhere. */
export function methodsCalledByTheApp(): readonly string[] {
  return methodsCalledIn(FOLDERS.flatMap(sourcesIn).join('\n'));
}

function sourcesIn(folder: string): readonly string[] {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`${root}${file}`, 'utf8'));
}
