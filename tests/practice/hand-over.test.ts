import { describe, expect, test } from 'vitest';
import { handOverStates, replies, repliesIn, stateAfter } from '../../src/practice/hand-over.ts';

describe('a hand-over', () => {
  test('can be taken, talked about or put off while it is offered', () => {
    expect(repliesIn('offered')).toEqual(['take', 'talk', 'decline']);
    expect(replies.map((reply) => stateAfter('offered', reply))).toEqual(['taken', 'talking', 'declined']);
  });

  test('can still be taken or put off after “let’s talk first”, which is said once', () => {
    expect(repliesIn('talking')).toEqual(['take', 'decline']);
    expect(stateAfter('talking', 'take')).toBe('taken');
    expect(stateAfter('talking', 'decline')).toBe('declined');
    expect(stateAfter('talking', 'talk')).toBeUndefined();
  });

  test('is finished once it is taken or put off: nothing is left to press, and nothing changes it', () => {
    for (const state of ['taken', 'declined'] as const) {
      expect(repliesIn(state)).toEqual([]);
      expect(replies.map((reply) => stateAfter(state, reply))).toEqual([undefined, undefined, undefined]);
    }
  });

  test('takes just the replies that it shows', () => {
    for (const state of handOverStates)
      expect(repliesIn(state)).toEqual(replies.filter((reply) => stateAfter(state, reply) !== undefined));
  });
});
