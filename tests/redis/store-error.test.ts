import { ReplyError } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { codeOf, StoreError, storeError, withoutArguments } from '../../src/redis/store-error.ts';
import { CANARY, everythingIn, failureOf, rejection } from './failures.ts';
import { kinds, openKind } from './stores.ts';

describe.each(kinds)('on a store of kind "%s"', (kind) => {
  it('errors of ioredis carry the arguments (control: or these tests would be blind)', async () => {
    const { store, close } = await openKind(kind);
    await store.client.set('key', 'x');
    expect(everythingIn(await rejection(store.client.hset('key', 'field', CANARY)))).toContain(CANARY);
    await close();
  });

  it('errors of ours do not, wherever the arguments were', async () => {
    const { store, close } = await openKind(kind);
    await store.client.set(CANARY, 'x');
    const script = 'return redis.error_reply(ARGV[1])';
    expect(await failureOf(withoutArguments(store.client.hlen(CANARY)))).toBe('not-sent WRONGTYPE');
    expect(await failureOf(withoutArguments(store.client.call('NO-SUCH', CANARY)))).toBe('not-sent ERR');
    expect(await failureOf(withoutArguments(store.client.eval(script, 0, `${CANARY} x`)))).toBe(
      'unknown ERR',
    );
    expect(await failureOf(withoutArguments(store.client.eval('error(ARGV[1])', 0, CANARY)))).toBe(
      'unknown ERR',
    );
    await close();
  });
});

describe('a store error', () => {
  it('gives a value through untouched', async () => {
    expect(await withoutArguments(Promise.resolve(17))).toBe(17);
  });

  it('is passed through by a second wrapping', async () => {
    const error = new StoreError({ certainty: 'not-sent', code: 'OFFLINE' });
    expect(await rejection(withoutArguments(withoutArguments(Promise.reject(error))))).toBe(error);
  });

  it('says in words what we may know', () => {
    expect(storeError(new Error('Command timed out')).message).toBe('It may or may not be stored (TIMEOUT)');
    expect(storeError(new ReplyError('OOM …')).message).toBe('Nothing was stored (OOM)');
  });

  it('claims nothing after an error it does not know, whatever was thrown', () => {
    for (const thrown of [new TypeError(CANARY), CANARY, undefined, null, { message: CANARY }]) {
      const error = storeError(thrown);
      expect(`${error.certainty} ${error.code}`).toBe('unknown UNEXPECTED');
      expect(everythingIn(error)).not.toContain(CANARY);
    }
  });

  it.each(['MAGIC', CANARY, '', 'lower case', '17'])('takes "%s" for no word of Redis', (word) => {
    expect(storeError(new ReplyError(`${word} x`)).code).toBe('ERR');
  });

  it.each(['LOADING', 'BUSY', 'MISCONF', 'CLUSTERDOWN', 'MOVED', 'NOAUTH'])(
    'knows that %s comes before anything is executed, scripts included',
    (code) => {
      const error = Object.assign(new ReplyError(`${code} …`), {
        command: { name: 'EVALSHA', args: [CANARY] },
      });
      expect(storeError(error)).toMatchObject({ certainty: 'not-sent', code });
    },
  );
});

it('a script may be half done however its command was spelt', () => {
  for (const name of ['eval', 'EVALSHA', 'fcall', 'exec']) {
    const error = Object.assign(new ReplyError('WRONGTYPE …'), { command: { name, args: [CANARY] } });
    expect(storeError(error).certainty).toBe('unknown');
  }
});

describe('the code of a connection error', () => {
  it.each([
    [Object.assign(new Error(CANARY), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [Object.assign(new Error(CANARY), { code: CANARY }), 'UNEXPECTED'],
    [new ReplyError(`WRONGPASS ${CANARY}`), 'WRONGPASS'],
    [new Error('Connection is closed.'), 'LOST'],
    [CANARY, 'UNEXPECTED'],
  ])('%#: is a word of a fixed kind, never a part of the message', (error, code) => {
    expect(codeOf(error)).toBe(code);
  });
});
