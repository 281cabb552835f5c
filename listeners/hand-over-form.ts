import { cutText } from '../src/cut-text.ts';
import type { Locale } from '../src/locale.ts';
import { suggestedCheckIn } from '../src/practice/check-in.ts';
import { LONGEST_CONTEXT } from '../src/practice/hand-over.ts';
import { handOverForm } from '../src/practice/hand-over-form.ts';
import { namesIn } from '../src/practice/message-names.ts';
import { readableText } from '../src/practice/message-text.ts';
import { practiceWords } from '../src/practice/words/index.ts';
import type { TeamId } from '../src/team-id.ts';
import { tidied, tidiedLines } from '../src/typed-text.ts';
import type { Services } from './services.ts';

/** As much of what was typed as a form carries along; what is too long for an outcome is said there. */
const MOST_PREFILLED = 600;

/**
 * Opens the form for handing something over. A trigger lives for 3 seconds: nothing is read before but the names of the
 * people in a message, for a second.
 */
export async function openHandOverForm(from: {
  readonly team: TeamId;
  readonly locale: Locale;
  readonly triggerId: string;
  readonly services: Services;
  /** What was typed already of the outcome. */
  readonly outcome?: string;
  /** What the context begins with: the text of a message, as Slack writes it. */
  readonly text?: string;
}): Promise<void> {
  const { team, locale, triggerId, services, outcome = '', text = '' } = from;
  const { unnamed } = practiceWords(locale).handOver;
  const names = await namesIn(text, services.gateway);
  const offered = {
    outcome: cutText(tidied(outcome), MOST_PREFILLED),
    context: readableText(tidiedLines(text), LONGEST_CONTEXT, names, unnamed),
    checkIn: suggestedCheckIn(services.clock.now()),
  };
  await services.gateway.openForm(triggerId, handOverForm({ ...team, locale, offered }));
}
