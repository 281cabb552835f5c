import { everyLevel } from '../../scripts/content/block-kit.ts';
import { readContent } from '../../src/content.ts';
import { DAY } from '../../src/duration.ts';
import type { Locale } from '../../src/locale.ts';
import { exportMessage } from '../../src/readout/export-view.ts';
import { participations } from '../../src/readout/participation.ts';
import type { Closing } from '../../src/readout/readout.ts';
import * as readouts from '../../src/readout/readout-view.ts';
import { receiptsButton, receiptsGoneMessage, receiptsMessage } from '../../src/readout/receipts-view.ts';
import { chartedSummary } from '../../src/readout/summary-chart-view.ts';
import { type Summary, summaryMessage } from '../../src/readout/summary-view.ts';
import { line } from '../../src/slack/block-kit.ts';
import { history, sampleReadout } from '../readout/samples.ts';
import { messages, type View } from './view.ts';

const closing: Closing = {
  ...{ pulse: 'TWORK-CTEAM-1000', question: 'work-fits-hours', opensAt: 1000, closesAt: 2000 },
  ...{ threshold: 5, audience: 'everyone', ts: '1.1', kind: 'published', receipts: [] },
};

/** What the room of readouts shows. */
export function readoutViews(locale: Locale): readonly View[] {
  return [...endings(locale), ...summaries(locale)];
}

function endings(locale: Locale): readonly View[] {
  const wording = readContent()[locale].wordingOf('work-fits-hours');
  const levels = everyLevel.map((level) => [
    `readout ${level.position} of ${level.scale}`,
    readouts.readoutMessage(wording, [sampleReadout({ level, isFirst: true })], locale),
  ]);
  const codes = Array.from({ length: 200 }, () => 'ABCDE-FGHJK');
  const ended = { text: '.', blocks: [receiptsButton('TWORK-CTEAM-1000', locale)] };
  return messages({
    ...Object.fromEntries(levels),
    'too few': readouts.tooFewMessage(5, locale),
    'the key was lost': readouts.voidMessage('lost', locale),
    'the key was exposed': readouts.voidMessage('exposed', locale),
    'the store was edited': readouts.voidMessage('edited', locale),
    'closed for managers': readouts.closedMessage(locale),
    'the button for receipts': ended,
    receipts: receiptsMessage(codes, locale),
    'no receipts any more': receiptsGoneMessage(locale),
  });
}

/** Up, down and the same, with each participation; and none. */
export function summary(locale: Locale, kind: Closing['kind'] = 'published'): Summary {
  const { wordingOf, questions } = readContent()[locale];
  const ids = questions.slice(0, 4).map(({ id }) => id);
  const histories = [
    history([
      [0, 5],
      [2, 5],
      [4, 5],
    ]),
    history([
      [4, 5],
      [3, 5],
      [1, 5],
    ]),
    history([
      [1, 5],
      [1, 5],
    ]),
    [],
  ];
  return {
    last: { ...closing, kind },
    questions: ids.map((id, at) => ({
      wording: wordingOf(id),
      history: (histories[at] ?? []).map((readout) => ({
        ...readout,
        participation: participations[at] ?? null,
      })),
      changes: at < 2 ? [sampleReadout().closedAt + DAY] : [],
    })),
  };
}

/** The same with a first readout of another scale in each question. */
const mixedScales = ({ last, questions }: Summary): Summary => ({
  last,
  questions: questions.map((followed) => {
    const older = sampleReadout({ closedAt: 0, level: { position: 0, scale: 3 } });
    return { ...followed, history: [older, ...followed.history] };
  }),
});

function summaries(locale: Locale): readonly View[] {
  const reading = { timezone: 'Europe/Berlin', locale };
  return messages({
    'the summary': summaryMessage(summary(locale), reading),
    'the export': exportMessage(summary(locale).questions, reading),
    'the export, cut': exportMessage(Array(40).fill(summary(locale).questions).flat(), reading),
    'the summary with charts': chartedSummary(summary(locale), reading) ?? line('.'),
    'the summary with charts of two scales':
      chartedSummary(mixedScales(summary(locale)), reading) ?? line('.'),
    'the summary after too few': summaryMessage(summary(locale, 'too-few'), reading),
    'the summary after a void pulse': summaryMessage(summary(locale, 'void'), reading),
  });
}
