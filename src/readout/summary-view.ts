import { context, divider, header, type Message, section } from '../slack/block-kit.ts';
import type { Closing, History } from './readout.ts';
import { summarySection, type Wording } from './readout-view.ts';

/** A team's summary: its tracked questions with what is remembered of each, and how the last pulse ended. */
export type Summary = {
  readonly last: Closing | undefined;
  readonly questions: readonly { readonly wording: Wording; readonly history: History }[];
};

const NOTE =
  'Levels are coarse on purpose, so that nobody can be singled out. Our questions are for a team conversation, not a diagnosis.';

/** The summary as a private message. */
export function summaryMessage(summary: Summary, timezone: string): Message {
  const parts = summaryParts(summary, timezone);
  const title = 'What the team says';
  return {
    text: [title, ...parts, NOTE].join('\n\n'),
    blocks: [header(title), ...parts.map(section), divider, context(NOTE)],
  };
}

/** The summary as paragraphs, for the message and the Home tab. */
export function summaryParts({ last, questions }: Summary, timezone: string): readonly string[] {
  const parts = questions.map(({ wording, history }) =>
    summarySection(wording, history, timezone).join('\n'),
  );
  return [...parts, ...lastSentence(last)];
}

function lastSentence(last: Closing | undefined): readonly string[] {
  if (last?.kind === 'too-few') return ['The last pulse had not enough answers to show anything safely.'];
  if (last?.kind === 'void') return ['The last pulse could not be counted, and its answers were deleted.'];
  return [];
}
