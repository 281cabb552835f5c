import { z } from 'zod';
import type { TeamId } from '../team-id.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './make-client.ts';
import { defineScript } from './scripts.ts';

const script = defineScript({ url: new URL('./compare-and-set.lua', import.meta.url), keys: 1 });
const setOfTeam = defineScript({ url: new URL('./set-of-team.lua', import.meta.url), keys: 2 });
const replies = z.enum(['set', 'changed', 'no-team']);

/**
 * Sets a key to `after` if it still holds `before` (`undefined`: no such key), for `lifetime` ms or for good. Returns
 * whether it did.
 */
export async function compareAndSet(
  client: RedisClient,
  key: string,
  before: string | undefined,
  after: string,
  { lifetime }: { readonly lifetime?: number } = {},
): Promise<boolean> {
  return (await script(client, [key], [before ?? '', after, lifetime ?? ''])) === 1;
}

/**
 * The same for a key that belongs to a team: nothing is written (`no-team`) once the team is removed, for its keys
 * would be left behind. `changed`: someone else was first.
 */
export async function compareAndSetOfTeam(
  client: RedisClient,
  place: { readonly key: string; readonly team: TeamId },
  before: string | undefined,
  after: string,
): Promise<z.infer<typeof replies>> {
  return replies.parse(await setOfTeam(client, [place.key, keys.team(place.team)], [before ?? '', after]));
}
