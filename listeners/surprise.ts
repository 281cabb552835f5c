import type { App } from '@slack/bolt';
import { z } from 'zod';
import { jsonOf } from '../src/json.ts';
import { type Locale, locales } from '../src/locale.ts';
import { codeOf } from '../src/log.ts';
import type { Log } from '../src/ports.ts';
import { parseOwnPromptsMetadata } from '../src/prompts/own-prompts-metadata.ts';
import { answerAction } from '../src/pulse/answer-view.ts';
import { parseChangedMetadata } from '../src/readout/what-changed-form.ts';
import { StoreError } from '../src/redis/store-error.ts';
import { line } from '../src/slack/block-kit.ts';
import type { Gateway } from '../src/slack/gateway.ts';
import type { Respond } from '../src/slack/response-url.ts';
import { parseFormMetadata } from '../src/team/settings-metadata.ts';
import type { TeamService } from '../src/team/team-service.ts';
import { notify } from './notice.ts';
import { listenersWords } from './words/index.ts';

type Surprise = { readonly error: Error; readonly body: unknown };
export type SurpriseDeps = {
  readonly log: Log;
  readonly respond: Respond;
  readonly gateway: Gateway;
  readonly teams: Pick<TeamService, 'localeOf'>;
  /** What is spoken where no team is known. */
  readonly locale: Locale;
  /** Told of the body that a handler stumbled over. */
  readonly failed: (body: object) => void;
};

/**
 * The one place where a surprise in a handler ends up: a code in the log, and a sentence for the person: next to
 * what they did where it has a response_url, in a modal after a button of the Home tab, in a direct message after a form,
 * a button of one or a shortcut, nowhere for an event nobody waits for.
 */
export function listenToSurprises(app: App, deps: SurpriseDeps): void {
  const { log, gateway, respond, failed } = deps;
  app.error(async ({ error, body }: Surprise) => {
    const cause = 'original' in error && error.original instanceof Error ? error.original : error;
    log.error('A handler failed', { code: cause instanceof StoreError ? cause.code : codeOf([cause]) });
    if (typeof body === 'object' && body !== null) failed(body);
    const { data } = surprised.safeParse(body);
    const isAnswer = data?.actions?.some(({ action_id: id }) => id?.split('.')[0] === answerAction) ?? false;
    const locale = await localeFor(cause, data, deps);
    const message = line(sentenceFor(cause, { isAnswer, locale }));
    if (data?.response_url !== undefined) await respond(data.response_url, message).catch(() => undefined);
    else if (waited.has(data?.type ?? '')) {
      const { user, view, trigger_id: trigger = '' } = data ?? {};
      // On top of a modal another would hide what was typed.
      const triggerId = view?.type === 'home' ? trigger : '';
      await notify(gateway, { user: user?.id ?? '', triggerId }, { message, locale });
    }
  });
}

/** What people do that has no response_url in a modal, and wait for. */
const waited = new Set(['view_submission', 'block_actions', 'shortcut']);

/** What we read of a body that a handler stumbled over. */
const surprised = z.object({
  type: z.string().optional(),
  response_url: z.string().optional(),
  actions: z.array(z.object({ action_id: z.string().optional() })).optional(),
  user: z.object({ id: z.string() }).optional(),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  team_id: z.string().optional(),
  channel_id: z.string().optional(),
  trigger_id: z.string().optional(),
  view: z.object({ type: z.string().optional(), private_metadata: z.string() }).optional(),
});

type Surprised = z.infer<typeof surprised>;

/** The language of the form, or of the channel's team, unless it is the store that failed. */
async function localeFor(error: Error, data: Surprised | undefined, deps: SurpriseDeps): Promise<Locale> {
  const metadata = data?.view?.private_metadata ?? '';
  const spoken = languageOfForm(metadata);
  if (spoken !== undefined) return spoken;
  const own = parseOwnPromptsMetadata(metadata)?.team ?? parseChangedMetadata(metadata)?.team;
  const workspace = own?.workspace ?? data?.team?.id ?? data?.team_id;
  const channel = own?.channel ?? data?.channel?.id ?? data?.channel_id;
  if (error instanceof StoreError || workspace === undefined || channel === undefined) return deps.locale;
  return deps.teams.localeOf({ workspace, channel });
}

/** What a form says of its own language, in whatever it carries along. */
function languageOfForm(metadata: string): Locale | undefined {
  return parseFormMetadata(metadata)?.offered.locale ?? speaking.safeParse(jsonOf(metadata)).data?.locale;
}

const speaking = z.object({ locale: z.enum(locales) });

function sentenceFor(
  error: Error,
  { isAnswer, locale }: { readonly isAnswer: boolean; readonly locale: Locale },
): string {
  const { surprise: words } = listenersWords(locale);
  if (error instanceof StoreError && error.certainty === 'not-sent') return words.storeAway;
  return isAnswer ? words.answer : words.other;
}
