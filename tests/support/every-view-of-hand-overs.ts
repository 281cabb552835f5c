import type { Locale } from '../../src/locale.ts';
import {
  type HandOver,
  type HandOverState,
  handOverStates,
  latitudes,
  repliesIn,
} from '../../src/practice/hand-over.ts';
import { handOverMessage } from '../../src/practice/hand-over-cards.ts';
import { handOverForm } from '../../src/practice/hand-over-form.ts';
import * as view from '../../src/practice/hand-over-giver-view.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { formOf, handOver } from '../practice/hand-overs.ts';
import { lines, messages, modals, type View } from './view.ts';

/** What there is to see of hand-overs. */
export function handOverViews(locale: Locale): readonly View[] {
  const { errors, pressed, unnamed } = practiceWords(locale).handOver;
  const given = handOver({ locale });
  const day = '2026-01-12';
  const card = (given: HandOver, state: HandOverState) =>
    handOverMessage('hand-over.1', { ...given, state }, 'x'.repeat(repliesIn(state).length * 2_000));
  const cards = handOverStates.map((state) => [`the card of a hand-over, ${state}`, card(given, state)]);
  const said = (['taken', 'talking', 'declined'] as const).map((state) => [
    `to the giver: ${state}`,
    view.replyMessage({ ...given, state }, day),
  ]);
  const free = latitudes.flatMap((latitude) => [
    [`the card of a hand-over, ${latitude}`, card(handOver({ locale, latitude }), 'offered')],
    [`the reminder, ${latitude}`, view.reminderMessage(handOver({ locale, latitude }))],
  ]);
  return [
    ...modals({
      'the form of a hand-over': handOverForm({ ...formOf({ outcome: 'X.', context: 'X.' }), locale }),
    }),
    ...messages({
      ...Object.fromEntries([...cards, ...said, ...free]),
      'to the giver: asked': view.offeredMessage(given),
      'to the giver: not asked': view.notOfferedMessage(given, 'X.'),
      'to the giver: perhaps asked': view.maybeOfferedMessage(given),
      'to the giver: no reminder': view.unscheduledMessage(given, 'notScheduled', day),
      'to the giver: perhaps a reminder': view.unscheduledMessage(given, 'maybeScheduled', day),
    }),
    ...lines({ errors, pressed, unnamed }),
  ];
}
