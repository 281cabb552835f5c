import type { Company } from './company.ts';

type Fetch = typeof globalThis.fetch;

/** Slack shows a date token in everyone's own timezone; local-slack shows it as it is written. */
const dateToken = /<!date\^-?\d+\^[^|>]*\|([^>]*)>/g;

/** The same text with each date token replaced by the words it brings along for clients that cannot show it. */
export function withReadableDates(text: string): string {
  return text.replace(dateToken, '$1');
}

/** The body of a request to Slack (a form, or JSON) with readable dates. Other bodies stay as they are. */
export function readableBody(body: BodyInit): BodyInit {
  if (body instanceof URLSearchParams) return readableForm(body);
  if (typeof body !== 'string') return body;
  if (/^\s*[{[]/.test(body)) return withReadableDates(body);
  return readableForm(new URLSearchParams(body)).toString();
}

function readableForm(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...form].map(([name, value]) => [name, withReadableDates(value)]));
}

/**
 * A way to the network that makes up for what local-slack leaves out: date tokens are written out on the way there,
 * and `users.conversations`, which there ignores its `user`, names only channels that the person is in.
 */
export function likeSlack({ fetch, company }: { readonly fetch: Fetch; readonly company: Company }): Fetch {
  return async (input, init) => {
    if (init?.body == null) return fetch(input, init);
    const response = await fetch(input, { ...init, body: readableBody(init.body) });
    const user = String(input).endsWith('/users.conversations') ? userIn(init.body) : null;
    return user === null ? response : onlyChannelsOf(user, response, company);
  };
}

function userIn(body: BodyInit): string | null {
  return typeof body === 'string' || body instanceof URLSearchParams
    ? new URLSearchParams(body).get('user')
    : null;
}

async function onlyChannelsOf(user: string, response: Response, company: Company): Promise<Response> {
  const theirs = new Set(
    company.channels.filter(({ people }) => people.some(({ id }) => id === user)).map(({ id }) => id),
  );
  const { channels, ...rest }: { channels?: { readonly id: string }[] } = await response.json();
  return Response.json({ ...rest, channels: channels?.filter(({ id }) => theirs.has(id)) });
}
