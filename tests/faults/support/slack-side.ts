import { createHmac } from 'node:crypto';
import { messageButton, slashCommand } from '../../support/payloads.ts';
import { type Instance, SIGNING_SECRET, type Site } from './site.ts';

export type Headers = Readonly<Record<string, string>>;
export const FORM = 'application/x-www-form-urlencoded';

/** The headers with which Slack signs a body. */
export function signed(body: string, type: string): Headers {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
}

/** An interaction as its form. */
export const formOf = (payload: object): string => `payload=${encodeURIComponent(JSON.stringify(payload))}`;

/** Sends a signed form to a process, as Slack does. Gives the status. */
export async function deliver({ url }: Instance, body: string, type = FORM): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: signed(body, type), body });
  await response.arrayBuffer();
  return response.status;
}

/** Sends an event. Gives the status. */
export const deliverEvent = (instance: Instance, event: object): Promise<number> =>
  deliver(instance, JSON.stringify(event), 'application/json');

export type Tap = {
  readonly user: string;
  readonly channel: string;
  readonly actionId: string;
  readonly value: string;
};

/** Presses a button; gives what was said privately, '' where nothing has come (yet). */
export async function tapped(site: Site, instance: Instance, tap: Tap): Promise<() => string> {
  const responseUrl = site.standIn.responseUrl(tap.user, tap.channel);
  await deliver(instance, formOf(messageButton({ ...tap, responseUrl }))).catch(() => 0);
  return said(site, responseUrl);
}

/** Types a command; gives what was said privately, '' where nothing has come (yet). */
export async function typed(
  site: Site,
  instance: Instance,
  { user, channel, text }: { readonly user: string; readonly channel: string; readonly text: string },
): Promise<() => string> {
  const responseUrl = site.standIn.responseUrl(user, channel);
  const command = slashCommand({ user_id: user, channel_id: channel, text, response_url: responseUrl });
  await deliver(instance, new URLSearchParams(Object.entries(command).map(pair)).toString()).catch(() => 0);
  return said(site, responseUrl);
}

const pair = ([name, value]: readonly [string, unknown]): [string, string] => [name, String(value)];

const said =
  ({ standIn }: Site, responseUrl: string) =>
  (): string =>
    standIn.responses.flatMap(({ url, body }) => (url === responseUrl ? [String(body.text)] : [])).join('\n');
