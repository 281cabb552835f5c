import { expect, test } from 'vitest';
import { openOffice } from '../listeners/office.ts';
import { withRedis } from '../pulse/store-world.ts';
import { wordingOf } from '../readout/samples.ts';
import { withReadouts } from '../readout/stored.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { waitsOf } from '../support/waits.ts';

test('the Home tab asks Redis for a team with eight readouts at once, however many teams there are', async () => {
  const office = await openOffice();
  await office.enrolled();
  await withReadouts(office);
  const one = await waitsOf(office.store.client, () => office.openHome('UANN'));
  expect(one.commands[1]?.toSorted()).toEqual(['get', 'hgetall', 'hgetall', 'zmscore']);
  expect(one.count).toBe(2); // Which teams there are, and all about them.
  await office.enrolled('CSMALL');
  await withReadouts(office, 'CSMALL');
  const two = await waitsOf(office.store.client, () => office.openHome('UANN'));
  expect(two.commands[1]).toHaveLength(8);
  expect(two.count).toBe(2);
  expect(JSON.stringify(await office.openHome('UANN')).match(/A next step/g)).toHaveLength(6);
});

test.each([
  ['summary', ['get', 'hgetall', 'hgetall', 'exists']],
  ['export', ['get', 'hgetall']],
])('the %s of a team with eight readouts asks Redis once', async (command, asked) => {
  const office = await openOffice();
  await office.enrolled();
  await withReadouts(office);
  const { count, commands } = await waitsOf(office.store.client, async () => {
    expect(await office.say(command)).toContain(wordingOf('work-fits-hours').question.title);
  });
  expect(commands).toEqual([asked]);
  expect(count).toBe(1);
});

describeWithRedis('on a real Redis', () => {
  const redis = withRedis();

  test('the Home tab and the summary wait no more often', async () => {
    const office = await openOffice({ store: redis.store });
    await office.enrolled();
    await withReadouts(office);
    const { client } = redis.store;
    expect((await waitsOf(client, () => office.openHome('UANN'))).count).toBe(2);
    expect((await waitsOf(client, () => office.say('summary'))).count).toBe(1);
    expect((await waitsOf(client, () => office.say('export'))).count).toBe(1);
  });
});
