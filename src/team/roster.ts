import type { Person } from '../slack/people.ts';
import type { Team } from './team.ts';

/**
 * The respondents among a channel's members: people, not bots; no guests, deactivated accounts or managers.
 * Returns user ids, to be kept in memory only.
 */
export function respondentsOf(
  people: readonly Person[],
  managers: Team['settings']['managers'],
): readonly string[] {
  return people
    .filter((person) => !person.isBot && !person.isGuest && !person.isDeactivated)
    .map((person) => person.id)
    .filter((id) => !managers.includes(id));
}
