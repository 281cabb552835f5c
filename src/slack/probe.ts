import type { WebClientOptions } from '@slack/web-api';
import { createClients } from './clients.ts';
import { outcomeOfError } from './outcome.ts';

/** Why a token is of no use: Slack said no, or could not be asked. */
export type Refusal = { readonly kind: 'refused' | 'unreachable'; readonly code: string };

/** What Slack says about a bot token. `date`: Slack's clock (ms), where it told. */
export type BotProbe =
  | Refusal
  | {
      readonly kind: 'accepted';
      readonly bot: string;
      readonly workspace: string;
      readonly scopes: readonly string[];
      readonly date: number | undefined;
    };

type Ways = WebClientOptions & { readonly fetch: typeof globalThis.fetch };

/** Asks Slack once who the bot token is for. The scopes it has come in a header of any answer (`x-oauth-scopes`). */
export async function probeBot(token: string, ways: Ways): Promise<BotProbe> {
  const seen: { date?: string | null } = {};
  const fetch: typeof globalThis.fetch = async (...given) => {
    const answer = await ways.fetch(...given);
    seen.date = answer.headers.get('date');
    return answer;
  };
  try {
    const told = await createClients(token, { ...ways, fetch }).asking.auth.test();
    const { user = 'bot', team = 'workspace', response_metadata } = told;
    const date = Date.parse(seen.date ?? '');
    return {
      kind: 'accepted',
      bot: user,
      workspace: team,
      scopes: response_metadata?.scopes ?? [],
      date: Number.isNaN(date) ? undefined : date,
    };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Asks Slack once for a Socket Mode connection, which is not used. */
export async function probeAppToken(token: string, ways: Ways): Promise<Refusal | undefined> {
  try {
    await createClients(token, ways).asking.apps.connections.open({});
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Cut, timed out or an error of the server: Slack has said nothing about the token. */
function refusalOf(error: unknown): Refusal {
  const { kind, code } = outcomeOfError(error);
  const isSystemCode = /^[A-Z]/.test(code); // No connection came about.
  return { kind: kind === 'unknown' || isSystemCode ? 'unreachable' : 'refused', code };
}
