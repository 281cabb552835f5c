import { createHash, createHmac } from 'node:crypto';
import { deriveKey, KEY_BYTES } from '../../../src/pulse/pulse-key.ts';

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const;

/**
 * The attacker of FS: has files and the words of the environment, knows the code, and tries every user id. Returns the
 * users for whom a token found in the files can be made again:
 *
 * - as a plain hash of the id, alone or with any of the words, in either order, or as an HMAC under any word;
 * - with any 32 bytes that stand anywhere in the files (raw, in hex, in base64) as the pulse's key or as the key
 *   for tokens.
 */
export function matchedUsers(given: {
  readonly files: readonly Buffer[];
  readonly words: readonly string[];
  readonly users: readonly string[];
}): ReadonlySet<string> {
  const tokens = tokensIn(given.files);
  const matched = new Set<string>();
  const attempt = (user: string, token: string) => {
    if (tokens.has(token)) matched.add(user);
  };
  for (const user of given.users) for (const token of withoutKey(user, given.words)) attempt(user, token);
  for (const key of keysIn(given.files)) {
    for (const tokenKey of [key, deriveKey(key, 'token')]) {
      for (const user of given.users) {
        attempt(user, createHmac('sha512', tokenKey).update(user).digest('hex'));
      }
    }
  }
  return matched;
}

/** Everything in the files that looks like a token. */
export function tokensIn(files: readonly Buffer[]): ReadonlySet<string> {
  return new Set(files.flatMap((bytes) => bytes.toString('latin1').match(/[0-9a-f]{128}/g) ?? []));
}

function withoutKey(user: string, words: readonly string[]): readonly string[] {
  const texts = [
    user,
    ...words.flatMap((word) => ['', '|', '-', ':'].flatMap((by) => [user + by + word, word + by + user])),
  ];
  return HASHES.flatMap((hash) => [
    ...texts.map((text) => createHash(hash).update(text).digest('hex')),
    ...words.map((word) => createHmac(hash, word).update(user).digest('hex')),
  ]);
}

/** Every 32 bytes in a row, each once. */
function keysIn(files: readonly Buffer[]): readonly Buffer[] {
  const found = new Map<string, Buffer>();
  for (const bytes of [...files, ...files.flatMap(decodedRuns)]) {
    for (let at = 0; at + KEY_BYTES <= bytes.length; at += 1) {
      const key = bytes.subarray(at, at + KEY_BYTES);
      found.set(key.toString('latin1'), key);
    }
  }
  return [...found.values()];
}

/** What stands in the files in hex or base64, decoded from each of the places where a byte may begin. */
function decodedRuns(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString('latin1');
  const hex = [...new Set(text.match(/[0-9a-fA-F]{64,}/g) ?? [])];
  const base64 = [...new Set(text.match(/[A-Za-z0-9+/_-]{43,}/g) ?? [])].filter(
    (run) => !/^[0-9a-f]+$/.test(run),
  );
  return [
    ...hex.flatMap((run) => [0, 1].map((from) => Buffer.from(run.slice(from), 'hex'))),
    ...base64.flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64'))),
  ];
}
