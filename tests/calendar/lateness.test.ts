import { describe, expect, test } from 'vitest';
import { isStillWorthIt } from '../../src/calendar/lateness.ts';
import { DAY, HOUR } from '../../src/duration.ts';
import { monday, slot, weekly } from './agendas.ts';

const isWorth = (kind: 'prompt' | 'opening' | 'closing', late: number, agenda = weekly) =>
  isStillWorthIt(slot({ kind }), agenda, monday + late);

describe('a slot that is late', () => {
  test('is still worth it on time, whatever it is', () => {
    expect([isWorth('prompt', 0), isWorth('opening', 0), isWorth('closing', 0)]).toEqual([true, true, true]);
  });

  test('is worth it for a day as a prompt', () => {
    expect([isWorth('prompt', DAY), isWorth('prompt', DAY + 1)]).toEqual([true, false]);
  });

  test('is worth it for half its window as an opening', () => {
    expect([isWorth('opening', 24 * HOUR), isWorth('opening', 24 * HOUR + 1)]).toEqual([true, false]);
  });

  test('is always worth it as a closing, even of a team that is gone', () => {
    expect(isWorth('closing', 400 * DAY)).toBe(true);
    expect(isStillWorthIt(slot({ kind: 'closing' }), undefined, monday)).toBe(true);
  });

  test('is worth nothing for a team that is gone', () => {
    expect(isStillWorthIt(slot(), undefined, monday)).toBe(false);
  });

  test('is worth nothing for a kind that has been turned off meanwhile', () => {
    const off = { timezone: 'UTC', skipDates: [] };
    expect([isWorth('prompt', 0, off), isWorth('opening', 0, off)]).toEqual([false, false]);
  });
});
