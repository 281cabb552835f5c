import type { InputBlock, ModalView } from '@slack/types';
import { plain, section } from '../slack/block-kit.ts';
import { type Field, input, paragraph, select } from '../slack/form-fields.ts';
import { LONGEST_CONTEXT, LONGEST_OUTCOME, latitudes, usualLatitude } from './hand-over.ts';
import { handOverFields as fields } from './hand-over-input.ts';
import { type HandOverMetadata, handOverMetadata } from './hand-over-metadata.ts';
import { practiceWords } from './words/index.ts';

export const handOverFormId = 'hand-over';

/** The form for handing something over. It needs nothing read, so that it opens at once. */
export function handOverForm(metadata: HandOverMetadata): ModalView {
  const { locale, offered } = metadata;
  const { form: words } = practiceWords(locale).handOver;
  const free = latitudes.map((value) => ({ value, text: words.latitudes[value] }));
  const context = {
    id: fields.context,
    label: words.context,
    hint: words.contextHint(LONGEST_CONTEXT),
    optional: true,
  };
  return {
    type: 'modal',
    callback_id: handOverFormId,
    private_metadata: handOverMetadata(metadata),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.cancel),
    blocks: [
      section(words.about),
      person({ id: fields.to, label: words.to, hint: words.toHint }, words.toPlaceholder),
      paragraph(
        { id: fields.outcome, label: words.outcome, hint: words.outcomeHint(LONGEST_OUTCOME) },
        offered.outcome,
      ),
      paragraph(context, offered.context),
      select({ id: fields.latitude, label: words.latitude, hint: words.latitudeHint }, free, usualLatitude),
      day({ id: fields.checkIn, label: words.checkIn, hint: words.checkInHint }, offered.checkIn),
    ],
  };
}

const person = (field: Field, placeholder: string): InputBlock => ({
  ...input(field),
  element: { type: 'users_select', action_id: field.id, placeholder: plain(placeholder) },
});

const day = (field: Field, date: string): InputBlock => ({
  ...input(field),
  element: { type: 'datepicker', action_id: field.id, initial_date: date },
});
