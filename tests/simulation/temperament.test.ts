import { expect, it } from 'vitest';
import { createCast } from '../../playground/simulation/cast.ts';
import { createChance } from '../../playground/simulation/chance.ts';
import { drawTemperament, driftedStrain, intentionsOf } from '../../playground/simulation/temperament.ts';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { HOUR } from '../../src/duration.ts';

const chanceOf = (seed: string) => createChance(createSeededRandom(seed));
const many = Array.from({ length: 500 }, (_, at) => at);

it('strain stays between 0 and 1, moves from week to week, and stays a person’s own', () => {
  const chance = chanceOf('strain');
  const person = { ...drawTemperament(chance), usualStrain: 0.9 };
  const weeks: number[] = [];
  for (const week of many) weeks.push(driftedStrain(weeks[week - 1] ?? 0.1, person, chance));
  expect(weeks.every((strain) => strain >= 0 && strain <= 1)).toBe(true);
  expect(new Set(weeks).size).toBeGreaterThan(100);
  const later = weeks.slice(20);
  expect(later.reduce((sum, strain) => sum + strain, 0) / later.length).toBeCloseTo(0.9, 1);
});

it('everyone who taps does so within the window, by day, on an option that exists', () => {
  const chance = chanceOf('taps');
  const taps = many.flatMap(() => {
    const person = { ...drawTemperament(chance), patience: 20, strain: chance.between(0, 1) };
    return intentionsOf(person, 5, chance);
  });
  expect(taps.length).toBeGreaterThan(300);
  for (const { after, choice } of taps) {
    expect(after).toBeLessThan(48 * HOUR);
    expect((14 + after / HOUR) % 24).toBeGreaterThanOrEqual(9);
    expect([0, 1, 2, 3, 4, 'none']).toContain(choice);
  }
});

it('whoever taps twice taps another option the second time, later', () => {
  const chance = chanceOf('twice');
  const person = { ...drawTemperament(chance), willingness: 1, fidgets: 1, reconsiders: 0, strain: 0.95 };
  for (const _ of many) {
    const [first, second, ...more] = intentionsOf(person, 5, chance);
    expect(second?.after).toBeGreaterThan(first?.after ?? Number.POSITIVE_INFINITY);
    expect(second?.choice).not.toBe(first?.choice);
    expect([first?.through, second?.through]).toEqual(['channel', 'channel']);
    expect(more).toEqual([]);
  }
});

it('whoever reconsiders does so through their private line, after all their taps: another option, or none', () => {
  const chance = chanceOf('reconsiders');
  const person = { ...drawTemperament(chance), willingness: 1, fidgets: 0.5, reconsiders: 1, strain: 0.5 };
  const changes = many.map(() => {
    const all = intentionsOf(person, 5, chance);
    const change = all.at(-1);
    expect(all.filter(({ through }) => through === 'private-line')).toEqual([change]);
    expect(Math.max(...all.slice(0, -1).map(({ after }) => after))).toBeLessThan(change?.after ?? 0);
    expect(change?.choice).not.toBe(all[0]?.choice);
    return change?.choice;
  });
  const withdrawn = changes.filter((choice) => choice === 'none').length;
  expect(withdrawn).toBeGreaterThan(100);
  expect(withdrawn).toBeLessThan(250);
});

it('the unwilling never tap, and the strained choose the later options', () => {
  const chance = chanceOf('will');
  const person = { ...drawTemperament(chance), fidgets: 0, reconsiders: 0 };
  expect(many.flatMap(() => intentionsOf({ ...person, willingness: 0, strain: 1 }, 5, chance))).toEqual([]);
  const options = (strain: number) =>
    many
      .flatMap(() => intentionsOf({ ...person, willingness: 1, strain }, 5, chance))
      .map(({ choice }) => Number(choice));
  expect(Math.min(...options(1))).toBeGreaterThanOrEqual(3);
  expect(Math.max(...options(0))).toBeLessThanOrEqual(1);
});

it('in a cast of two hundred every id and every name is there once', () => {
  const { teammates, manager } = createCast({ people: 200, seed: 1 });
  expect(new Set([manager, ...teammates].map(({ id }) => id)).size).toBe(201);
  expect(new Set(teammates.map(({ name }) => name)).size).toBe(200);
});
