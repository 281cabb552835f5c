import { describe, expect, test } from 'vitest';
import { weeksBefore } from '../../src/practice/counts.ts';
import { createCountsStore } from '../../src/practice/counts-store.ts';
import { practiceSentence } from '../../src/practice/practice-trend-view.ts';
import { type Office, openOffice, team } from '../listeners/office.ts';

/** So many asks in each of the weeks before this one, the latest first. */
async function withAsks({ store }: Office, asks: readonly number[]): Promise<void> {
  const counts = createCountsStore({ client: store.client });
  const weeks = asks.map((count, ago) => ({ count, week: weeksBefore('2026-W02', ago + 1) }));
  for (const { count, week } of weeks.reverse())
    for (let at = 0; at < count; at += 1) await counts.add(team, 'asks', week);
}

async function summaryWith(asks: readonly number[]): Promise<string> {
  const office = await openOffice();
  await office.enrolled();
  await withAsks(office, asks);
  return office.say('summary');
}

describe('the summary', () => {
  test.each([
    [[3, 2, 2, 1, 1, 0, 1, 0], 'Asks for a hand are getting more common.'],
    [[1, 1, 1, 1, 1, 1, 1, 1], 'Asks for a hand are about as common as before.'],
    [[1, 0, 0, 0, 2, 2, 1, 1], 'Asks for a hand are getting rarer.'],
  ])('says of %j asks a week: %s', async (asks, sentence) => {
    expect((await summaryWith(asks)).split('\n\n')).toContain(sentence);
  });

  test('stands on the Home tab too, with the same sentence', async () => {
    const office = await openOffice();
    await office.enrolled();
    await withAsks(office, [3, 2, 2, 1, 1, 0, 1, 0]);
    const home = JSON.stringify(await office.openHome('UBEN'));
    expect(home).toContain('Asks for a hand are getting more common.');
  });

  test('says nothing of them where there were few', async () => {
    expect(await summaryWith([1, 1, 1, 0, 1, 1, 0, 0])).not.toContain('Asks');
    expect(await summaryWith([])).not.toContain('Asks');
  });
});

test('there is a sentence for each practice and direction, none with a number', () => {
  const trends = (['asks', 'taken'] as const).flatMap((counter) =>
    (['up', 'same', 'down'] as const).map((direction) => practiceSentence({ counter, direction }, 'en')),
  );
  expect(new Set(trends).size).toBe(6);
  for (const sentence of trends) expect(sentence).not.toMatch(/\d/);
  expect(practiceSentence(undefined, 'en')).toBeUndefined();
});
