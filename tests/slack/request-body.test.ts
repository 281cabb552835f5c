import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSslCheck, readBody } from '../../src/slack/request-body.ts';

const FORM = 'application/x-www-form-urlencoded';
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('the body of a request', () => {
  test('is the payload of a form that carries one, alone or among others', () => {
    expect(readBody(FORM, 'payload=%7B%22a%22%3A%22x+y%2Bz%22%7D')).toEqual({ a: 'x y+z' });
    expect(readBody(FORM, 'x=1&payload=%7B%22a%22%3A1%7D')).toEqual({ a: 1 });
  });

  test('is the fields of any other form', () => {
    expect(readBody(FORM, 'command=%2Fhands&text=skip+prompt&payload2=1')).toEqual({
      command: '/hands',
      text: 'skip prompt',
      payload2: '1',
    });
  });

  test('is JSON where it says so, or says nothing', () => {
    for (const type of ['application/json', undefined]) expect(readBody(type, '{"a":1}')).toEqual({ a: 1 });
  });

  test.each([
    [FORM, 'payload='],
    [FORM, 'payload=null'],
    [FORM, 'payload=%5B%5D'],
    [FORM, 'payload=%'],
    ['application/json', ''],
    ['application/json', 'null'],
    ['application/json', '"text"'],
    ['application/json', '[]'],
    ['text/plain', 'hello'],
  ])('is nothing where it cannot be read as an object: %s %s', (type, text) => {
    expect(readBody(type, text)).toBeUndefined();
  });

  test('gives nobody a way into prototypes', () => {
    const body = readBody(FORM, '__proto__=x&constructor=y');
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    expect(readBody('application/json', '{"__proto__":{"isAdmin":true}}')?.isAdmin).toBeUndefined();
  });

  test(`comes back whatever is in it, the short way and the long (seed ${seed})`, () => {
    const anything = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(anything, (fields) => {
        const sent = JSON.parse(JSON.stringify({ ...fields }));
        const form = new URLSearchParams({ payload: JSON.stringify(sent) }).toString();
        expect(readBody(FORM, form)).toEqual(sent);
        expect(readBody(FORM, `${form}&x=1`)).toEqual(sent);
      }),
      { seed },
    );
  });
});

describe('Slack’s look whether somebody is there', () => {
  test('is a short form that says so', () => {
    expect(isSslCheck(FORM, 'ssl_check=1&token=x')).toBe(true);
    expect(isSslCheck(FORM, 'ssl_check=0')).toBe(false);
    expect(isSslCheck(FORM, 'payload=%7B%22ssl_check%22%3A1%7D')).toBe(false);
    expect(isSslCheck('application/json', 'ssl_check=1')).toBe(false);
    expect(isSslCheck(FORM, `ssl_check=1&${'x'.repeat(2_000)}`)).toBe(false);
  });
});
