/** Before `npm start` and `npm run doctor`: says what to do where nothing has been built yet. */
import { existsSync } from 'node:fs';

if (!existsSync('dist/src/main.js')) {
  process.stderr.write('Many Hands is not built yet: run `npm run build` first.\n');
  process.exit(1);
}
