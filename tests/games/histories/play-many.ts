import { createSeededRandom } from '../../../playground/world/seeded-random.ts';
import { createKeyFolder } from '../../../src/pulse/key-folder.ts';
import { createWrappedKeys } from '../../../src/pulse/wrapped-keys.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';
import { noneStruck } from './faults.ts';
import { playHistory } from './history.ts';

/** Under way together; each on a team of its own. */
const AT_ONCE = 4;

/** Plays so many histories, half of them on each key custody, and adds up what was wrong. */
export async function playMany(options: {
  readonly count: number;
  readonly client: RedisClient;
  readonly folder: string;
  readonly seed: string;
}) {
  const { count, client, folder, seed } = options;
  const [struck, done] = [noneStruck(), { taps: 0, closings: 0 }];
  const found: string[] = [];
  const sum = { wrong: 0, lost: 0 };
  const files = createKeyFolder({ folder });
  const custodyOf = (history: number) => {
    if (history % 2 === 0) return files;
    const random = createSeededRandom(`${seed}|${history}|custody`);
    return createWrappedKeys({ client, wrappingKey: Buffer.alloc(32, 7), random });
  };
  let next = 0;
  const line = async () => {
    while (next < count) {
      const history = next;
      next += 1;
      const names = { seed: `${seed}|${history}`, channel: `C${history}` };
      const verdict = await playHistory({ client, custody: custodyOf(history), ...names, struck, done });
      sum.wrong += verdict.wrong.length > 0 ? 1 : 0;
      sum.lost += verdict.lost.length;
      found.push(...[...verdict.wrong, ...verdict.lost].map((problem) => `history ${history}: ${problem}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return { ...sum, found, struck, done };
}
