import { describe, expect, test } from 'vitest';
import { createFrameReader, type Frame, frame } from '../../playground/stand-in/web-socket-frames.ts';

/** A frame as a client sends it: the same, masked. */
function masked(kind: Parameters<typeof frame>[0], content: string): Buffer {
  const plain = frame(kind, content);
  const lengthSize = plain[1] === 126 ? 2 : plain[1] === 127 ? 8 : 0;
  const head = Buffer.from(plain.subarray(0, 2 + lengthSize));
  head[1] = (head[1] ?? 0) | 128;
  const mask = Buffer.from([1, 2, 3, 4]);
  const body = Buffer.from(plain.subarray(2 + lengthSize)).map((byte, at) => byte ^ (mask[at & 3] ?? 0));
  return Buffer.concat([head, mask, body]);
}

function read(...chunks: readonly Buffer[]): readonly string[] {
  const found: string[] = [];
  const take = createFrameReader(
    ({ kind, content }: Frame) => void found.push(`${kind} ${content.toString()}`),
  );
  for (const chunk of chunks) take(chunk);
  return found;
}

describe('frames', () => {
  test.each([0, 1, 125, 126, 65_535, 65_536, 100_000])('of %i bytes come back whole', (length) => {
    expect(read(masked('text', 'x'.repeat(length)))).toEqual([`text ${'x'.repeat(length)}`]);
  });

  test('come one after the other, however the bytes arrive', () => {
    const bytes = Buffer.concat([
      masked('text', 'Grüße'),
      masked('ping', 'p'),
      masked('text', 'y'.repeat(300)),
    ]);
    const wanted = ['text Grüße', 'ping p', `text ${'y'.repeat(300)}`];
    expect(read(bytes)).toEqual(wanted);
    expect(read(...Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(wanted);
  });

  test('of a kind we do not know are told apart', () => {
    const strange = masked('text', 'x');
    strange[0] = 0x82;
    expect(read(strange)).toEqual(['undefined x']);
  });

  test('as a server sends them carry no mask, and a closing says that all is well', () => {
    expect(frame('text', 'hi')).toEqual(Buffer.from([0x81, 2, 0x68, 0x69]));
    expect(frame('close')).toEqual(Buffer.from([0x88, 2, 0x03, 0xe8]));
  });
});
