import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RedisClient } from '../../../src/redis/make-client.ts';

const source = readFileSync(new URL('../../../src/pulse/cast-vote.lua', import.meta.url), 'utf8');
const digest = createHash('sha1').update(source).digest('hex');
/** Both lines that compare the version of an entry with the expected one. */
const unchecked = source.replace(/^if version .*\n/gm, '');

/** The same client on a build whose answering script takes an answer whatever the version of the entry. */
export function withoutVersionCheck(client: RedisClient): RedisClient {
  if (source.match(/^if version /gm)?.length !== 2) throw new Error('the version check is not where it was');
  return new Proxy(client, {
    get(target, name) {
      if (name === 'evalsha') {
        return (asked: string, count: number, ...rest: string[]) =>
          asked === digest ? target.eval(unchecked, count, ...rest) : target.evalsha(asked, count, ...rest);
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
