import { afterEach, expect } from 'vitest';
import { formValues } from '../../playground/form-values.ts';
import { addUser, join, messagesIn, type WorkspaceSeed } from '../../playground/stand-in/workspace.ts';
import { createWorld, monday, type World, type WorldOptions } from '../../playground/world/world.ts';
import { DAY, HOUR, MINUTE } from '../../src/duration.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';

/** Ann manages; eight others are polled. */
export const others = ['UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS', 'UHAL', 'UIDA'] as const;

export const seed: WorkspaceSeed = {
  users: [
    { id: 'UANN', tz: 'UTC' },
    ...others.map((id) => ({ id, tz: 'UTC' })),
    { id: 'UGUEST', is_restricted: true, tz: 'UTC' },
  ],
  channels: [
    { id: 'CTEAM', members: ['UANN', ...others, 'UGUEST'] },
    { id: 'CSMALL', members: ['UANN', 'UBEN', 'UCAT', 'UDAN'] },
    { id: 'CNOBOT', members: ['UANN', 'UBEN'], bot: 'absent' },
    { id: 'CHIDDEN', members: ['UANN', 'UBEN'], is_private: true, bot: 'absent' },
    { id: 'CSHARED', members: ['UANN', 'UBEN'], is_ext_shared: true },
    { id: 'COLD', members: ['UANN', 'UBEN'], is_archived: true },
  ],
};

export const team = { workspace: 'TWORK', channel: 'CTEAM' };
export const firstPrompt = monday + 90 * MINUTE;
export const firstOpening = monday + 2 * DAY + 6 * HOUR;
export const firstClosing = firstOpening + 48 * HOUR;

export type Office = Awaited<ReturnType<typeof openOffice>>;

const open: World[] = [];

/** After every test: nothing was sent that Slack would refuse or a screen reader could not read. */
afterEach(async () => {
  const closed = open.splice(0);
  await Promise.all(closed.map((world) => world.close()));
  for (const { standIn } of closed) expect(problemsOfEverythingSent(standIn)).toEqual([]);
});

/** The app and a workspace of ten people, with short verbs. Closed after the test. */
export async function openOffice(options: Partial<WorldOptions> = {}) {
  const world = await createWorld({ workspace: seed, ...options });
  open.push(world);
  const { standIn } = world;

  /** Types `/hands …`; returns what was answered, which must be for this person only. */
  async function say(text: string, user = 'UANN', channel = 'CTEAM'): Promise<string> {
    const answers = await world.command(user, channel, text);
    expect(answers.map(({ kind }) => kind).filter((kind) => kind !== 'ephemeral')).toEqual([]);
    return answers.map(({ body }) => String(body.text)).join('\n');
  }

  const posts = (channel = 'CTEAM') => messagesIn(standIn.workspace, channel);

  return {
    ...world,
    say,
    posts,

    /** What stands in a channel, as text. */
    texts: (channel = 'CTEAM') => posts(channel).map(({ text }) => text),

    /** The last message in a channel, as text. */
    last: (channel = 'CTEAM') => posts(channel).at(-1)?.text ?? '',

    /** A team in a channel, without a form. */
    async enrolled(channel = 'CTEAM', user = 'UANN') {
      await say('setup mon 9:30', user, channel);
    },

    /** Runs everything that is due until an instant. */
    until: (instant: number, channel = 'CTEAM') => world.advanceTo(instant, [{ ...team, channel }]),

    /** Opens the settings form by the command. */
    async form(user = 'UANN', channel = 'CTEAM') {
      const known = new Set(standIn.workspace.modals.keys());
      const answer = await say('setup', user, channel);
      const view = [...standIn.workspace.modals.values()].find(({ id }) => !known.has(id));
      if (view === undefined) throw new Error(`no form was opened: ${answer}`);
      return JSON.parse(JSON.stringify(view));
    },

    /** Sends a form, changed where `entries` says so. */
    async send(view: SentView, entries: Parameters<typeof formValues>[1] = {}, user = 'UANN') {
      const values = JSON.parse(JSON.stringify(formValues(view, entries)));
      const { id = '', root_view_id: root = id, previous_view_id: below = null } = view;
      const place = { id, root_view_id: root, previous_view_id: below };
      const form = { callbackId: String(view.callback_id), privateMetadata: String(view.private_metadata) };
      const delivery = await world.submit(user, { ...form, view: place }, values);
      expect(formattedErrors(delivery.response)).toEqual([]);
      return delivery;
    },

    /** The buttons of the pulse that was posted last. */
    options: (channel = 'CTEAM') => buttonsOf(posts(channel).at(-1)?.blocks ?? []),

    /** What the bot wrote to one person alone. */
    direct: (user: string) => messagesIn(standIn.workspace, `D${user.slice(1)}`).map(({ text }) => text),

    /** Everything in Redis, names and contents, as one text. */
    async stored(): Promise<string> {
      const names = (await world.store.client.keys('*')).sort();
      const contents = await Promise.all(names.map((name) => readKey(world, name)));
      return names.map((name, at) => `${name} ${contents[at]}`).join('\n');
    },
  };
}

/** Sentences under the fields of a form that are formatted, though fields show no formatting. */
const formattedErrors = (response: unknown): readonly string[] =>
  Object.values(Object(Reflect.get(Object(response), 'errors'))).filter(
    (sentence): sentence is string => typeof sentence === 'string' && /[*<>]/.test(sentence),
  );

type SentView = Parameters<typeof formValues>[0] & {
  readonly callback_id?: unknown;
  readonly private_metadata?: unknown;
  readonly id?: string;
  readonly root_view_id?: string;
  readonly previous_view_id?: string | null;
};

export type ShownButton = { readonly actionId: string; readonly value: string };

/** Every button in some blocks. */
export function buttonsOf(blocks: readonly unknown[]): readonly ShownButton[] {
  const found = JSON.stringify(blocks).matchAll(/"action_id":"([^"]*)","value":"([^"]*)"/g);
  return [...found].map(([, actionId = '', value = '']) => ({ actionId, value }));
}

async function readKey({ store: { client } }: World, name: string): Promise<string> {
  switch (await client.type(name)) {
    case 'string':
      return JSON.stringify((await client.getBuffer(name))?.toString('latin1'));
    case 'hash':
      return JSON.stringify(await client.hgetall(name));
    case 'set':
      return JSON.stringify(await client.smembers(name));
    case 'zset':
      return JSON.stringify(await client.zrange(name, '0', '-1'));
    case 'list':
      return JSON.stringify(await client.lrange(name, 0, -1));
    case 'stream':
      return JSON.stringify(await client.xrange(name, '-', '+'));
    default:
      return '';
  }
}

/** Someone new comes into the channel, after whatever happened so far. */
export function enter({ standIn }: Office, user: string): void {
  addUser(standIn.workspace, { id: user });
  join(standIn.workspace, 'CTEAM', user);
}
