import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import type { Log } from '../src/ports.ts';
import { openStore } from '../src/redis/connection.ts';
import { doneBy, everything, liveThroughEverything, openEverything } from './every-interaction.ts';
import type { OwnPromptsOffice } from './listeners/own-prompts.ts';

/** Everything that was said to anybody, in an order that does not depend on who is written to first. */
function saidIn({ standIn }: OwnPromptsOffice): readonly string[] {
  // Each instance signs in as it starts.
  const calls = standIn.calls.filter(({ method }) => method !== 'auth.test');
  const sent = calls.map(({ method, at, outcome, arguments: given }) =>
    JSON.stringify([at, method, outcome, given.channel, given.text, given.view]),
  );
  const answered = standIn.responses.map(({ body }) => JSON.stringify(body));
  return [...sent, ...answered].sort();
}

async function lived(others: Parameters<typeof openEverything>[0], { ahead = 0 } = {}) {
  const office = await openEverything(others);
  // So that it is the other instance's turn.
  for (let turn = 0; turn < ahead; turn += 1) await office.say('help');
  await liveThroughEverything(office);
  expect(office.receiver.lateErrors).toEqual([]);
  return { said: saidIn(office), handed: office.receiver.handed };
}

it('two instances answer everything that people can do as one does, whichever of them it reaches', async () => {
  const one = await lived([]);
  const first = await lived(['same-store']);
  const second = await lived(['same-store'], { ahead: 1 });
  expect(first.said).toEqual(one.said);
  expect(new Set(second.said)).toEqual(new Set(one.said));
  for (const [door, all] of Object.entries(everything)) {
    for (const instance of [0, 1]) {
      const done = [
        ...(doneBy(instance, first.handed)[door] ?? []),
        ...(doneBy(instance, second.handed)[door] ?? []),
      ];
      expect(
        all.filter((name) => !done.includes(name)),
        `${door} of instance ${instance}`,
      ).toEqual([]);
    }
  }
});

it('they do not where each keeps its own: the test would notice', async () => {
  const one = await lived([]);
  const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const other = await openStore({ dataDir: tmpdir(), log: silent });
  const apart = await lived([other]).catch(() => undefined);
  expect(apart?.said).not.toEqual(one.said);
  await other.close();
});
