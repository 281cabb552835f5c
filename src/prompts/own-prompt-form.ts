import type { ModalView } from '@slack/types';
import { plain, section } from '../slack/block-kit.ts';
import { paragraph, select } from '../slack/form-fields.ts';
import type { FormState } from '../team/settings-input.ts';
import { type Settings, tracks } from '../team/team.ts';
import { teamWords } from '../team/words/index.ts';
import type { EnteredWords, OwnWords } from './own-prompt.ts';
import { LONGEST_QUESTION, LONGEST_TRY } from './prompt.ts';
import { promptsWords } from './words/index.ts';

export const ownPromptFormId = 'own-prompt';

/** The fields' block ids, which errors are shown at. */
export const fields = { track: 'own-track', question: 'own-question', try: 'own-try' } as const;

/**
 * The form for a new prompt (with the one track that the team has, if it has only one), or for the one given.
 * `metadata` comes back with the submission as it is.
 */
export function ownPromptForm(options: {
  readonly prompt?: OwnWords | undefined;
  readonly settings: Pick<Settings, 'tracks' | 'locale'>;
  readonly metadata: string;
}): ModalView {
  const { prompt, settings, metadata } = options;
  const { form } = promptsWords(settings.locale).own;
  const { names } = teamWords(settings.locale);
  const onlyTrack = settings.tracks.length === 1 ? settings.tracks[0] : undefined;
  const offered = tracks.map((track) => ({ value: track, text: names.tracks[track] }));
  return {
    type: 'modal',
    callback_id: ownPromptFormId,
    private_metadata: metadata,
    title: plain(prompt === undefined ? form.titleOfNew : form.title),
    submit: plain(prompt === undefined ? form.submitNew : form.submit),
    close: plain(form.cancel),
    blocks: [
      section(form.about),
      select({ id: fields.track, label: form.track }, offered, prompt?.track ?? onlyTrack),
      paragraph(
        { id: fields.question, label: form.question, hint: form.questionHint(LONGEST_QUESTION) },
        prompt?.question ?? '',
      ),
      paragraph({ id: fields.try, label: form.try, hint: form.tryHint(LONGEST_TRY) }, prompt?.try ?? ''),
    ],
  };
}

/** What was entered. A field that did not come back is absent; one that came back without a value is empty. */
export function enteredIn(state: FormState): EnteredWords {
  const track = state[fields.track]?.[fields.track];
  const [question, small] = [state[fields.question]?.[fields.question], state[fields.try]?.[fields.try]];
  return {
    ...(track === undefined ? {} : { track: track.selected_option?.value ?? '' }),
    ...(question === undefined ? {} : { question: question.value ?? '' }),
    ...(small === undefined ? {} : { try: small.value ?? '' }),
  };
}
