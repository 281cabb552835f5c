import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { createBodyReader } from '../../src/slack/http-exchange.ts';

/** Reads bodies of at most 10 bytes each, 12 together; `come` waits until what was sent has come. */
function reading() {
  const readWhole = createBodyReader({ together: 12 });
  const begin = (headers: IncomingMessage['headers'] = {}) => {
    const request = new IncomingMessage(new Socket());
    Object.assign(request.headers, headers);
    const told: unknown[] = [];
    readWhole(request, 10, (read) => told.push(read));
    return { request, told };
  };
  const come = () => new Promise((resolve) => setTimeout(resolve));
  return { begin, come };
}

test('a body is told once, whole, whatever letters its pieces part', async () => {
  const { begin, come } = reading();
  const { request, told } = begin();
  const bytes = Buffer.from('a💥b');
  for (const piece of [bytes.subarray(0, 3), bytes.subarray(3), null]) request.push(piece);
  await come();
  expect(told).toEqual([{ text: 'a💥b' }]);
});

test('a body that is too large is told once, as soon as that is known', async () => {
  const { begin, come } = reading();
  expect(begin({ 'content-length': '11' }).told).toEqual(['too-large']);
  const { request, told } = begin();
  for (const piece of ['12345', '678901', 'more', null]) request.push(piece);
  await come();
  expect(told).toEqual(['too-large']);
});

test('bodies that are too large together are refused, until some are read or gone', async () => {
  const { begin, come } = reading();
  const first = begin();
  const second = begin();
  first.request.push('1234567');
  second.request.push('12345');
  await come();
  const third = begin();
  third.request.push('1');
  await come();
  expect([first.told, second.told, third.told]).toEqual([[], [], ['too-many']]);

  first.request.push(null);
  second.request.destroy();
  await come();
  await come();
  expect(first.told).toEqual([{ text: '1234567' }]);
  const fourth = begin();
  fourth.request.push('1234567890');
  fourth.request.push(null);
  await come();
  expect(fourth.told).toEqual([{ text: '1234567890' }]);
});

test('a body that was refused does not count any more', async () => {
  const { begin, come } = reading();
  for (let time = 0; time < 5; time += 1) {
    const { request, told } = begin();
    request.push('12345678901');
    await come();
    expect(told).toEqual(['too-large']);
  }
  const { request, told } = begin();
  request.push('1234567890');
  request.push(null);
  await come();
  expect(told).toEqual([{ text: '1234567890' }]);
});
