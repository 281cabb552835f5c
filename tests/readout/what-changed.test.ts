import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { changesBeside, LONGEST_CHANGE, readChange } from '../../src/readout/what-changed.ts';
import { changedMessage, parseChangedValue } from '../../src/readout/what-changed-view.ts';
import { history } from './samples.ts';

const tracked = ['work-fits-hours', 'stuck-alone'];
const read = (text: string, question = 'work-fits-hours') => readChange({ question, text }, tracked);

describe('what a manager wrote', () => {
  it('is kept in its lines, without what nobody sees', () => {
    expect(read('  No meetings \u202Eon Fridays.  \r\n\r\n\n\nTwo at the desk.\u0007 ')).toEqual({
      question: 'work-fits-hours',
      text: 'No meetings on Fridays.\n\nTwo at the desk.',
    });
  });

  it('may be in any script, with emoji, and 400 characters long whatever they are made of', () => {
    const long = '😀'.repeat(LONGEST_CHANGE);
    expect(read(long)).toEqual({ question: 'work-fits-hours', text: long });
    expect(read(`${long}!`)).toEqual({ problems: { text: { length: 401, most: 400 } } });
    expect(read('لا اجتماعات يوم الجمعة')).toMatchObject({ text: 'لا اجتماعات يوم الجمعة' });
  });

  it.each(['', '  \n ', '\u200b', '\u2800', '\u0000'])('cannot be empty to the eye: %j', (text) => {
    expect(read(text)).toEqual({ problems: { text: 'empty' } });
  });

  it('is about one of the questions that the team follows', () => {
    expect(read('x', 'took-back')).toEqual({ problems: { question: 'not-tracked' } });
    expect(readChange({}, tracked)).toEqual({ problems: { question: 'not-chosen', text: 'empty' } });
  });
});

describe('the message in the channel', () => {
  const { text, blocks } = changedMessage(
    { by: 'UANN', title: 'A <b> & c', text: '<!channel> *now* <@UBEN> & <https://x.y|z>' },
    'en',
  );

  it('names the manager and the question, and says the same for screen readers', () => {
    expect(text).toBe(
      'What we changed: <@UANN> about “A &lt;b&gt; &amp; c”:\n&lt;!channel&gt; *now* &lt;@UBEN&gt; &amp; &lt;https://x.y|z&gt;',
    );
  });

  it('has the words as plain text, in which nothing takes effect', () => {
    const typed = { type: 'plain_text', text: '<!channel> *now* <@UBEN> & <https://x.y|z>', emoji: true };
    expect(blocks[1]).toEqual({ type: 'section', text: typed });
  });
});

describe('the changes beside the readouts of a question', () => {
  const shown = history([
    [0, 3],
    [1, 3],
  ]);
  const first = shown[0]?.closedAt ?? 0;
  const beside = (instants: readonly number[], now = first + 20 * DAY, question = 'stuck-alone') =>
    changesBeside(
      shown,
      instants.map((at) => ({ at, question: 'stuck-alone' })),
      { question, now },
    );

  it('are those since the first of them, about that question', () => {
    expect(beside([first - 1, first, first + DAY])).toEqual([first, first + DAY]);
    expect(beside([first], undefined, 'took-back')).toEqual([]);
  });

  it('are at most eight, none older than a year', () => {
    const many = Array.from({ length: 12 }, (_, at) => first + at);
    expect(beside(many)).toEqual(many.slice(-8));
    expect(beside([first, first + 10 * DAY], first + 370 * DAY)).toEqual([first + 10 * DAY]);
  });
});

describe('the value of the button', () => {
  it.each([
    ['CTEAM.work-fits-hours', { channel: 'CTEAM', about: 'work-fits-hours' }],
    ['G0123.', { channel: 'G0123', about: '' }],
  ])('%s is a team and a question', (value, parsed) => {
    expect(parseChangedValue(value)).toEqual(parsed);
  });

  it.each(['', 'CTEAM', 'DANN.x', 'CTEAM.x.y', 'cteam.x', 'CTEAM.<x>', 'CTEAM:x'])('%j is none', (value) => {
    expect(parseChangedValue(value)).toBeUndefined();
  });
});
