import type { Company } from './company.ts';
import { withVisibleOffers } from './form-offers.ts';

type Fetch = typeof globalThis.fetch;
type Answer = { readonly channels?: readonly { readonly id: string }[]; readonly channel?: object };

/** Slack shows a date token in everyone's own timezone; local-slack shows it as it is written. */
const dateToken = /<!date\^-?\d+\^[^|>]*\|([^>]*)>/g;

/** The same text with each date token replaced by the words it brings along for clients that cannot show it. */
export function withReadableDates(text: string): string {
  return text.replace(dateToken, '$1');
}

/**
 * The body of a request to Slack (a form, or JSON) with readable dates, and a view that shows what it offers. Other
 * bodies stay as they are.
 */
export function readableBody(body: BodyInit): BodyInit {
  if (body instanceof URLSearchParams) return readableForm(body);
  if (typeof body !== 'string') return body;
  if (/^\s*[{[]/.test(body)) return withReadableDates(body);
  return readableForm(new URLSearchParams(body)).toString();
}

function readableForm(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...form].map(([name, value]) => {
      const readable = withReadableDates(value);
      return [name, name === 'view' ? withVisibleOffers(readable) : readable];
    }),
  );
}

/** What local-slack answers differently from Slack, by method. */
const corrections: {
  readonly [method: string]: (answer: Answer, asked: URLSearchParams, company: Company) => Answer;
} = {
  /** It ignores `user`, and names every channel that the app is in. */
  'users.conversations': (answer, asked, company) => {
    const theirs = new Set(
      company.channels
        .filter(({ people }) => people.some(({ id }) => id === asked.get('user')))
        .map(({ id }) => id),
    );
    return { ...answer, channels: (answer.channels ?? []).filter(({ id }) => theirs.has(id)) };
  },

  /** It says of every channel that the app is in it. */
  'conversations.info': (answer, asked, company) => {
    const found = company.channels.find(({ id }) => id === asked.get('channel'));
    if (answer.channel === undefined || found === undefined) return answer;
    return { ...answer, channel: { ...answer.channel, is_member: found.hasApp } };
  },
};

/**
 * A way to the network that makes up for what local-slack does differently: dates and the offers of forms are written out
 * on the way there, and a few answers are corrected on the way back.
 */
export function likeSlack({ fetch, company }: { readonly fetch: Fetch; readonly company: Company }): Fetch {
  return async (input, init) => {
    if (init?.body == null) return fetch(input, init);
    const response = await fetch(input, { ...init, body: readableBody(init.body) });
    const correct = corrections[new URL(String(input)).pathname.split('/').at(-1) ?? ''];
    if (correct === undefined || typeof init.body !== 'string') return response;
    const answer: Answer = await response.json();
    return Response.json(correct(answer, new URLSearchParams(init.body), company));
  };
}
