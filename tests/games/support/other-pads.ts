import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Lanes, NO_PAD } from '../../../src/pulse/tally.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';

/** How far the pad of one token's entry (version and r) lies, lane by lane, from the one the app computes. */
export type PadShift = (token: string, entry: string) => Lanes;

/**
 * A client between the app and Redis that makes it as if the pad function were another one:
 *
 *     pad'(token, entry) = pad(token, entry) + shift(token, entry)
 *
 * What the app adds to the tally passes through with the shift of its pads added, what it reads of the tally with
 * the shifts of all standing pads taken away. The app inside computes, unchanged and unknowing, exactly what it would
 * with pad' for its pad. If pad is a uniformly random function, then so is pad', for adding a fixed function is a
 * bijection: that is the one-time pad's argument, and HMAC under an unknown key is taken for such a function.
 *
 * It shifts by token and entry alone: an app that used a pad twice would not get two shifts for it.
 */
export function withOtherPads(client: RedisClient, shift: PadShift): RedisClient {
  const scripts = { vote: scriptNames('cast-vote'), lock: scriptNames('lock-pulse') };
  const standing = new Map<string, string>();

  async function run(command: 'eval' | 'evalsha', args: readonly (string | number)[]): Promise<unknown> {
    const [script, count, ...rest] = args.map(String);
    const send = (words: readonly (string | number)[]) => client.call(command, ...words);
    if (scripts.lock.has(script ?? '')) return readLocked(await send(args));
    if (!scripts.vote.has(script ?? '')) return send(args);
    const [named, words] = [rest.slice(0, Number(count)), rest.slice(Number(count))];
    const [pulseId = '', token = '', expected = '', entry = '', ts = '', ...lanes] = words;
    const before = standing.get(`${token} ${expected}`);
    const added = plus(Uint32Array.from(lanes, Number), shift(token, entry));
    const shifted = before === undefined ? added : minus(added, shift(token, before));
    const head = [script ?? '', Number(count), ...named, pulseId, token, expected, entry, ts];
    const reply = await send([...head, ...shifted]);
    if (reply === 'added') standing.set(`${token} ${entry.slice(0, expected.length)}`, entry);
    return reply;
  }

  function readLocked(reply: unknown): unknown {
    if (reply === null) return reply;
    const [lanes, flat, mark] = lockReply.parse(reply);
    const shifts = flat.flatMap((token, at) => {
      const entry = flat[at + 1] ?? '';
      return at % 2 === 1 || entry.endsWith(NO_PAD) ? [] : [shift(token, entry)];
    });
    return [[...shifts.reduce(minus, Uint32Array.from(lanes))], flat, mark];
  }

  return new Proxy(client, {
    get(target, name) {
      if (name === 'eval' || name === 'evalsha') {
        return (...args: (string | number)[]) => run(name, args);
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const lockReply = z.tuple([z.array(z.number()), z.array(z.string()), z.string()]);

/** What a script is called by: its digest, or its source. */
function scriptNames(name: string): ReadonlySet<string> {
  const source = readFileSync(new URL(`../../../src/pulse/${name}.lua`, import.meta.url), 'utf8');
  return new Set([source, createHash('sha1').update(source).digest('hex')]);
}

export const plus = (left: Lanes, right: Lanes): Lanes =>
  left.map((value, lane) => value + (right[lane] ?? 0));
export const minus = (left: Lanes, right: Lanes): Lanes =>
  left.map((value, lane) => value - (right[lane] ?? 0));
