import { existsSync } from 'node:fs';
import { StartProblem } from './start-problem.ts';

const ENV_FILE = '.env';

/** Reads a `.env` where the program is started, if there is one. What is set already stays as it is. */
export function readEnvFile(): void {
  if (!existsSync(ENV_FILE)) return;
  try {
    process.loadEnvFile(ENV_FILE);
  } catch {
    throw new StartProblem([`The file ${ENV_FILE} in this folder cannot be read.`]);
  }
}
