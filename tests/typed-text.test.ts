import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isVisible, tidiedLines } from '../src/typed-text.ts';

describe('what people type in lines', () => {
  test('keeps its lines, but none that is empty twice, and no white space around them', () => {
    expect(tidiedLines('  one \r\n two\t three\n\n\n\nfour\u2028five \n')).toBe(
      'one\ntwo three\n\nfour\nfive',
    );
  });

  test('loses what nobody sees but what turns the text around it', () => {
    expect(tidiedLines('a\u202Eb\nc\u0000d\uD800')).toBe('ab\ncd');
    for (const text of ['می\u200Cخواهم', '👩\u200D👧', 'א\u200F!', '<!channel> & *so*'])
      expect(tidiedLines(text)).toBe(text);
  });

  test('does not change when it is tidied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = tidiedLines(text);
        expect(tidiedLines(once)).toBe(once);
      }),
    );
  });

  test.each(['', ' \n ', '\u200B', '\u2800', '\u200E\u00AD'])('is nothing one can see: %j', (text) => {
    expect(isVisible(text)).toBe(false);
    expect(isVisible(`${text}x`)).toBe(true);
  });
});
