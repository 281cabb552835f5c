import type { WebClient } from '@slack/web-api';
import { answeredCode } from './outcome.ts';

/** A workspace member, as far as we need them. Kept in memory only. */
export type Person = {
  readonly id: string;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  readonly isDeactivated: boolean;
  /** IANA name; `UTC` where Slack does not tell. */
  readonly timezone: string;
};

type SlackUser = {
  readonly id?: string;
  readonly tz?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
};

type NamedUser = {
  readonly name?: string;
  readonly real_name?: string;
  readonly profile?: { readonly display_name?: string; readonly real_name?: string };
};

/** Members a page, as large as Slack allows (docs: conversations.members, users.list). */
const PAGE = 1000;
/** `users.list` allows 20 calls a minute, `users.info` 100: one page costs as much as five people. */
const PEOPLE_PER_PAGE_COST = 5;
/** How many `users.info` calls are under way at once. */
const AT_ONCE = 5;
/** Codes for someone of another company, or gone since the members were listed. */
const HIDDEN = new Set(['user_not_found', 'user_not_visible']);

/**
 * Everyone in a channel. Small channels are read person by person; for larger ones the workspace's list is read
 * while that is the shorter way (a workspace's size cannot be known beforehand), the rest person by person.
 */
export async function readPeople(client: WebClient, channel: string): Promise<readonly Person[]> {
  return peopleOf(client, await memberIds(client, channel));
}

/** The same for a channel of at most `most` members; `undefined` for a larger one. */
export async function readPeopleIfFew(
  client: WebClient,
  channel: string,
  most: number,
): Promise<readonly Person[] | undefined> {
  const { members = [], response_metadata } = await client.conversations.members({
    channel,
    limit: most + 1,
  });
  if (members.length > most || response_metadata?.next_cursor) return undefined;
  return peopleOf(client, members);
}

async function peopleOf(client: WebClient, ids: readonly string[]): Promise<readonly Person[]> {
  const wanted = new Set(ids);
  const found = await fromList(client, wanted, Math.floor(wanted.size / PEOPLE_PER_PAGE_COST / 2));
  const missing = [...wanted].filter((id) => !found.has(id));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const people = await Promise.all(missing.slice(at, at + AT_ONCE).map((id) => personIfShown(client, id)));
    for (const person of people) if (person !== undefined) found.set(person.id, person);
  }
  return [...found.values()];
}

/** One person, with `users.info`. */
export async function readPerson(client: WebClient, user: string): Promise<Person> {
  const { user: found } = await client.users.info({ user });
  return personOf(found ?? {}, user);
}

/** What a person is called in Slack, with `users.info`; '' where Slack does not tell. */
export async function readName(client: WebClient, user: string): Promise<string> {
  const { user: found } = await client.users.info({ user });
  const { profile, real_name, name }: NamedUser = found ?? {};
  return profile?.display_name || profile?.real_name || real_name || name || '';
}

/** A member, or `undefined` for one whom Slack does not show us: one such must not keep a pulse from opening. */
async function personIfShown(client: WebClient, user: string): Promise<Person | undefined> {
  try {
    return await readPerson(client, user);
  } catch (error) {
    if (HIDDEN.has(answeredCode(error) ?? '')) return undefined;
    throw error;
  }
}

async function memberIds(client: WebClient, channel: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = await client.conversations.members({ channel, limit: PAGE, ...(cursor ? { cursor } : {}) });
    ids.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return ids;
}

async function fromList(
  client: WebClient,
  wanted: ReadonlySet<string>,
  pages: number,
): Promise<Map<string, Person>> {
  const found = new Map<string, Person>();
  let cursor = '';
  for (let page = 0; page < pages && found.size < wanted.size; page += 1) {
    const list = await client.users.list({ limit: PAGE, ...(cursor ? { cursor } : {}) });
    for (const user of list.members ?? [])
      if (wanted.has(user.id ?? '')) found.set(user.id ?? '', personOf(user, ''));
    cursor = list.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return found;
}

function personOf(user: SlackUser, id: string): Person {
  return {
    id: user.id ?? id,
    isBot: user.is_bot === true || user.id === 'USLACKBOT',
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true,
    isDeactivated: user.deleted === true,
    timezone: user.tz ?? 'UTC',
  };
}
