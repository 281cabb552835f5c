import { compareAndSetOfTeam } from '../redis/compare-and-set.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { newRotation, type Rotation, rotationSchema } from './rotation.ts';

export type PromptsStore = ReturnType<typeof createPromptsStore>;

/** Each team's place in the library of prompts. */
export function createPromptsStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  return {
    /**
     * Changes the rotation by a pure function and returns what that gave. Runs it again on what is stored then,
     * should someone else have changed it meanwhile. Of a team that is gone nothing is kept.
     */
    async update<T extends { readonly rotation: Rotation }>(
      team: TeamId,
      decide: (now: Rotation) => T,
    ): Promise<T> {
      const place = { key: keys.rotation(team), team };
      for (;;) {
        const stored = (await withoutArguments(client.get(place.key))) ?? undefined;
        const decided = decide(stored === undefined ? newRotation : rotationSchema.parse(JSON.parse(stored)));
        const after = JSON.stringify(rotationSchema.parse(decided.rotation));
        if (after === stored) return decided;
        if ((await compareAndSetOfTeam(client, place, stored, after)) !== 'changed') return decided;
      }
    },
  };
}
