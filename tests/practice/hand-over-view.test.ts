import { describe, expect, test } from 'vitest';
import { locales } from '../../src/locale.ts';
import {
  type HandOver,
  type HandOverState,
  handOverStates,
  type Latitude,
  LONGEST_CONTEXT,
  LONGEST_OUTCOME,
  latitudes,
  repliesIn,
} from '../../src/practice/hand-over.ts';
import { handOverMessage } from '../../src/practice/hand-over-cards.ts';
import { handOverForm } from '../../src/practice/hand-over-form.ts';
import * as view from '../../src/practice/hand-over-giver-view.ts';
import { parseHandOverMetadata } from '../../src/practice/hand-over-metadata.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { formOf, handOver, nasty } from './hand-overs.ts';

/** The card as it is shown in a state, with as much in its buttons as they hold. */
const cardOf = (given: HandOver, state: HandOverState): Message =>
  handOverMessage('hand-over.1', { ...given, state }, 'a'.repeat(repliesIn(state).length * 2_000));

const buttons = ({ blocks }: Message) =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .map((one) => (one.type === 'button' ? `${one.action_id}: ${one.text.text}` : ''));

/** Every message about a hand-over. */
const messages = (given = handOver()): readonly Message[] => [
  ...handOverStates.map((state) => cardOf(given, state)),
  view.offeredMessage(given),
  ...(['taken', 'talking', 'declined'] as const).map((state) =>
    view.replyMessage({ ...given, state }, '2026-01-12'),
  ),
  view.notOfferedMessage(given, 'Why.'),
  view.maybeOfferedMessage(given),
  view.unscheduledMessage(given, 'notScheduled', '2026-01-12'),
  view.reminderMessage(given),
];

describe('the card that a receiver gets', () => {
  test('says who hands what over, how free one is, when they ask, and that no is a normal answer', () => {
    const { text } = cardOf(handOver(), 'offered');
    expect(text).toContain('<@UANN> would like to hand something over to you');
    expect(text).toContain('The customer list is one that everybody trusts');
    expect(text).toContain('Cat knows which half.');
    expect(text).toContain('Propose how you would do it, then do it.');
    expect(text).toContain('On Monday 12 January, <@UANN> asks how it is going.');
    expect(text).toContain('*Not now* is a normal answer, and nobody asks why.');
  });

  test('offers what can still be said, and nothing once it is over', () => {
    const shown = handOverStates.map((state) => buttons(cardOf(handOver(), state)));
    expect(shown).toEqual([
      [
        'take-hand-over.card.en: I’ll take it',
        'talk-hand-over.card.en: Let’s talk first',
        'decline-hand-over.card.en: Not now',
      ],
      ['take-hand-over.card.en: I’ll take it', 'decline-hand-over.card.en: Not now'],
      [],
      [],
    ]);
  });

  test('keeps all three buttons where two would not hold what it carries', () => {
    const talking = { ...handOver(), state: 'talking' } as const;
    expect(buttons(handOverMessage('hand-over.1', talking, 'a'.repeat(4_000)))).toHaveLength(2);
    expect(buttons(handOverMessage('hand-over.1', talking, 'a'.repeat(4_001)))).toHaveLength(3);
    expect(problemsOf('message', handOverMessage('hand-over.1', talking, 'a'.repeat(6_000)))).toEqual([]);
  });

  test('leaves the context out where none was given', () => {
    const label = practiceWords('en').handOver.labels.context;
    expect(cardOf(handOver(), 'offered').text).toContain(label);
    expect(cardOf(handOver({ context: '' }), 'offered').text).not.toContain(label);
  });

  test('says each latitude in words of its own, to both', () => {
    for (const locale of locales) {
      const words = practiceWords(locale).handOver;
      const agreed = (latitude: Latitude) => words.agreed[latitude]('<@UBEN>');
      const said = [
        (one: Latitude) => words.latitudes[one],
        agreed,
        (one: Latitude) => words.form.latitudes[one],
      ];
      for (const sentence of said) expect(new Set(latitudes.map(sentence)).size).toBe(latitudes.length);
    }
  });
});

