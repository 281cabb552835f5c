import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RedisClient } from './make-client.ts';
import { StoreError, withoutArguments } from './store-error.ts';

export type ScriptClient = Pick<RedisClient, 'eval' | 'evalsha'>;
export type ScriptArgument = string | number | Buffer;

/** Exactly `Count` key names, so that a forgotten key is a type error. */
export type KeyNames<Count extends number> = readonly string[] & { readonly length: Count };

export type Script<Count extends number> = (
  client: ScriptClient,
  keys: KeyNames<Count>,
  args: readonly ScriptArgument[],
) => Promise<unknown>;

/**
 * Makes a Lua file callable. The file is read once, here. A call is one round trip (EVALSHA); only a Redis that
 * has not seen the script yet costs a second one (EVAL, which also teaches it). All keys must share a hash tag.
 *
 * @param keys how many keys the script takes; its header comment names them, ARGV and the reply.
 * @returns a function that gives the script's reply as ioredis decodes it (integers as numbers, strings as UTF-8),
 *   and throws {@link StoreError} only.
 */
export function defineScript<const Count extends number>(script: {
  readonly url: URL;
  readonly keys: Count;
}): Script<Count> {
  const source = readFileSync(script.url, 'utf8');
  const digest = createHash('sha1').update(source).digest('hex');
  return async (client, keys, args) => {
    const rest: readonly ScriptArgument[] = [...keys, ...args];
    try {
      return await withoutArguments(client.evalsha(digest, script.keys, ...rest));
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'NOSCRIPT') throw error;
      return await withoutArguments(client.eval(source, script.keys, ...rest));
    }
  };
}
