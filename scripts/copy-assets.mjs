/** The second half of `npm run build`: what is not TypeScript (Lua scripts, content, the version, the manifest) goes to dist as it is. */
import { cpSync, statSync } from 'node:fs';

const isAsset = (path) => statSync(path).isDirectory() || !path.endsWith('.ts');

cpSync('src', 'dist/src', { recursive: true, filter: isAsset });
cpSync('content', 'dist/content', { recursive: true });
cpSync('package.json', 'dist/package.json');
cpSync('manifest.yml', 'dist/manifest.yml');
