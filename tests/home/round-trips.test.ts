import { expect, test } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { type Office, openOffice, team } from '../listeners/office.ts';
import { eight, wordingOf } from '../readout/samples.ts';
import { waitsOf } from '../support/waits.ts';

/** Gives a team eight readouts of each question it follows. */
async function withReadouts({ app, clock, store }: Office, channel = 'CTEAM'): Promise<void> {
  const id = { ...team, channel };
  const { questions } = (await app.rooms.teams.find(id))?.settings ?? {};
  const history = JSON.stringify(eight.map((one) => ({ ...one, closedAt: clock.now() })));
  for (const question of Object.values(questions ?? {}))
    await store.client.hset(keys.readouts(id), `question:${question}`, history);
}

test('the Home tab asks Redis for a team with eight readouts at once, however many teams there are', async () => {
  const office = await openOffice();
  await office.enrolled();
  await withReadouts(office);
  const one = await waitsOf(office.store.client, () => office.openHome('UANN'));
  expect(one.commands[1]?.toSorted()).toEqual(['get', 'hgetall', 'zmscore']);
  expect(one.count).toBe(2); // Which teams there are, and all about them.
  await office.enrolled('CSMALL');
  await withReadouts(office, 'CSMALL');
  const two = await waitsOf(office.store.client, () => office.openHome('UANN'));
  expect(two.commands[1]).toHaveLength(6);
  expect(two.count).toBe(2);
  expect(JSON.stringify(await office.openHome('UANN')).match(/A next step/g)).toHaveLength(6);
});

test('the summary of a team with eight readouts asks Redis once', async () => {
  const office = await openOffice();
  await office.enrolled();
  await withReadouts(office);
  const { count, commands } = await waitsOf(office.store.client, async () => {
    expect(await office.say('summary')).toContain(wordingOf('work-fits-hours').question.title);
  });
  expect(commands).toEqual([['get', 'hgetall']]);
  expect(count).toBe(1);
});
