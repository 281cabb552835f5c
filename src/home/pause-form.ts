import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { type Locale, locales } from '../locale.ts';
import { plain, section } from '../slack/block-kit.ts';
import { input } from '../slack/form-fields.ts';
import type { Team } from '../team/team.ts';
import type { TeamId } from '../team-id.ts';
import { homeWords } from './words/index.ts';

export const pauseFormId = 'pause-team';
/** The one field: block id and action id. */
export const pauseUntil = 'until';

/** Asks until when a team pauses. Nothing chosen means: until someone resumes. `page`: of the Home tab, from 0. */
export function pauseForm({ id, settings: { locale } }: Team, page = 0): ModalView {
  const { pause: words, cancel } = homeWords(locale);
  const metadata: PauseMetadata = { pause: id, locale, page };
  return {
    type: 'modal',
    callback_id: pauseFormId,
    private_metadata: JSON.stringify(metadata),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(cancel),
    blocks: [
      section(words.about(`<#${id.channel}>`)),
      {
        ...input({ id: pauseUntil, label: words.until, hint: words.hint, optional: true }),
        element: { type: 'datepicker', action_id: pauseUntil },
      },
    ],
  };
}

const metadataSchema = z.object({
  pause: z.object({ workspace: z.string(), channel: z.string() }),
  locale: z.enum(locales),
  /** Which page of the Home tab the form was opened from, so that the tab stays there. */
  page: z.int().min(0).max(999).default(0),
});
type PauseMetadata = { readonly pause: TeamId; readonly locale: Locale; readonly page: number };

/** Which team a form is for, and the language it is in; `undefined` for any other form. */
export const pauseMetadata = (text: string): PauseMetadata | undefined =>
  metadataSchema.safeParse(jsonOf(text)).data;

const state = z.object({
  [pauseUntil]: z.object({ [pauseUntil]: z.object({ selected_date: z.string().nullish() }) }),
});

/** The date that was chosen; `null` for none; `undefined` where the form cannot be read. */
export function chosenDate(values: unknown): string | null | undefined {
  const parsed = state.safeParse(values);
  return parsed.success ? (parsed.data[pauseUntil]?.[pauseUntil]?.selected_date ?? null) : undefined;
}
