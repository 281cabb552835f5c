import { describe, expect, it } from 'vitest';
import { privacyMessage } from '../../src/pulse/privacy-view.ts';
import { parseAnswerValue } from '../../src/pulse/pulse-record.ts';
import {
  type answerAction,
  answerReply,
  closedPulseMessage,
  pulseMessage,
  questionPreview,
} from '../../src/pulse/pulse-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { missingFromText } from '../readout/missing-from-text.ts';
import { questions } from '../readout/samples.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { sampleRecord, sampleTeam, team } from './samples.ts';

const [question] = questions;
if (question === undefined) throw new Error('there are no questions');
const record = sampleRecord({ closesAt: 1_767_790_800_000 });
const action: typeof answerAction = 'answer-pulse';

describe('the message of a pulse', () => {
  it('is one that Slack takes, for every question', () => {
    for (const asked of questions) {
      const message = pulseMessage(asked, { ...record, optionCount: asked.options.length }, 'Europe/Berlin');
      expect(problemsOf('message', message)).toEqual([]);
    }
  });

  it('has a text for screen readers with the question, the options and the promise', () => {
    const { text } = pulseMessage(question, record, 'Europe/Berlin');
    expect(text).toContain(question.text);
    for (const option of question.options) expect(text).toContain(option.text);
    for (const message of [
      pulseMessage(question, record, 'UTC'),
      closedPulseMessage(question),
      questionPreview(question),
    ])
      expect(missingFromText(message)).toEqual([]);
    expect(text).toContain('Anonymous: added to a locked total, shown only when at least 5 people answer');
  });

  it('has the words of the specification, with the closing as a date token', () => {
    const shown = JSON.stringify(pulseMessage(question, record, 'Europe/Berlin').blocks);
    expect(shown).toContain(
      'Anonymous: added to a locked total, shown only when at least 5 people answer, only as a level, only after it closes on <!date^1767790800^{date_short_pretty} at {time}|Wed 7 Jan, 14:00>.',
    );
  });

  it('has a button for each option, in order, each with its own id and value', () => {
    const { blocks } = pulseMessage(question, record, 'UTC');
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons).toHaveLength(question.options.length);
    buttons.forEach((button, option) => {
      expect(button).toMatchObject({
        action_id: `${action}.${option}`,
        text: { text: question.options[option]?.text },
      });
      const value = 'value' in button && typeof button.value === 'string' ? button.value : '';
      expect(parseAnswerValue(value)).toEqual({ pulseId: record.id, option, optionCount: 5 });
    });
  });

  it('does not show which options count as strained: buttons look the same', () => {
    const { blocks } = pulseMessage(question, record, 'UTC');
    expect(JSON.stringify(blocks)).not.toMatch(/style|danger|primary|strained/);
  });

  it('depends on the record as it was at opening alone, so it cannot show who has answered', () => {
    const later = { ...record, electorate: 99, strained: [0] };
    expect(pulseMessage(question, later, 'UTC')).toEqual(pulseMessage(question, record, 'UTC'));
  });

  it('keeps its question and loses its buttons when the pulse has closed', () => {
    const closed = closedPulseMessage(question);
    expect(problemsOf('message', closed)).toEqual([]);
    expect(closed.text).toContain(question.text);
    expect(closed.blocks.map(({ type }) => type)).toEqual(['section', 'context']);
  });

  it('cannot mention anybody, whatever a content file says', () => {
    const evil = { ...question, text: '<!channel> & <@U1>', options: [{ text: '<!here>', strained: false }] };
    for (const message of [
      pulseMessage(evil, record, 'UTC'),
      closedPulseMessage(evil),
      questionPreview(evil),
    ])
      expect(JSON.stringify(message).replaceAll(/"type":"plain_text","text":"[^"]*"/g, '')).not.toMatch(
        /<!channel|<@U1|<!here/,
      );
  });
});

describe('private lines about a pulse', () => {
  it('are messages that Slack takes', () => {
    const outcomes = [
      'added',
      'already-answered',
      'not-on-pulse',
      'closed',
      'void',
      'malformed',
      'not-counted',
    ] as const;
    for (const outcome of [...outcomes, 'uncertain' as const])
      expect(problemsOf('message', answerReply(outcome))).toEqual([]);
    for (const asked of questions) expect(problemsOf('message', questionPreview(asked))).toEqual([]);
  });
});

describe('what is said about privacy', () => {
  const here = sampleTeam();
  const large = sampleRecord({ electorate: 1000 });

  it('is a message that Slack takes, with and without an open pulse', () => {
    for (const open of [undefined, record, large])
      expect(problemsOf('message', privacyMessage(here, open))).toEqual([]);
  });

  it('has a text for screen readers in which nothing is missing', () => {
    expect(missingFromText(privacyMessage(here, record))).toEqual([]);
    expect(missingFromText(privacyMessage(here, undefined))).toEqual([]);
  });

  it('names every key of the open pulse, with its size', () => {
    const { text } = privacyMessage(here, record);
    for (const key of [keys.pulse(team), keys.tokens(team), keys.tally(team)]) expect(text).toContain(key);
    expect(text).toMatch(/8 tokens of 168 bytes/);
    expect(text).toMatch(/the locked total, 32 bytes/);
  });

  it('says that nothing about answers is stored where no pulse is open', () => {
    expect(privacyMessage(here, undefined).text).toContain('nothing about answers is stored');
  });

  it('has this team’s threshold', () => {
    const settings = { ...here.settings, minimumAnswers: 9 };
    expect(privacyMessage({ ...here, settings }, undefined).text).toMatch(
      /At least 9 answers are needed here/,
    );
  });
});
