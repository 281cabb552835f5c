import type { Clock } from '../../src/ports.ts';
import type { Arguments } from './answer.ts';
import { checkedContent } from './content.ts';

/** A response URL serves five times within thirty minutes. Source: docs.slack.dev, "Handling user interaction". */
const USES = 5;
const LIFETIME = 30 * 60 * 1_000;

/** What was sent to a response URL, and to whom. */
export type Response = {
  readonly kind: 'ephemeral' | 'in-channel' | 'replace' | 'delete';
  readonly user: string;
  readonly channel: string;
  readonly url: string;
  readonly body: Arguments;
  readonly at: number;
};

export type ResponseOutcome = { readonly status: number; readonly text: string };

export type ResponseUrls = {
  readonly issue: (user: string, channel: string) => string;
  readonly receive: (path: string, body: Arguments) => ResponseOutcome;
  readonly responses: readonly Response[];
};

type Issued = { readonly user: string; readonly channel: string; readonly at: number; uses: number };

export type ResponseUrlOptions = {
  readonly clock: Clock;
  readonly origin: () => string;
  readonly takesCharts: () => boolean;
};

/** Response URLs of interactions: private answers go here, not through the Web API. */
export function responseUrls(options: ResponseUrlOptions): ResponseUrls {
  const issued = new Map<string, Issued>();
  const responses: Response[] = [];
  return {
    responses,
    issue: (user, channel) => {
      const path = `/response/${issued.size + 1}`;
      issued.set(path, { user, channel, at: options.clock.now(), uses: 0 });
      return `${options.origin()}${path}`;
    },
    receive: (path, body) => {
      const target = issued.get(path);
      const refused = target ? refusal(target, body, options) : notFound('no_service');
      if (!target || refused) return refused ?? notFound('no_service');
      target.uses += 1;
      const { user, channel } = target;
      const url = `${options.origin()}${path}`;
      responses.push({ kind: kindOf(body), user, channel, url, body, at: options.clock.now() });
      return { status: 200, text: 'ok' };
    },
  };
}

function refusal(
  target: Issued,
  body: Arguments,
  { clock, takesCharts }: ResponseUrlOptions,
): ResponseOutcome | undefined {
  if (clock.now() - target.at > LIFETIME) return notFound('expired_url');
  if (target.uses >= USES) return notFound('used_url');
  if (body.delete_original === true) return undefined;
  const content = checkedContent(body, { takesCharts: takesCharts() });
  return 'error' in content ? { status: 400, text: content.error } : undefined;
}

function notFound(error: string): ResponseOutcome {
  return { status: 404, text: JSON.stringify({ ok: false, error }) };
}

function kindOf(body: Arguments): Response['kind'] {
  if (body.delete_original === true) return 'delete';
  if (body.replace_original === true) return 'replace';
  return body.response_type === 'in_channel' ? 'in-channel' : 'ephemeral';
}
