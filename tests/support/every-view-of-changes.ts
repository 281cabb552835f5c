import { readContent } from '../../src/content.ts';
import type { Locale } from '../../src/locale.ts';
import { readoutNotice } from '../../src/readout/readout-notice-view.ts';
import { readoutMessage } from '../../src/readout/readout-view.ts';
import { LONGEST_CHANGE } from '../../src/readout/what-changed.ts';
import { changedClosed, changedForm } from '../../src/readout/what-changed-form.ts';
import type { WhatChangedOutcome } from '../../src/readout/what-changed-service.ts';
import {
  changedErrors,
  changedMessage,
  changedTrouble,
  unreadableChange,
} from '../../src/readout/what-changed-view.ts';
import { readoutWords } from '../../src/readout/words/index.ts';
import { line } from '../../src/slack/block-kit.ts';
import { sampleReadout } from '../readout/samples.ts';
import { messages, modals, type View } from './view.ts';

const team = { workspace: 'TWORK', channel: 'CTEAM' };
/** As much as fits, and none of it with an effect. */
const text = `<!channel> *x* ${'😀'.repeat(LONGEST_CHANGE)}`;

const outcomes: { readonly [what: string]: WhatChangedOutcome } = {
  'nobody knows whether it was posted': { kind: 'posted', isHeard: false, isKept: true },
  'posted and not kept': { kind: 'posted', isHeard: true, isKept: false },
  'no text': { kind: 'invalid', problems: { question: 'not-chosen', text: 'empty' } },
  'too long': { kind: 'invalid', problems: { question: 'not-tracked', text: { length: 410, most: 400 } } },
  'no team': { kind: 'not-enrolled' },
  'no manager': { kind: 'not-manager', managers: ['UANN', 'UBEN'] },
  'nobody manages': { kind: 'not-manager', managers: [] },
  'no store': { kind: 'store-away' },
  'Slack is busy': { kind: 'not-posted', code: 'ratelimited' },
  'Slack refuses': { kind: 'not-posted', code: 'is_archived' },
};

/** What was changed, and the message to managers that a readout is out. */
export function changeViews(locale: Locale): readonly View[] {
  const { wordingOf, questions } = readContent()[locale];
  const followed = questions.slice(0, 3);
  const shown = readoutMessage(wordingOf('work-fits-hours'), [sampleReadout()], locale);
  const { refused } = readoutWords(locale).changed;
  const troubles = Object.entries(outcomes).map(([what, outcome]) => [
    `what changed: ${what}`,
    changedTrouble(outcome, { team, text, locale }) ?? line('.'),
  ]);
  const errors = Object.values(outcomes).flatMap((outcome) =>
    Object.values(changedErrors(outcome, locale) ?? {}),
  );
  return [
    ...modals({
      'the form for what changed': changedForm({ team, questions: followed, about: followed[1]?.id, locale }),
      'no form for what changed': changedClosed(refused.button, locale),
    }),
    ...messages({
      'a readout is out': readoutNotice({ team, question: 'work-fits-hours', shown }, locale),
      'a readout is out elsewhere': readoutNotice({ team, question: 'work-fits-hours' }, locale),
      'what changed': changedMessage({ by: 'UANN', title: followed[0]?.title ?? '', text }, locale),
      ...Object.fromEntries(troubles),
      ...Object.fromEntries(
        [...errors, ...Object.values(unreadableChange(locale))].map((sentence) => [sentence, line(sentence)]),
      ),
    }),
  ];
}
