/**
 * Which permissions the app needs for what it does. Source: the "Scopes" and "Required scopes" of each page below
 * docs.slack.dev/reference/methods and docs.slack.dev/reference/events, read for a bot token; of the
 * `conversations.*` methods only the kinds of channel a team can be in, public and private ones.
 */
const channelScopes = ['channels:read', 'groups:read'];

const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  // Takes the app's own token, and a scope of that: no matter of the manifest.
  'apps.connections.open': [],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.deleteScheduledMessage': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  // A user id as `channel` reaches that person's direct messages with the app: no im:write is needed for it.
  'chat.postMessage': ['chat:write'],
  'chat.scheduleMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.info': channelScopes,
  'conversations.members': channelScopes,
  'conversations.open': ['im:write'],
  'users.conversations': channelScopes,
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_left: ['channels:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  group_deleted: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  // One event for both kinds of channel; each scope brings in its own kind.
  member_joined_channel: channelScopes,
  member_left_channel: channelScopes,
  tokens_revoked: [],
};

/** The bot scopes these Web API methods need. Throws on a method the table does not know: look it up, add it. */
export function scopesNeededBy(methods: readonly string[]): readonly string[] {
  return lookedUp({ table: scopesOfMethod, names: methods, what: 'Web API method' });
}

/** The bot scopes a subscription to these events needs. Throws on an event the table does not know. */
export function scopesNeededByEvents(events: readonly string[]): readonly string[] {
  return lookedUp({ table: scopesOfEvent, names: events, what: 'event' });
}

/** The bot scopes of an app with these commands, methods and events together. */
export function scopesNeeded(app: {
  readonly commands: readonly string[];
  readonly methods: readonly string[];
  readonly events: readonly string[];
}): readonly string[] {
  const forCommands = app.commands.length > 0 ? ['commands'] : [];
  return sorted([...forCommands, ...scopesNeededBy(app.methods), ...scopesNeededByEvents(app.events)]);
}

/** Scopes that would let the app read what people write. */
export function historyScopes(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => /:history$|^search:|^files:read$/.test(scope));
}

/** Sentences about what the manifest has and the code does not, and the other way round. Empty when they agree. */
export function disagreements(sides: {
  readonly what: string;
  readonly manifest: readonly string[];
  readonly code: readonly string[];
}): readonly string[] {
  const { what, manifest, code } = sides;
  const repeated = manifest.filter((name, index) => manifest.indexOf(name) !== index);
  return [
    ...missingFrom(code, manifest).map(
      (name) => `manifest.yml has the ${what} ${name}, which the code does not have`,
    ),
    ...missingFrom(manifest, code).map(
      (name) => `the code has the ${what} ${name}, which manifest.yml lacks`,
    ),
    ...repeated.map((name) => `manifest.yml has the ${what} ${name} twice`),
  ];
}

function lookedUp(given: {
  readonly table: Readonly<Record<string, readonly string[]>>;
  readonly names: readonly string[];
  readonly what: string;
}): readonly string[] {
  const scopes = given.names.flatMap((name) => {
    const found = Object.hasOwn(given.table, name) ? given.table[name] : undefined;
    if (!found)
      throw new Error(`no scopes known for the ${given.what} ${name}: see tests/support/manifest-rules.ts`);
    return found;
  });
  return sorted(scopes);
}

function missingFrom(list: readonly string[], names: readonly string[]): readonly string[] {
  return names.filter((name) => !list.includes(name));
}

function sorted(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes)].sort();
}
