import type { ModalView } from '@slack/types';
import { plain, section } from '../slack/block-kit.ts';
import { paragraph, select } from '../slack/form-fields.ts';
import type { FormState } from '../team/settings-input.ts';
import { type Track, tracks } from '../team/team.ts';
import { trackNames } from '../team/words.ts';
import type { EnteredWords, OwnWords } from './own-prompt.ts';
import { ownPromptsWords as words } from './own-prompts-words.ts';

export const ownPromptFormId = 'own-prompt';

/** The fields' block ids, which errors are shown at. */
export const fields = { track: 'own-track', question: 'own-question', try: 'own-try' } as const;

/**
 * The form for a new prompt (with the one track that the team has, if it has only one), or for the one given.
 * `metadata` comes back with the submission as it is.
 */
export function ownPromptForm(options: {
  readonly prompt?: OwnWords | undefined;
  readonly chosen: readonly Track[];
  readonly metadata: string;
}): ModalView {
  const { prompt, chosen, metadata } = options;
  const { form } = words;
  const onlyTrack = chosen.length === 1 ? chosen[0] : undefined;
  const offered = tracks.map((track) => ({ value: track, text: trackNames[track] }));
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
        { id: fields.question, label: form.question, hint: form.questionHint },
        prompt?.question ?? '',
      ),
      paragraph({ id: fields.try, label: form.try, hint: form.tryHint }, prompt?.try ?? ''),
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
