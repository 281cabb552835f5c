import type { App } from '@slack/bolt';
import { z } from 'zod';
import { codeOf } from '../src/log.ts';
import type { Log } from '../src/ports.ts';
import { answerAction } from '../src/pulse/answer-view.ts';
import { StoreError } from '../src/redis/store-error.ts';
import { line, type Message } from '../src/slack/block-kit.ts';
import type { Gateway } from '../src/slack/gateway.ts';

type Surprise = { readonly error: Error; readonly body: unknown };
export type SurpriseDeps = {
  readonly log: Log;
  readonly fetch: typeof globalThis.fetch;
  readonly gateway: Gateway;
};

/**
 * The one place where a surprise in a handler ends up: a code in the log, and a sentence for the person: next to
 * what they did where it has a response_url, in a direct message after a form or a button of one, nowhere for an event
 * nobody waits for.
 */
export function listenToSurprises(app: App, deps: SurpriseDeps): void {
  const { log, gateway } = deps;
  app.error(async ({ error, body }: Surprise) => {
    const cause = 'original' in error && error.original instanceof Error ? error.original : error;
    log.error('A handler failed', { code: cause instanceof StoreError ? cause.code : codeOf([cause]) });
    const { data } = surprised.safeParse(body);
    const isAnswer = data?.actions?.some(({ action_id: id }) => id?.split('.')[0] === answerAction) ?? false;
    const message = line(sentenceFor(cause, { isAnswer }));
    if (data?.response_url !== undefined) await respond(deps, data.response_url, message);
    else if (waited.has(data?.type ?? '')) await gateway.post(data?.user?.id ?? '', message);
  });
}

/** What people do that has no response_url in a modal, and wait for. */
const waited = new Set(['view_submission', 'block_actions']);

/** What we read of a body that a handler stumbled over. */
const surprised = z.object({
  type: z.string().optional(),
  response_url: z.string().optional(),
  actions: z.array(z.object({ action_id: z.string().optional() })).optional(),
  user: z.object({ id: z.string() }).optional(),
});

async function respond({ fetch }: SurpriseDeps, url: string, message: Message): Promise<void> {
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message });
  const headers = { 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
}

function sentenceFor(error: Error, { isAnswer }: { readonly isAnswer: boolean }): string {
  if (error instanceof StoreError && error.certainty === 'not-sent') {
    return 'The app could not reach its store just now. Nothing was changed, please try again.';
  }
  if (isAnswer) {
    return 'Something went wrong on our side. Please tap again: “already answered” means that it counted.';
  }
  return 'Something went wrong on our side. Please try again; */hands status* shows what is in force.';
}
