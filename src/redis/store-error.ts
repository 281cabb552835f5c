import { ReplyError } from 'ioredis';

/** What we know about an operation that failed: it certainly did nothing, or it may have happened. */
export type Certainty = 'not-sent' | 'unknown';

/** Redis's own error words. Any other first word of a reply could be someone's data and is called ERR. */
const REPLY_CODES = new Set(
  `ASK BUSY BUSYGROUP BUSYKEY CLUSTERDOWN CROSSSLOT DENIED ERR EXECABORT IOERR LOADING MASTERDOWN MISCONF MOVED
  NOAUTH NOGROUP NOPERM NOPROTO NOREPLICAS NOSCRIPT NOTBUSY OOM READONLY TRYAGAIN UNBLOCKED WRONGPASS WRONGTYPE`.split(
    /\s+/,
  ),
);

/** Refusals Redis gives before a script has written anything. */
const REFUSED_BEFORE_WRITING = new Set(
  `ASK BUSY CLUSTERDOWN CROSSSLOT DENIED EXECABORT LOADING MASTERDOWN MISCONF MOVED NOAUTH NOREPLICAS NOSCRIPT OOM
  READONLY TRYAGAIN`.split(/\s+/),
);

const RUNS_SEVERAL_COMMANDS = new Set(['eval', 'evalsha', 'fcall', 'exec']);

/**
 * A store operation that failed, without a word of what was in it. ioredis puts every argument of a failed
 * command into `error.command`; this error is made anew, so nothing that travels in arguments reaches a log.
 *
 * `code` is a word from a fixed list: Redis's own (`WRONGTYPE`, `OOM`, …), or `OFFLINE` (Redis is away, the
 * command never left), `LOST` (the connection broke while we waited), `TIMEOUT`, `UNEXPECTED` (anything else).
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly certainty: Certainty;
  readonly code: string;

  constructor({ certainty, code }: { readonly certainty: Certainty; readonly code: string }) {
    super(
      certainty === 'not-sent' ? `Nothing was stored (${code})` : `It may or may not be stored (${code})`,
    );
    this.certainty = certainty;
    this.code = code;
  }
}

/** The store cannot be opened. `message` is a sentence for people, with no credentials in it. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * Runs a store operation so that whatever goes wrong comes out as a {@link StoreError}.
 *
 * - Redis was away when the command was issued: `not-sent`.
 * - The connection broke or two seconds passed while we waited: `unknown`, it may still have been executed.
 * - Redis answered with an error: `not-sent`, for a single command is refused whole. Not so for Lua scripts:
 *   Redis never rolls back, so a script that fails in its middle (WRONGTYPE, ERR) keeps what it
 *   wrote before. Those are `unknown`, except the refusals Redis gives before the first write (OOM, READONLY, …).
 *
 * @throws StoreError, and nothing else.
 */
export async function withoutArguments<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    throw storeError(error);
  }
}

/** The same, with a word for the case that someone has put something of another type under the key. */
export async function orWrongType<T>(operation: Promise<T>): Promise<T | 'wrong-type'> {
  try {
    return await withoutArguments(operation);
  } catch (error) {
    if (isWrongType(error)) return 'wrong-type';
    throw error;
  }
}

/** Whether Redis found something of another type under a key. */
export const isWrongType = (error: unknown): boolean =>
  error instanceof StoreError && error.code === 'WRONGTYPE';

/** The same for an error already in hand: what we may know and say about it. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (error instanceof Error && error instanceof ReplyError) return new StoreError(refusal(error));
  const message = error instanceof Error ? error.message : '';
  if (isRefusedByClient(message)) return new StoreError({ certainty: 'not-sent', code: 'OFFLINE' });
  if (message === 'Command timed out') return new StoreError({ certainty: 'unknown', code: 'TIMEOUT' });
  if (isLoss(error, message)) return new StoreError({ certainty: 'unknown', code: 'LOST' });
  return new StoreError({ certainty: 'unknown', code: 'UNEXPECTED' });
}

/**
 * A short word for any error of a connection: a system code (`ECONNREFUSED`), a Redis word (`WRONGPASS`), or one
 * of the codes of {@link StoreError}, or `NO_SENTINEL`. Never a part of a message.
 */
export function codeOf(error: unknown): string {
  // A Cluster none of whose nodes answers: the last one's error says why.
  if (error instanceof Error && 'lastNodeError' in error && error.lastNodeError)
    return codeOf(error.lastNodeError);
  if (error instanceof Error && error.message.startsWith('All sentinels are unreachable'))
    return 'NO_SENTINEL';
  if (error instanceof Error && 'code' in error && /^E[A-Z_]+$/.test(String(error.code)))
    return String(error.code);
  return storeError(error).code;
}

function refusal(error: Error): { readonly certainty: Certainty; readonly code: string } {
  const word = error.message.split(' ', 1)[0] ?? '';
  const code = REPLY_CODES.has(word) ? word : 'ERR';
  const mayBeHalfDone = RUNS_SEVERAL_COMMANDS.has(commandName(error)) && !REFUSED_BEFORE_WRITING.has(code);
  return { certainty: mayBeHalfDone ? 'unknown' : 'not-sent', code };
}

/** ioredis has no connection, and no queue to keep the command in. */
function isRefusedByClient(message: string): boolean {
  return message.startsWith("Stream isn't writeable") || message.startsWith("Cluster isn't ready");
}

function commandName(error: Error): string {
  const command = 'command' in error ? error.command : undefined;
  if (typeof command !== 'object' || command === null || !('name' in command)) return '';
  return String(command.name).toLowerCase();
}

function isLoss(error: unknown, message: string): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'MaxRetriesPerRequestError' ||
    error.name === 'AbortError' ||
    message === 'Connection is closed.' ||
    message.startsWith('Socket timeout') ||
    ('code' in error && /^E(CONN|PIPE|TIMEDOUT|HOST|NET)/.test(String(error.code)))
  );
}
