import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { keyNumber } from './samples.ts';

const key = keyNumber(1);
const DIGEST_BYTES = 64;
const bytes = (size: number, of = key) => createKeyedStream(of).bytes(size);

describe('the stream that a key fixes', () => {
  it('is the same again for the same key, so that a repeated close repeats its draw', () => {
    expect(bytes(1000)).toEqual(bytes(1000));
  });

  it('is another for another key', () => {
    expect(bytes(32)).not.toEqual(bytes(32, keyNumber(2)));
  });

  it('is the same however it is cut', () => {
    const stream = createKeyedStream(key);
    const pieces = [1, 4, 59, 64, 65, 200, 0, 7].map((size) => stream.bytes(size));
    expect(pieces.map(({ length }) => length)).toEqual([1, 4, 59, 64, 65, 200, 0, 7]);
    expect(Buffer.concat(pieces)).toEqual(bytes(400));
  });

  it('is HMAC-SHA512 in counter mode: a later version must not change the draw of a pulse that is open', () => {
    const block = (counter: number) => createHmac('sha512', key).update(`block ${counter}`).digest();
    expect(bytes(3 * DIGEST_BYTES)).toEqual(Buffer.concat([block(0), block(1), block(2)]));
  });

  it('does not repeat itself', () => {
    const all = bytes(100 * DIGEST_BYTES);
    const blocks = Array.from({ length: 100 }, (_, at) =>
      all.toString('hex', at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES),
    );
    expect(new Set(blocks).size).toBe(blocks.length);
  });

  it('hands out bytes that whoever gets them may overwrite without changing what comes next', () => {
    const stream = createKeyedStream(key);
    stream.bytes(10).fill(0);
    expect(stream.bytes(54)).toEqual(bytes(64).subarray(10));
  });
});
