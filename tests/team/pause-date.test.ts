import { expect, test } from 'vitest';
import { isAfterToday } from '../../src/team/pause-date.ts';

const evening = Date.UTC(2026, 0, 5, 23);

test('a day comes after today as the team’s wall clock has it', () => {
  expect(isAfterToday('2026-01-05', 'UTC', evening)).toBe(false);
  expect(isAfterToday('2026-01-06', 'UTC', evening)).toBe(true);
  expect(isAfterToday('2026-01-06', 'Asia/Tokyo', evening)).toBe(false);
  expect(isAfterToday('2026-01-05', 'Pacific/Honolulu', Date.UTC(2026, 0, 5, 2))).toBe(true);
});
