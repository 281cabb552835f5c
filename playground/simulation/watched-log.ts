import { createLog } from '../../src/log.ts';
import type { Log } from '../../src/ports.ts';

/** A log that is kept, and a promise that fails at its first error: retries would wait for the real clock. */
export function watchedLog() {
  const logLines: string[] = [];
  const kept = createLog({ level: 'info', destination: { write: (line) => void logLines.push(line) } });
  let fail: (reason: Error) => void = () => undefined;
  const firstError = new Promise<never>((_, reject) => {
    fail = reject;
  });
  firstError.catch(() => undefined); // Whoever waits for it hears of it; an error before that is in the lines.
  const error: Log['error'] = (message, fields) => {
    kept.error(message, fields);
    fail(new Error(`The app logged an error: ${message} (${fields?.code ?? 'no code'})`));
  };
  return { log: { ...kept, error }, logLines, firstError };
}
