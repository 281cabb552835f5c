import { context, line, type Message, mention, section } from '../slack/block-kit.ts';
import { dateName } from './check-in.ts';
import type { HandOver, HandOverState } from './hand-over.ts';
import { asTyped, fallbackOf, type Written, writtenIn } from './hand-over-view.ts';
import { practiceWords } from './words/index.ts';

/** To the giver: the receiver has been asked. */
export const offeredMessage = (handOver: Written): Message =>
  withOutcome(practiceWords(handOver.locale).handOver.giver.offered(mention(handOver.receiver)), handOver);

/** To the giver: what the receiver said; where they take it, with the date (YYYY-MM-DD) of the reminder. */
export function replyMessage(
  handOver: HandOver & { readonly state: HandOverState },
  reminderOn: string,
): Message {
  const { giver: words, agreed } = practiceWords(handOver.locale).handOver;
  const said = words[handOver.state](mention(handOver.receiver));
  if (handOver.state === 'talking') return withOutcome(said, handOver);
  // Everything that was typed, since it may be handed to somebody else now.
  if (handOver.state !== 'taken') return withWritten(said, handOver);
  const reminder = words.reminder(dateName(reminderOn, handOver.locale));
  const message = withOutcome(`${said} ${agreed[handOver.latitude](mention(handOver.receiver))}`, handOver);
  return {
    text: `${message.text}\n${reminder}`,
    blocks: [...message.blocks, context(reminder)],
  };
}

/** To the giver: nobody was asked, and why; with everything that was typed, so that it can be used again. */
export const notOfferedMessage = (handOver: Written, reason: string): Message =>
  withWritten(
    practiceWords(handOver.locale).handOver.giver.notOffered(mention(handOver.receiver), reason),
    handOver,
  );

/** To the giver: Slack did not say whether the receiver was asked. */
export const maybeOfferedMessage = (handOver: Written): Message =>
  withWritten(
    practiceWords(handOver.locale).handOver.giver.maybeOffered(mention(handOver.receiver)),
    handOver,
  );

function withWritten(said: string, handOver: Written): Message {
  const written = writtenIn(handOver);
  return { text: `${said}\n${written.text}`, blocks: [section(said), ...written.blocks] };
}

/** Enough to know which hand-over it is about. */
const withOutcome = (said: string, handOver: Written): Message =>
  withWritten(said, { ...handOver, context: '' });

/** To the giver: the reminder is not there, or may not be. */
export const unscheduledMessage = (
  { locale }: HandOver,
  problem: 'notScheduled' | 'maybeScheduled',
  date: string,
): Message => line(practiceWords(locale).handOver.giver[problem](dateName(date, locale)));

/** To the giver on the day of the first check-in: to ask rather than take back. */
export function reminderMessage(handOver: HandOver): Message {
  const { reminder: words, labels, agreed } = practiceWords(handOver.locale).handOver;
  const receiver = mention(handOver.receiver);
  const title = words.title(receiver);
  const agreement = agreed[handOver.latitude](receiver);
  return {
    text: [
      title,
      `${labels.outcome}: ${fallbackOf(handOver.outcome)}`,
      `${words.agreed}: ${agreement}`,
      words.advice,
    ].join('\n'),
    blocks: [
      section(`*${title}*`),
      section(`*${labels.outcome}*`),
      asTyped(handOver.outcome),
      section(`*${words.agreed}*\n${agreement}`),
      context(words.advice),
    ],
  };
}
