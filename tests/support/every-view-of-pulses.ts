import { readContent } from '../../src/content.ts';
import type { Locale } from '../../src/locale.ts';
import type { CustodyKind } from '../../src/promise.ts';
import { answerReply, changeMessage } from '../../src/pulse/answer-view.ts';
import { type PrivacyFacts, privacyMessage } from '../../src/pulse/privacy-view.ts';
import { closedPulseMessage, pulseMessage, questionPreview } from '../../src/pulse/pulse-view.ts';
import { pulseWords } from '../../src/pulse/words/index.ts';
import { sampleRecord } from '../pulse/samples.ts';
import { team } from '../team/teams.ts';
import { lines, messages, type View } from './view.ts';

const counted = {
  ...{ pulseId: 'TWORK-CTEAM-1000', optionCount: 5, sealed: 'x'.repeat(80), receipt: 'ABCDE-FGHJK' },
} as const;

/** What the room of pulses shows. */
export function pulseViews(locale: Locale): readonly View[] {
  const [question] = readContent()[locale].questions;
  if (question === undefined) throw new Error('there are no questions');
  const record = sampleRecord();
  return [
    ...messages({
      'a pulse': pulseMessage(question, record, 'Europe/Berlin', locale),
      'a closed pulse': closedPulseMessage(question, locale),
      'the next question': questionPreview(question, locale),
      'an answer': answerReply({ kind: 'added', ...counted }, 'A', locale),
      'a changed answer': answerReply({ kind: 'changed', ...counted }, 'B', locale),
      'the options once more': changeMessage(question, record, counted, locale),
      privacy: privacy(locale, 'A', undefined),
      'privacy, open, A': privacy(locale, 'A', record),
      'privacy, open, B': privacy(locale, 'B', record),
      'privacy, edited from outside': privacy(locale, 'A', 'unreadable', 'private'),
      'privacy, in memory': privacy(locale, 'A', undefined, 'embedded'),
    }),
    ...lines(pulseWords(locale).refusals),
  ];
}

const privacy = (
  locale: Locale,
  custody: CustodyKind,
  open: PrivacyFacts['open'],
  kind: PrivacyFacts['installation']['store']['kind'] = 'url',
) =>
  privacyMessage({
    team: team({}, { locale }),
    isTwoWeekly: custody === 'A',
    open,
    installation: { version: '0.1.0', custody, store: { kind, settings: [] } },
  });
