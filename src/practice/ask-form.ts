import type { InputBlock, ModalView } from '@slack/types';
import type { Locale } from '../locale.ts';
import { plain, section } from '../slack/block-kit.ts';
import { type Choice, paragraph, select } from '../slack/form-fields.ts';
import { helps, LONGEST_ASK, urgencies } from './ask.ts';
import { askFields, offeredHelp, offeredUrgency } from './ask-input.ts';
import { type AskMetadata, askMetadata } from './ask-metadata.ts';
import { practiceWords } from './words/index.ts';

export const askFormId = 'ask-for-a-hand';

/**
 * The form for asking. It is about the channel in `metadata`; where there is none, about the one of `teams` that is
 * chosen, and there has to be one.
 */
export function askForm(options: {
  readonly metadata: Omit<AskMetadata, 'locale'>;
  readonly teams?: readonly Choice[];
  readonly locale: Locale;
}): ModalView {
  const { metadata, teams, locale } = options;
  const { form: words, helps: kinds, urgencies: spans } = practiceWords(locale).ask;
  const { channel } = metadata;
  const { team, what, help, by } = askFields;
  const only = teams?.length === 1 ? teams[0]?.value : undefined;
  return {
    ...frame(locale),
    callback_id: askFormId,
    private_metadata: askMetadata({ ...metadata, locale }),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      section(channel === undefined ? words.aboutAnywhere : words.about(`<#${channel}>`)),
      ...(teams === undefined
        ? []
        : [select({ id: team, label: words.team, hint: words.teamHint }, teams, only)]),
      paragraph({ id: what, label: words.what, hint: words.whatHint(LONGEST_ASK) }, metadata.what ?? ''),
      menu({ id: help, label: words.help, hint: words.helpHint }, helps, kinds, offeredHelp),
      menu({ id: by, label: words.by, hint: words.byHint }, urgencies, spans, offeredUrgency),
    ],
  };
}

/** What stands there until the person's teams are known: a form has to be opened within 3 seconds. */
export const askFormLoading = (locale: Locale): ModalView =>
  askNotice(practiceWords(locale).ask.form.loading, locale);

/** In place of the form: why one cannot ask here. */
export const askNotice = (text: string, locale: Locale): ModalView => ({
  ...frame(locale),
  close: plain(practiceWords(locale).ask.form.close),
  blocks: [section(text)],
});

const frame = (locale: Locale) => ({
  type: 'modal' as const,
  title: plain(practiceWords(locale).ask.form.title),
});

function menu<Value extends string>(
  field: { readonly id: string; readonly label: string; readonly hint: string },
  values: readonly Value[],
  texts: { readonly [value in Value]: string },
  initial: Value,
): InputBlock {
  return select(
    field,
    values.map((value) => ({ value, text: texts[value] })),
    initial,
  );
}
