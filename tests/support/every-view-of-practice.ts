import type { Locale } from '../../src/locale.ts';
import { helps, MOST_HELPERS, urgencies } from '../../src/practice/ask.ts';
import { askCard, askReminder } from '../../src/practice/ask-card-view.ts';
import { askForm, askFormLoading, askNotice } from '../../src/practice/ask-form.ts';
import * as start from '../../src/practice/ask-start-view.ts';
import { practiceButtons } from '../../src/practice/practice-buttons.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { sampleAsk, sampleCard } from '../practice/asks.ts';
import { handOverViews } from './every-view-of-hand-overs.ts';
import { lines, messages, modals, type View } from './view.ts';

/** What the room of the practices shows. */
export function practiceViews(locale: Locale): readonly View[] {
  const { ask, trends } = practiceWords(locale);
  const { problems, refused, replies } = ask;
  return [
    ...messages({
      'the buttons of the practices': { text: '.', blocks: [practiceButtons('CTEAM', locale)] },
      'the reminder of an ask': askReminder(locale),
    }),
    ...handOverViews(locale),
    ...askCards(locale),
    ...askForms(locale),
    ...askNotes(locale),
    ...lines({ problems, refused, replies, trends }),
  ];
}

function askForms(locale: Locale): readonly View[] {
  const teams = [{ value: 'CTEAM', text: '#team' }];
  return modals({
    'asking in a channel': askForm({
      metadata: { workspace: 'TWORK', channel: 'CTEAM', what: 'x'.repeat(600) },
      locale,
    }),
    'asking anywhere': askForm({ metadata: { workspace: 'TWORK' }, teams, locale }),
    'asking, before the teams are known': askFormLoading(locale),
    'asking without a team': askNotice(practiceWords(locale).ask.form.noTeams, locale),
    'asking, where the teams are not told': askNotice(practiceWords(locale).ask.form.teamsUnknown, locale),
  });
}

function askCards(locale: Locale): readonly View[] {
  const many = Array.from({ length: MOST_HELPERS }, (_, at) => `U0123456${at}`);
  const open = helps.map((help, at) => [
    `an ask for ${help}`,
    askCard(sampleAsk({ help, by: urgencies[at] ?? 'today' }), sampleCard, locale),
  ]);
  return messages({
    ...Object.fromEntries(open),
    'an ask, answered': askCard(sampleAsk({ helpers: many }), sampleCard, locale),
    'an ask, closed with thanks': askCard(sampleAsk({ helpers: many, end: 'thanked' }), sampleCard, locale),
    'an ask, closed with thanks to nobody': askCard(sampleAsk({ end: 'thanked' }), sampleCard, locale),
    'an ask, dropped': askCard(sampleAsk({ end: 'dropped' }), sampleCard, locale),
  });
}

function askNotes(locale: Locale): readonly View[] {
  const place = { channel: 'CTEAM', link: 'https://many-hands.slack.com/archives/CTEAM/p1' };
  const started = helps.flatMap((help) => [
    [`${help}, to the helper`, start.startForHelper(sampleAsk({ help }), place, locale)],
    [`${help}, to the asker`, start.startForAsker(sampleAsk({ help }), 'UBEN', place, locale)],
  ]);
  return messages({
    ...Object.fromEntries(started),
    'thanks to a helper': start.closedForHelper(sampleAsk({ end: 'thanked' }), 'CTEAM', locale),
    'no longer needed, to a helper': start.closedForHelper(sampleAsk({ end: 'dropped' }), 'CTEAM', locale),
    'an ask that was not posted': start.notPostedNotice(sampleAsk(), 'CTEAM', 'X.', locale),
  });
}
