import type { Redis } from 'ioredis';
import { compareAndSet } from '../redis/compare-and-set.ts';
import { keys } from '../redis/keys.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { newRotation, type Rotation, rotationSchema } from './rotation.ts';

export type PromptsStore = ReturnType<typeof createPromptsStore>;

/** Each team's place in the library of prompts. */
export function createPromptsStore(deps: { readonly client: Redis }) {
  const { client } = deps;
  return {
    /**
     * Changes the rotation by a pure function and returns what that gave. Runs it again on what is stored then,
     * should someone else have changed it meanwhile.
     */
    async update<T extends { readonly rotation: Rotation }>(
      team: TeamId,
      decide: (now: Rotation) => T,
    ): Promise<T> {
      for (;;) {
        const stored = (await withoutArguments(client.get(keys.rotation(team)))) ?? undefined;
        const decided = decide(stored === undefined ? newRotation : rotationSchema.parse(JSON.parse(stored)));
        const after = JSON.stringify(rotationSchema.parse(decided.rotation));
        if (after === stored) return decided;
        if (await compareAndSet(client, keys.rotation(team), stored, after)) return decided;
      }
    },
  };
}