describe('every message about a hand-over', () => {
  test('shows what was typed as text, whatever it is', () => {
    const shown = messages(handOver({ outcome: nasty, context: nasty }));
    for (const message of shown) {
      expect(problemsOf('message', message)).toEqual([]);
      for (const block of message.blocks)
        if (JSON.stringify(block).includes('evil.example'))
          expect(block).toMatchObject({ type: 'section', text: { type: 'plain_text' } });
      expect(message.text).not.toContain('<!channel>');
      expect(message.text).not.toContain('<https://evil');
    }
    expect(shown.filter(({ text }) => text.includes('&lt;!channel&gt;')).length).toBeGreaterThan(8);
  });

  test('keeps to Slack’s limits with the longest texts of any script, the text of a change included', () => {
    for (const sign of ['x', '&', '<', '😀', '漢', '\n', 'é', '‍'])
      for (const locale of locales) {
        const long = { outcome: sign.repeat(LONGEST_OUTCOME), context: sign.repeat(LONGEST_CONTEXT), locale };
        for (const message of messages(handOver(long))) {
          expect(problemsOf('message', message)).toEqual([]);
          expect(message.text.length).toBeLessThanOrEqual(4_000);
        }
      }
  });

  test('has the whole of what was typed in its text, unless that is made of signs that Slack writes longer', () => {
    const long = { outcome: '漢'.repeat(LONGEST_OUTCOME), context: 'x '.repeat(LONGEST_CONTEXT / 2) };
    const { text } = cardOf(handOver(long), 'offered');
    expect(text).toContain(long.outcome);
    expect(text).toContain(long.context);
  });
});

test('the giver gets everything back that may have to be handed to somebody else', () => {
  const declined = view.replyMessage({ ...handOver(), state: 'declined' }, '2026-01-12');
  const failed = [view.notOfferedMessage(handOver(), 'Why.'), view.maybeOfferedMessage(handOver())];
  for (const message of [declined, ...failed]) {
    expect(message.text).toContain(handOver().outcome);
    expect(message.text).toContain(handOver().context);
  }
});

test('otherwise the giver reads what it is about, not all of it once more', () => {
  const said = (['taken', 'talking'] as const).map((state) =>
    view.replyMessage({ ...handOver(), state }, '2026-01-12'),
  );
  for (const message of [view.offeredMessage(handOver()), ...said, view.reminderMessage(handOver())]) {
    expect(message.text).toContain(handOver().outcome);
    expect(message.text).not.toContain(handOver().context);
  }
});

test('“not now” is told as a normal answer, with what to do next', () => {
  const { text } = view.replyMessage({ ...handOver(), state: 'declined' }, '2026-01-12');
  expect(text).toMatch(/<@UBEN> says not now\. That is a normal answer/);
  expect(text).toMatch(/Ask somebody else with \*\/hands handoff\*, or hand over a smaller piece/);
});

test('the reminder asks to ask, with what is to come out and the agreed latitude', () => {
  const { text } = view.reminderMessage(handOver({ latitude: 'yours' }));
  expect(text).toContain('A good day to ask <@UBEN> how it is going');
  expect(text).toContain(handOver().outcome);
  expect(text).toContain('What you agreed: It is theirs, the how and the decisions.');
  expect(text).toContain('Ask, rather than take it back');
});

test('what was agreed is said of the person, also where a language has no “they”', () => {
  for (const latitude of latitudes) {
    const given = handOver({ latitude, locale: 'de' });
    for (const { text } of [
      view.replyMessage({ ...given, state: 'taken' }, '2026-01-12'),
      view.reminderMessage(given),
    ])
      expect(text.match(/<@UBEN>/g)).toHaveLength(2);
  }
});

test('the form keeps to Slack’s limits with as much as it can be filled in with, metadata included', () => {
  for (const sign of ['y', '"', '\n', '😀', '漢']) {
    const offered = { outcome: sign.repeat(600), context: sign.repeat(LONGEST_CONTEXT) };
    const form = handOverForm(formOf(offered));
    expect(problemsOf('modal', form)).toEqual([]);
    expect(parseHandOverMetadata(form.private_metadata ?? '')).toEqual(formOf(offered));
  }
});
