import type { EnvelopedEvent } from '@slack/bolt';
import type { AppHomeOpenedEvent } from '@slack/types';
import { BOT_USER, CHANNEL, common, PERSON, WORKSPACE } from './payloads-defaults.ts';

const EVENT_TS = '1700000000.000100';

export type EventOptions = {
  readonly channel?: string;
  readonly user?: string;
  readonly workspace?: string;
  /** The same id twice is the same event delivered twice. */
  readonly eventId?: string;
};

type EventBody = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Any event in the envelope the Events API puts around it. */
export function event<Body extends EventBody>(body: Body, options: EventOptions = {}): EnvelopedEvent<Body> {
  const workspace = options.workspace ?? WORKSPACE;
  return {
    ...common,
    type: 'event_callback',
    team_id: workspace,
    context_team_id: workspace,
    event: body,
    event_id: options.eventId ?? 'Ev000001',
    event_time: 1_700_000_000,
    is_ext_shared_channel: false,
    authorizations: [{ enterprise_id: null, team_id: workspace, user_id: BOT_USER, is_bot: true }],
  };
}

/** Someone joins a channel the bot is in. With `user` the bot itself, the app was added to the channel. */
export function memberJoined(options: EventOptions & { readonly inviter?: string } = {}) {
  const inviter = options.inviter === undefined ? {} : { inviter: options.inviter };
  return event({ type: 'member_joined_channel', ...membership(options), ...inviter }, options);
}

/** Someone leaves a channel the bot is in, or is removed from it. */
export function memberLeft(options: EventOptions = {}) {
  return event({ type: 'member_left_channel', ...membership(options) }, options);
}

/** The bot itself is removed from a channel; `group_left` for private ones. No user comes along. */
export function botRemoved(options: EventOptions & { readonly visibility?: 'public' | 'private' } = {}) {
  const type = options.visibility === 'private' ? 'group_left' : 'channel_left';
  return event({ type, channel: channelAndUser(options).channel, actor_id: 'UADMIN' }, options);
}

/** A channel is archived; `group_archive` is the same for private ones. */
export function channelArchived(options: EventOptions & { readonly visibility?: 'public' | 'private' } = {}) {
  const type = options.visibility === 'private' ? 'group_archive' : 'channel_archive';
  return event({ type, ...channelAndUser(options), is_moved: 0 }, options);
}

/** A channel comes back from the archive, without the bot; `group_unarchive` for private ones. */
export function channelUnarchived(
  options: EventOptions & { readonly visibility?: 'public' | 'private' } = {},
) {
  const type = options.visibility === 'private' ? 'group_unarchive' : 'channel_unarchive';
  return event({ type, ...channelAndUser(options) }, options);
}

/** A channel is deleted for good; `group_deleted` for private ones. */
export function channelDeleted(options: EventOptions & { readonly visibility?: 'public' | 'private' } = {}) {
  const type = options.visibility === 'private' ? 'group_deleted' : 'channel_deleted';
  return event({ type, channel: options.channel ?? CHANNEL, event_ts: EVENT_TS }, options);
}

/** A channel gets another name. */
export function channelRenamed(options: EventOptions & { readonly name?: string } = {}) {
  const name = options.name ?? 'renamed';
  const channel = { id: options.channel ?? CHANNEL, name, name_normalized: name, created: 1_600_000_000 };
  const kind = { is_channel: true, is_mpim: false };
  return event({ type: 'channel_rename', channel: { ...channel, ...kind }, event_ts: EVENT_TS }, options);
}

/** A channel gets another id, for example when it becomes a shared one. */
export function channelIdChanged(options: EventOptions & { readonly newChannel?: string } = {}) {
  const ids = { old_channel_id: options.channel ?? CHANNEL, new_channel_id: options.newChannel ?? 'CNEW' };
  return event({ type: 'channel_id_changed', ...ids, event_ts: EVENT_TS }, options);
}

/** Someone opens the app: its Home tab, or the messages tab with `tab`. */
export function homeOpened(options: EventOptions & { readonly tab?: AppHomeOpenedEvent['tab'] } = {}) {
  const user = options.user ?? PERSON;
  const channel = options.channel ?? `D${user.slice(1)}`;
  return event(
    { type: 'app_home_opened', user, channel, tab: options.tab ?? 'home', event_ts: EVENT_TS },
    options,
  );
}

function channelAndUser(options: EventOptions) {
  return { channel: options.channel ?? CHANNEL, user: options.user ?? PERSON, event_ts: EVENT_TS };
}

function membership(options: EventOptions) {
  return { ...channelAndUser(options), channel_type: 'C', team: options.workspace ?? WORKSPACE };
}
