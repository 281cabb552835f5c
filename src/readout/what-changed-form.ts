import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { jsonOf } from '../json.ts';
import type { Locale } from '../locale.ts';
import { plain, section } from '../slack/block-kit.ts';
import { type Choice, paragraph, select } from '../slack/form-fields.ts';
import type { FormState } from '../team/settings-input.ts';
import type { TeamId } from '../team-id.ts';
import { type EnteredChange, LONGEST_CHANGE } from './what-changed.ts';
import { readoutWords } from './words/index.ts';

export const changedFormId = 'what-changed';

/** The fields' block ids, which errors are shown at. */
export const changedFields = { question: 'changed-question', text: 'changed-text' } as const;

/** The form for telling the team what was changed, about one of the questions it follows. */
export function changedForm(options: {
  readonly team: TeamId;
  readonly questions: readonly { readonly id: string; readonly title: string }[];
  /** Chosen already. */
  readonly about?: string | undefined;
  /** Of the Home tab that it is opened from, from 0. */
  readonly page?: number;
  readonly locale: Locale;
}): ModalView {
  const { team, questions, about = '', page = 0, locale } = options;
  const { form } = readoutWords(locale).changed;
  const offered: readonly Choice[] = questions.map(({ id, title }) => ({ value: id, text: title }));
  return {
    type: 'modal',
    callback_id: changedFormId,
    private_metadata: JSON.stringify({ team, about, page }),
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.cancel),
    blocks: [
      section(form.about(`<#${team.channel}>`)),
      select({ id: changedFields.question, label: form.question, hint: form.questionHint }, offered, about),
      paragraph({ id: changedFields.text, label: form.text, hint: form.textHint(LONGEST_CHANGE) }, ''),
    ],
  };
}

/** In place of the form, where it cannot be opened: one sentence that says why. */
export function changedClosed(sentence: string, locale: Locale): ModalView {
  const { form } = readoutWords(locale).changed;
  return { type: 'modal', title: plain(form.title), close: plain(form.close), blocks: [section(sentence)] };
}

const metadataSchema = z.object({
  team: z.object({ workspace: z.string(), channel: z.string() }),
  about: z.string(),
  /** Which page of the Home tab the form was opened from, so that the tab stays there. */
  page: z.int().min(0).max(999).default(0),
});

export type ChangedMetadata = z.infer<typeof metadataSchema>;

/** Which team the form is for, and the question that it offered; `undefined` for the metadata of any other form. */
export const parseChangedMetadata = (metadata: string): ChangedMetadata | undefined =>
  metadataSchema.safeParse(jsonOf(metadata)).data;

/**
 * What was entered. Not every client sends what nobody touched: a question that did not come back is the `offered` one. A
 * text that did not come back is absent.
 */
export function enteredChange(state: FormState, offered: string): EnteredChange {
  const { question: about, text: words } = changedFields;
  const chosen = state[about]?.[about];
  const question = chosen === undefined ? offered : chosen.selected_option?.value;
  const text = state[words]?.[words]?.value;
  return { ...(question == null ? {} : { question }), ...(text == null ? {} : { text }) };
}
