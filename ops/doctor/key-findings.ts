import { lookAtKeyFolder } from '../../src/pulse/key-folder-check.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { bad, type Finding, ok, warn } from './finding.ts';

const WHAT = 'key custody';
const READ_ON = 'See “Key custody” in docs/privacy.md';

/** Whether the keys of open pulses can be kept, and kept from others. `redisFolder`: where Redis's files are. */
export async function keyFindings(
  config: { readonly keyDir: string; readonly keyEncryptionKey?: Buffer },
  redisFolder: string | undefined,
): Promise<readonly Finding[]> {
  if (config.keyEncryptionKey !== undefined) return [ok(WHAT, 'B: wrapped, in Redis')];
  try {
    const { isThere, unwise } = await lookAtKeyFolder(config.keyDir, redisFolder);
    if (unwise.length > 0) return unwise.map((sentence) => warn(split(sentence)));
    return [ok(WHAT, `A: files in ${config.keyDir}${isThere ? '' : ', which the app makes when it starts'}`)];
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return error.problems.map((sentence) => bad(split(sentence)));
  }
}

/** Of two sentences the second is the remedy. */
function split(sentence: string) {
  const [finding = '', ...rest] = sentence.split('. ');
  return { what: WHAT, finding, remedy: rest.join('. ') || READ_ON };
}

/** Whether the processes that run keep keys where this one would. `ours`: `undefined` where no key was kept yet. */
export function peerFinding(custodies: readonly string[], ours: string | undefined): Finding {
  const what = 'processes';
  if (custodies.length === 0) return ok(what, 'none is connected');
  if (custodies.every((custody) => custody === ours)) return ok(what, 'all that run keep their keys here');
  return bad({
    what,
    finding: 'one that runs keeps the keys of open pulses elsewhere',
    remedy: 'Let all mount one KEY_DIR, or give all the same KEY_ENCRYPTION_KEY',
  });
}
