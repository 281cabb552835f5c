import { createSeededRandom } from '../../../playground/world/seeded-random.ts';
import type { KeyCustody } from '../../../src/pulse/key-custody.ts';
import type { Counted } from '../../../src/pulse/pulse-answers.ts';
import type { Choice } from '../../../src/pulse/tally.ts';
import type { RedisClient } from '../../../src/redis/make-client.ts';
import { noFaults } from './faults.ts';
import { createScene, type Scene } from './scene.ts';
import { OPTIONS } from './taps.ts';

/** An open pulse of eight people, U0 to U7. */
export async function openScene(given: {
  readonly client: RedisClient;
  readonly custody: KeyCustody;
  readonly channel: string;
  readonly seed: string;
}): Promise<Scene> {
  const scene = await createScene({
    ...given,
    team: { workspace: 'TEDIT', channel: given.channel },
    random: createSeededRandom(`${given.seed}|${given.channel}`),
    people: Array.from({ length: 8 }, (_, at) => `U${at}`),
  });
  await scene.open();
  return scene;
}

/** One tap, on a button of the channel or (with a seal) of their own; returns what came back. */
export function tap(scene: Scene, user: string, choice: Choice, sealed?: string) {
  const { team, pulseId } = scene;
  const change = sealed === undefined ? {} : { sealed };
  const value = { pulseId, choice, optionCount: OPTIONS, ...change };
  return scene.rooms(noFaults).answers.answer({ ...value, team, user, ts: '1.1' });
}

/** The same where it must count. */
export async function answer(scene: Scene, user: string, choice: Choice, sealed?: string): Promise<Counted> {
  const outcome = await tap(scene, user, choice, sealed);
  if (!('sealed' in outcome)) throw new Error(`the tap was answered ${outcome.kind}`);
  return outcome;
}

/** What the channel was told last. */
export const lastSaid = ({ posted }: Scene): string => posted.at(-1)?.text ?? '';
