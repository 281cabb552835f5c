import { describe, expect, test } from 'vitest';
import { isSettled, MOST_HELPERS, newAsk, withEnd, withHelper } from '../../src/practice/ask.ts';
import { sampleAsk } from './asks.ts';

const many = Array.from({ length: MOST_HELPERS }, (_, at) => `U${at}`);

describe('an ask', () => {
  test('begins with nobody on it', () => {
    const ask = newAsk('UANN', { what: 'Please.', help: 'review', by: 'today' });
    expect(ask).toEqual({ asker: 'UANN', what: 'Please.', help: 'review', by: 'today', helpers: [] });
    expect(isSettled(ask)).toBe(false);
  });

  test('gets one helper after the other, in their order', () => {
    const first = withHelper(sampleAsk(), 'UBEN');
    const second = 'state' in first ? withHelper(first.state, 'UCAT') : first;
    expect(second).toEqual({ state: sampleAsk({ helpers: ['UBEN', 'UCAT'] }) });
  });

  test.each([
    ['own', sampleAsk(), 'UANN'],
    ['already', sampleAsk({ helpers: ['UBEN'] }), 'UBEN'],
    ['full', sampleAsk({ helpers: many }), 'UBEN'],
    ['closed', sampleAsk({ end: 'thanked' }), 'UBEN'],
    ['closed', sampleAsk({ end: 'dropped' }), 'UANN'],
  ] as const)('takes no helper: %s', (refused, ask, user) => {
    expect(withHelper(ask, user)).toEqual({ refused });
  });

  test('has room for as many as are said to fit', () => {
    expect(withHelper(sampleAsk({ helpers: many.slice(1) }), 'UBEN')).toHaveProperty('state');
  });

  test.each(['thanked', 'dropped'] as const)('is %s by its asker alone, and once', (end) => {
    expect(withEnd(sampleAsk(), 'UANN', end)).toEqual({ state: sampleAsk({ end }) });
    expect(withEnd(sampleAsk({ helpers: ['UBEN'] }), 'UBEN', end)).toEqual({ refused: 'not-yours' });
    expect(withEnd(sampleAsk({ end: 'thanked' }), 'UANN', end)).toEqual({ refused: 'closed' });
  });

  test('is settled once somebody helps or it is closed', () => {
    expect(isSettled(sampleAsk({ helpers: ['UBEN'] }))).toBe(true);
    expect(isSettled(sampleAsk({ end: 'dropped' }))).toBe(true);
  });
});
