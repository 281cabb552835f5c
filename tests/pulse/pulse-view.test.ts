import { describe, expect, it } from 'vitest';
import { answerAction, answerReply, changeMessage } from '../../src/pulse/answer-view.ts';
import { parseAnswerValue } from '../../src/pulse/button-value.ts';
import { type PrivacyFacts, privacyMessage } from '../../src/pulse/privacy-view.ts';
import type { Counted, Refusal } from '../../src/pulse/pulse-answers.ts';
import { closedPulseMessage, pulseMessage, questionPreview } from '../../src/pulse/pulse-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { missingFromText } from '../readout/missing-from-text.ts';
import { questions } from '../readout/samples.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { sampleRecord, sampleTeam, team } from './samples.ts';

const [question] = questions;
if (question === undefined) throw new Error('there are no questions');
const record = sampleRecord({ closesAt: 1_767_790_800_000 });

describe('the message of a pulse', () => {
  it('is one that Slack takes, for every question', () => {
    for (const asked of questions) {
      const message = pulseMessage(
        asked,
        { ...record, optionCount: asked.options.length },
        'Europe/Berlin',
        'en',
      );
      expect(problemsOf('message', message)).toEqual([]);
    }
  });

  it('has a text for screen readers with the question, the options and the promise', () => {
    const { text } = pulseMessage(question, record, 'Europe/Berlin', 'en');
    expect(text).toContain(question.text);
    for (const option of question.options) expect(text).toContain(option.text);
    for (const message of [
      pulseMessage(question, record, 'UTC', 'en'),
      closedPulseMessage(question, 'en'),
      questionPreview(question, 'en'),
    ])
      expect(missingFromText(message)).toEqual([]);
    expect(text).toContain('Anonymous: added to a locked total, shown only when at least 5 people answer');
  });

  it('has the words of the specification, with the closing as a date token', () => {
    const shown = JSON.stringify(pulseMessage(question, record, 'Europe/Berlin', 'en').blocks);
    expect(shown).toContain(
      'Anonymous: added to a locked total, shown only when at least 5 people answer, only as a level, only after it closes on <!date^1767790800^{date_short_pretty} at {time}|Wed 7 Jan, 14:00>.',
    );
  });

  it('has a button for each option, in order, each with its own id and value', () => {
    const { blocks } = pulseMessage(question, record, 'UTC', 'en');
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons).toHaveLength(question.options.length);
    buttons.forEach((button, option) => {
      expect(button).toMatchObject({
        action_id: `${answerAction}.${option}.en`,
        text: { text: question.options[option]?.text },
      });
      const value = 'value' in button && typeof button.value === 'string' ? button.value : '';
      expect(parseAnswerValue(value)).toEqual({ pulseId: record.id, choice: option, optionCount: 5 });
    });
  });

  it('does not show which options count as strained: buttons look the same', () => {
    const { blocks } = pulseMessage(question, record, 'UTC', 'en');
    expect(JSON.stringify(blocks)).not.toMatch(/style|danger|primary|strained/);
  });

  it('depends on the record as it was at opening alone, so it cannot show who has answered', () => {
    const later = { ...record, electorate: 99, strained: [0] };
    expect(pulseMessage(question, later, 'UTC', 'en')).toEqual(pulseMessage(question, record, 'UTC', 'en'));
  });

  it('keeps its question and loses its buttons when the pulse has closed', () => {
    const closed = closedPulseMessage(question, 'en');
    expect(problemsOf('message', closed)).toEqual([]);
    expect(closed.text).toContain(question.text);
    expect(closed.blocks.map(({ type }) => type)).toEqual(['section', 'context']);
  });

  it('cannot mention anybody, whatever a content file says', () => {
    const evil = { ...question, text: '<!channel> & <@U1>', options: [{ text: '<!here>', strained: false }] };
    for (const message of [
      pulseMessage(evil, record, 'UTC', 'en'),
      closedPulseMessage(evil, 'en'),
      questionPreview(evil, 'en'),
    ])
      expect(JSON.stringify(message).replaceAll(/"type":"plain_text","text":"[^"]*"/g, '')).not.toMatch(
        /<!channel|<@U1|<!here/,
      );
  });
});

