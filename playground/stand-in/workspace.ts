/**
 * The small Slack workspace behind the stand-in: people, channels and what was posted, all in memory and all
 * open to a test or a simulation. Field names are Slack's, so that a `conversations.info` is a spread.
 */
export type User = {
  readonly id: string;
  name: string;
  tz: string;
  is_bot: boolean;
  deleted: boolean;
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_admin: boolean;
};

export type Channel = {
  readonly id: string;
  name: string;
  /** User ids in the order they joined. The bot is in the channel when its user id is among them. */
  members: string[];
  is_archived: boolean;
  is_private: boolean;
  is_ext_shared: boolean;
  is_im: boolean;
};

export type Message = {
  readonly ts: string;
  readonly user: string;
  text: string;
  blocks: readonly unknown[];
  readonly thread_ts?: string;
  edited?: { readonly ts: string };
};

/** What Slack is to post by itself later. */
export type Scheduled = {
  readonly id: string;
  readonly channel: string;
  /** In seconds, as Slack has it. */
  readonly post_at: number;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly thread_ts?: string;
};

export type Ephemeral = Message & { readonly channel: string; readonly to: string };

export type StoredView = Readonly<Record<string, unknown>> & { readonly id: string; readonly hash: string };

export type Bot = {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  readonly name: string;
  readonly token: string;
  readonly appToken: string;
};

export type Workspace = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: Bot;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** Channel id → what stands in it, in the order it was posted. */
  readonly messages: Map<string, Message[]>;
  readonly ephemerals: Ephemeral[];
  /** Still to be posted. */
  scheduled: readonly Scheduled[];
  /** View id → the modal as it is now. */
  readonly modals: Map<string, StoredView>;
  /** Whether messages with charts are taken: charts are new, and not everywhere. */
  takesCharts: boolean;
  /** Whether the app was taken out of the workspace: until it is installed again its token is good for nothing. */
  isRevoked: boolean;
  /** User id → their Home tab as it is now. */
  readonly homes: Map<string, StoredView>;
};

export type WorkspaceSeed = {
  readonly team?: Partial<Workspace['team']>;
  readonly bot?: Partial<Bot>;
  readonly users?: readonly (Partial<User> & { readonly id: string })[];
  /** `bot: 'absent'` leaves the app's bot out of the channel; otherwise it is a member, last to join. */
  readonly channels?: readonly (Partial<Channel> & { readonly id: string; readonly bot?: 'absent' })[];
};

/** Builds a workspace from as little as ids; everything else gets an ordinary value. */
export function createWorkspace(seed: WorkspaceSeed): Workspace {
  const bot = {
    userId: 'UBOT',
    botId: 'BBOT',
    appId: 'AHANDS',
    name: 'many-hands',
    token: 'xoxb-stand-in',
    appToken: 'xapp-stand-in',
    ...seed.bot,
  };
  const workspace: Workspace = {
    team: { id: 'TWORK', name: 'Workspace', domain: 'workspace', ...seed.team },
    bot,
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    ephemerals: [],
    scheduled: [],
    modals: new Map(),
    takesCharts: true,
    isRevoked: false,
    homes: new Map(),
  };
  addUser(workspace, { id: bot.userId, name: bot.name, is_bot: true });
  for (const user of seed.users ?? []) addUser(workspace, user);
  for (const { bot: presence, ...channel } of seed.channels ?? []) {
    const added = addChannel(workspace, channel);
    if (presence !== 'absent' && !added.is_archived) join(workspace, added.id, bot.userId);
  }
  return workspace;
}

/** Puts one more person (or bot) into the workspace. */
export function addUser(workspace: Workspace, user: Partial<User> & { readonly id: string }): User {
  const whole: User = {
    name: user.id.toLowerCase(),
    tz: 'Europe/Berlin',
    is_bot: false,
    deleted: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_admin: false,
    ...user,
  };
  workspace.users.set(whole.id, whole);
  return whole;
}

/** Puts one more channel into the workspace, without the bot unless `members` names it. */
export function addChannel(
  workspace: Workspace,
  channel: Partial<Channel> & { readonly id: string },
): Channel {
  const whole: Channel = {
    name: channel.id.toLowerCase(),
    is_archived: false,
    is_private: false,
    is_ext_shared: false,
    is_im: false,
    ...channel,
    members: [...(channel.members ?? [])],
  };
  workspace.channels.set(whole.id, whole);
  return whole;
}

/** Someone (a person or the bot) joins a channel. Joining twice changes nothing. */
export function join(workspace: Workspace, channelId: string, userId: string): void {
  const channel = workspace.channels.get(channelId);
  if (channel && !channel.members.includes(userId)) channel.members.push(userId);
}

/** Someone (a person or the bot) leaves a channel, or is removed from it. */
export function leave(workspace: Workspace, channelId: string, userId: string): void {
  const channel = workspace.channels.get(channelId);
  if (channel) channel.members = channel.members.filter((member) => member !== userId);
}

/** Archives a channel, which also removes the bot, as Slack does. */
export function archive(workspace: Workspace, channelId: string): void {
  const channel = workspace.channels.get(channelId);
  if (channel) channel.is_archived = true;
  leave(workspace, channelId, workspace.bot.userId);
}

/** What stands in a channel now, in the order it was posted. */
export function messagesIn(workspace: Workspace, channelId: string): readonly Message[] {
  return workspace.messages.get(channelId) ?? [];
}

/** Puts a message of the bot's at the end of a channel. */
export function place(workspace: Workspace, channelId: string, message: Message): void {
  workspace.messages.set(channelId, [...messagesIn(workspace, channelId), message]);
}

/** Somebody deletes a message. */
export function deleteMessage(workspace: Workspace, channelId: string, ts: string): void {
  const left = messagesIn(workspace, channelId).filter((message) => message.ts !== ts);
  workspace.messages.set(channelId, left);
}

/** The direct-message channel between the bot and one person; it appears when first used. */
export function directChannel(workspace: Workspace, userId: string): Channel {
  const id = `D${userId.slice(1)}`;
  const known = workspace.channels.get(id);
  return (
    known ?? addChannel(workspace, { id, name: '', is_im: true, members: [workspace.bot.userId, userId] })
  );
}
