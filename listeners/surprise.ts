import type { App } from '@slack/bolt';
import { codeOf } from '../src/log.ts';
import type { Log } from '../src/ports.ts';
import { StoreError } from '../src/redis/store-error.ts';
import { line } from '../src/slack/block-kit.ts';

type Surprise = { readonly error: Error; readonly body: unknown };
export type SurpriseDeps = { readonly log: Log; readonly fetch: typeof globalThis.fetch };

/**
 * The one place where a surprise in a handler ends up: a code in the log, and a sentence for the person where there
 * is a way to tell them.
 */
export function listenToSurprises(app: App, { log, fetch }: SurpriseDeps): void {
  app.error(async ({ error, body }: Surprise) => {
    const cause = 'original' in error && error.original instanceof Error ? error.original : error;
    log.error('A handler failed', { code: cause instanceof StoreError ? cause.code : codeOf([cause]) });
    const url: unknown = Reflect.get(Object(body), 'response_url');
    if (typeof url !== 'string') return;
    const message = { response_type: 'ephemeral', replace_original: false, ...line(sentenceFor(cause)) };
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) }).catch(() => undefined);
  });
}

function sentenceFor(error: Error): string {
  if (error instanceof StoreError && error.certainty === 'not-sent') {
    return 'The app could not reach its store just now. Nothing was changed, please try again.';
  }
  return 'Something went wrong on our side. Please try again; */hands status* shows what is in force.';
}
