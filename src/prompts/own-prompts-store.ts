import { z } from 'zod';
import { compareAndSetOfTeam } from '../redis/compare-and-set.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { ownPromptSchema } from './own-prompt.ts';
import type { Decision, OwnPrompts } from './own-prompts.ts';

const stored = z.array(ownPromptSchema).readonly();

export type OwnPromptsStore = ReturnType<typeof createOwnPromptsStore>;

/** The prompts in a team's own words, in Redis. */
export function createOwnPromptsStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  const textOf = async (team: TeamId) =>
    (await withoutArguments(client.get(keys.ownPrompts(team)))) ?? undefined;

  return {
    /** Those of a team, the oldest first. */
    async read(team: TeamId): Promise<OwnPrompts> {
      return parse(await textOf(team));
    },

    /**
     * Changes them by a pure function and returns what that decided: again on what is stored then, should someone
     * else have changed them meanwhile. `no-team`: the team was removed, and nothing is left of it.
     */
    async update(team: TeamId, decide: (now: OwnPrompts) => Decision): Promise<Decision | 'no-team'> {
      const place = { key: keys.ownPrompts(team), team };
      for (;;) {
        const before = await textOf(team);
        const decision = decide(parse(before));
        if (decision.kind !== 'done') return decision;
        const after = JSON.stringify(stored.parse(decision.prompts));
        const written = await compareAndSetOfTeam(client, place, before, after);
        if (written !== 'changed') return written === 'set' ? decision : written;
      }
    },
  };
}

function parse(text: string | undefined): OwnPrompts {
  return text === undefined ? [] : stored.parse(JSON.parse(text));
}