describe('private lines about a pulse', () => {
  it('are messages that Slack takes', () => {
    for (const custody of ['A', 'B'] as const)
      for (const outcome of [counted('added'), counted('changed'), ...refusals])
        expect(problemsOf('message', answerReply(outcome, custody, 'en'))).toEqual([]);
    for (const asked of questions) {
      expect(problemsOf('message', questionPreview(asked, 'en'))).toEqual([]);
      expect(problemsOf('message', optionsOnceMore(asked))).toEqual([]);
    }
  });

  it('have a text for screen readers in which nothing but the buttons’ names is missing', () => {
    for (const outcome of refusals) expect(missingFromText(answerReply(outcome, 'A', 'en'))).toEqual([]);
    for (const kind of ['added', 'changed'] as const)
      expect(missingFromText(answerReply(counted(kind), 'A', 'en'))).toEqual(['Change my answer']);
    for (const asked of questions)
      expect(missingFromText(optionsOnceMore(asked))).toEqual(['Withdraw my answer']);
  });

  it('that show the options once more carry the seal in each of them, and in the way to withdraw', () => {
    const buttons = optionsOnceMore(question).blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );
    const values = buttons.map((button) => ('value' in button ? parseAnswerValue(String(button.value)) : {}));
    const change = { pulseId: record.id, optionCount: 5, sealed };
    expect(values).toEqual([0, 1, 2, 3, 4, 'none'].map((choice) => ({ ...change, choice })));
  });
});

const sealed = 'A'.repeat(66);
const counted = (kind: Counted['kind']): Counted => ({
  ...{ kind, pulseId: record.id, optionCount: 5, sealed },
  receipt: 'ABCDE-FGHJK',
});
/** Every way in which a tap counts nothing. */
const refusals: readonly { readonly kind: Refusal }[] = [
  { kind: 'already-answered' },
  { kind: 'not-on-pulse' },
  { kind: 'closed' },
  { kind: 'void' },
  { kind: 'malformed' },
  { kind: 'not-counted' },
  { kind: 'uncertain' },
  { kind: 'not-yours' },
  { kind: 'set-back' },
  { kind: 'outdated' },
];
const optionsOnceMore = (asked: typeof question) =>
  changeMessage(
    asked,
    { ...record, optionCount: asked.options.length },
    {
      pulseId: record.id,
      sealed,
    },
    'en',
  );

describe('what is said about privacy', () => {
  const here = sampleTeam();
  const large = sampleRecord({ electorate: 1000 });
  const installation: PrivacyFacts['installation'] = {
    version: '1.2.3',
    custody: 'A',
    store: { kind: 'url', settings: ['persistence on'] },
  };
  const told = (facts: Partial<PrivacyFacts> = {}) =>
    privacyMessage({ team: here, isTwoWeekly: false, open: record, installation, ...facts });

  it('is a message that Slack takes, with and without an open pulse', () => {
    for (const open of [undefined, 'unreadable', record, large] as const)
      for (const custody of ['A', 'B'] as const)
        expect(problemsOf('message', told({ open, installation: { ...installation, custody } }))).toEqual([]);
  });

  it('has a text for screen readers in which nothing is missing', () => {
    expect(missingFromText(told())).toEqual([]);
    expect(missingFromText(told({ open: undefined }))).toEqual([]);
  });

  it('names every key of the open pulse, with its size', () => {
    const { text } = told();
    for (const key of [keys.pulse(team), keys.tokens(team), keys.tally(team)]) expect(text).toContain(key);
    expect(text).toMatch(/8 tokens of 168 bytes/);
    expect(text).toMatch(/the locked total, 32 bytes/);
  });

  it('has the whole record as it was at opening, word for word', () => {
    const [, verbatim = ''] = /word for word: `(.*)`/.exec(told().text) ?? [];
    expect(JSON.parse(verbatim)).toEqual(record);
  });

  it('says of an open pulse that somebody has edited that it will be void', () => {
    expect(told({ open: 'unreadable' }).text).toContain('*The open pulse* was changed in the database');
  });

  it('says what kind of store there is, and not where', () => {
    const ending = (kind: 'url' | 'private' | 'embedded') =>
      told({ installation: { ...installation, store: { kind, settings: [] } } })
        .text.split('\n')
        .at(-1);
    expect(ending('url')).toBe('Many Hands 1.2.3 · data in Redis');
    expect(ending('private')).toBe('Many Hands 1.2.3 · data in a Redis that the app runs itself');
    expect(ending('embedded')).toBe('Many Hands 1.2.3 · data in memory only, gone when the app ends');
  });

  it('says that nothing about answers is stored where no pulse is open', () => {
    expect(told({ open: undefined }).text).toContain('nothing about answers is stored');
  });

  it('has this team’s threshold', () => {
    const settings = { ...here.settings, minimumAnswers: 9 };
    expect(told({ team: { ...here, settings } }).text).toContain(
      '*Here:* at least 9 answers before anything is shown;',
    );
  });
});
