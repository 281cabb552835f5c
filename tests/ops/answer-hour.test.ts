import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerHour, mayBeShown } from '../../ops/answer-hour.ts';
import { HOUR, MINUTE } from '../../src/duration.ts';

const start = 1_000 * HOUR;
const three = ['A', 'B', 'C'] as const;

/** An hour of three pulses that may be shown, but for what is different. */
function hour(different: Partial<AnswerHour> = {}): AnswerHour {
  return {
    startedAt: start,
    openAtStart: new Set(three),
    outcomes: new Map([['added', 15]]),
    added: new Map(three.map((pulse) => [pulse, 5])),
    ...different,
  };
}
const end = (open: readonly string[] = three, at = start + HOUR) => ({ at, open: new Set(open) });
const added = (...counts: readonly number[]) =>
  new Map(counts.map((count, at) => [String.fromCharCode(65 + at), count]));

describe('the answers of an hour are shown', () => {
  it('when three pulses were open from its beginning to its end and shared in them', () => {
    expect(mayBeShown(hour(), end())).toBe(true);
  });

  it('when its last heartbeat was late', () => {
    expect(mayBeShown(hour(), end(three, start + HOUR + 3 * MINUTE))).toBe(true);
  });
});

describe('the answers of an hour are thrown away', () => {
  it.each([
    ['one of three had not been open at its beginning', hour({ openAtStart: new Set(['A', 'B']) }), end()],
    ['one of three had closed by its end', hour(), end(['A', 'B'])],
    ['another opened where one closed', hour(), end(['A', 'B', 'D'])],
    ['two pulses were open', hour({ openAtStart: new Set(['A', 'B']), added: added(8, 8) }), end(['A', 'B'])],
    ['one pulse was open', hour({ openAtStart: new Set(['A']), added: added(16) }), end(['A'])],
    ['it was not known what was open', hour(), end([])],
  ])('when %s', (_, given, ended) => {
    expect(mayBeShown(given, ended)).toBe(false);
  });

  it.each([
    ['all of them', added(17)],
    ['all but one', added(17, 1)],
    ['more than half', added(10, 5, 4)],
  ])('when one pulse gave %s, however many were open', (_, given) => {
    expect(mayBeShown(hour({ added: given }), end())).toBe(false);
  });

  it.each([
    ['none: that nobody answered is a count too', added()],
    ['three, one of each', added(1, 1, 1)],
    ['two, so that whoever gave one knows that no other of theirs was', added(1, 1)],
    ['fourteen', added(5, 5, 4)],
  ])('when there were %s', (_, given) => {
    expect(mayBeShown(hour({ added: given }), end())).toBe(false);
  });

  it.each([
    ['began a while after the last full hour', 37 * MINUTE],
    ['has not lasted', 0],
    ['lies ahead: the clock was set back', -HOUR],
  ])('when it %s', (_, lasted) => {
    expect(mayBeShown(hour(), end(three, start + lasted))).toBe(false);
  });
});

describe('what is shown, for any hour whatever', () => {
  const pulses = fc.uniqueArray(fc.constantFrom(...'ABCDEF'), { maxLength: 6 });
  const anyHour = fc
    .record({
      lasted: fc.integer({ min: -HOUR, max: 2 * HOUR }),
      before: pulses,
      after: pulses,
      taps: fc.array(fc.constantFrom(...'ABCDEF'), { minLength: 10, maxLength: 60 }),
    })
    .map(({ lasted, before, after, taps }) => {
      const counts = new Map<string, number>();
      for (const pulse of taps) counts.set(pulse, (counts.get(pulse) ?? 0) + 1);
      const given = hour({ openAtStart: new Set(before), added: counts });
      return {
        given,
        ended: end(after, start + lasted),
        taps,
        both: before.filter((one) => after.includes(one)),
      };
    });

  it('comes from three pulses or more, and never mostly from one', () => {
    const shown = { count: 0 };
    fc.assert(
      fc.property(anyHour, ({ given, ended, taps, both }) => {
        if (!mayBeShown(given, ended)) return;
        shown.count += 1;
        expect(both.length).toBeGreaterThanOrEqual(3);
        expect(taps.length).toBeGreaterThanOrEqual(15);
        for (const pulse of 'ABCDEF') {
          const own = taps.filter((one) => one === pulse).length;
          expect(own).toBeLessThanOrEqual(taps.length - own);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(shown.count).toBeGreaterThan(50);
  });
});
