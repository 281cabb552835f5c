import { type Company, everyone } from './company.ts';
import { type Menus, withVisibleOffers } from './form-offers.ts';
import type { ScheduledPosts } from './scheduled-posts.ts';

type Fetch = typeof globalThis.fetch;
type Answer = {
  readonly channels?: readonly { readonly id: string }[];
  readonly channel?: object;
  readonly url?: string;
  readonly view?: object;
};

/** What the way to local-slack knows of the playground around it. */
export type Surroundings = {
  readonly company: Company;
  readonly scheduled: Pick<ScheduledPosts, 'schedule' | 'unschedule'>;
  /** Told what the app has published for a person. */
  readonly onHome: (user: string, view: object) => void;
  /** Where the app shall connect in place of an address of local-slack's Socket Mode. */
  readonly socketFor: (url: string) => string;
};

/** Slack shows a date token in everyone's own timezone; local-slack shows it as it is written. */
const dateToken = /<!date\^-?\d+\^[^|>]*\|([^>]*)>/g;

/** The same text with each date token replaced by the words it brings along for clients that cannot show it. */
export function withReadableDates(text: string): string {
  return text.replace(dateToken, '$1');
}

/** Blocks, as JSON, in which a line stands for each chart: local-slack draws none. */
export function withChartsAsWords(blocks: string): string {
  if (!blocks.includes(chart)) return blocks;
  const parsed: readonly { readonly type: string; readonly title?: string }[] = JSON.parse(blocks);
  return JSON.stringify(parsed.map((block) => (block.type === chart ? instead(block.title) : block)));
}

const chart = 'data_visualization';

function instead(title = ''): object {
  const text = `_(Slack draws a chart here: ${title}. The text says everything it shows.)_`;
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/**
 * The body of a request to Slack (a form, or JSON) with readable dates and charts, and a view that shows what it
 * offers. Other bodies stay as they are.
 */
export function readableBody(body: BodyInit, menus: Menus): BodyInit {
  if (body instanceof URLSearchParams) return readableForm(body, menus);
  if (typeof body !== 'string') return body;
  if (/^\s*[{[]/.test(body)) return readableJson(withReadableDates(body));
  return readableForm(new URLSearchParams(body), menus).toString();
}

function readableForm(form: URLSearchParams, menus: Menus): URLSearchParams {
  return new URLSearchParams(
    [...form].map(([name, value]) => {
      const readable = withReadableDates(value);
      if (name === 'blocks') return [name, withChartsAsWords(readable)];
      return [name, name === 'view' ? withVisibleOffers(readable, menus) : readable];
    }),
  );
}

function readableJson(body: string): string {
  if (!body.includes(chart)) return body;
  const { blocks, ...rest } = JSON.parse(body);
  return JSON.stringify({ ...rest, blocks: JSON.parse(withChartsAsWords(JSON.stringify(blocks))) });
}

/** What local-slack answers differently from Slack, by method. */
const corrections: {
  readonly [method: string]: (answer: Answer, asked: URLSearchParams, around: Surroundings) => Answer;
} = {
  /** It ignores `user`, and names every channel that the app is in. */
  'users.conversations': (answer, asked, { company }) => {
    const theirs = new Set(
      company.channels
        .filter(({ people }) => people.some(({ id }) => id === asked.get('user')))
        .map(({ id }) => id),
    );
    return { ...answer, channels: (answer.channels ?? []).filter(({ id }) => theirs.has(id)) };
  },

  /** It says of every channel that the app is in it. */
  'conversations.info': (answer, asked, { company }) => {
    const found = company.channels.find(({ id }) => id === asked.get('channel'));
    if (answer.channel === undefined || found === undefined) return answer;
    return { ...answer, channel: { ...answer.channel, is_member: found.hasApp } };
  },

  /** Its presses on a Home tab do not bring the tab along, so it is kept. */
  'views.publish': (answer, asked, { onHome }) => {
    if (answer.view !== undefined) onHome(asked.get('user_id') ?? '', answer.view);
    return answer;
  },

  /** What it sends is put right on the way, see `deliveries.ts`. */
  'apps.connections.open': (answer, _, { socketFor }) =>
    answer.url === undefined ? answer : { ...answer, url: socketFor(answer.url) },
};

/** Whom and what local-slack's menus of people and channels would offer. */
export function menusOf(company: Company): Menus {
  const offer = (value: string, text: string) => ({ value, text: { type: 'plain_text', text } });
  return {
    people: [
      ...everyone(company).map(({ id, name }) => offer(id, name)),
      offer(company.app.userId, company.app.name),
    ],
    channels: company.channels.map(({ id, name }) => offer(id, `#${name}`)),
  };
}

/**
 * A way to the network that makes up for what local-slack does differently: dates, charts and the offers of forms are
 * written out on the way there, messages for later are kept here, and a few answers are corrected on the way back.
 */
export function likeSlack(around: Surroundings & { readonly fetch: Fetch }): Fetch {
  const { fetch, company, scheduled } = around;
  const menus = menusOf(company);
  return async (input, init) => {
    const address = new URL(String(input instanceof Request ? input.url : input));
    const method = address.pathname.split('/').at(-1) ?? '';
    const asked = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
    if (init?.body == null) return fetch(input, init);
    const body = readableBody(init.body, menus);
    if (method === 'chat.scheduleMessage') {
      const post = () => fetch(new URL('chat.postMessage', address), { ...init, body });
      return Response.json(scheduled.schedule(asked, post));
    }
    if (method === 'chat.deleteScheduledMessage') return Response.json(scheduled.unschedule(asked));
    const response = await fetch(input, { ...init, body });
    const correct = corrections[method];
    if (correct === undefined || typeof init.body !== 'string') return response;
    const answer: Answer = await response.json();
    return Response.json(correct(answer, asked, around));
  };
}
