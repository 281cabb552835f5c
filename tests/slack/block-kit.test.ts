import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateToken, escapeText, line, localTime, mention } from '../../src/slack/block-kit.ts';
import { select, text } from '../../src/slack/form-fields.ts';
import { problemsOf } from '../support/block-kit-limits.ts';

const friday = Date.UTC(2026, 10, 27, 14);

describe('text from people and files', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U1> & <https://example.org|here>', '&lt;@U1&gt; &amp; &lt;https://example.org|here&gt;'],
    ['&lt;', '&amp;lt;'],
    ['plain', 'plain'],
  ])('%s is shown as it is', (typed, escaped) => {
    expect(escapeText(typed)).toBe(escaped);
  });

  test('takes no effect, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '!', '@', '&', 'channel', '|', ' ') }),
        (typed) => {
          expect(escapeText(typed)).not.toMatch(/[<>]/);
          expect(problemsOf('message', line(`x${escapeText(typed)}`))).toEqual([]);
        },
      ),
      { verbose: 1 },
    );
  });
});

describe('an instant in a message', () => {
  test('is a token that everyone reads in their own time, with the team’s for clients that cannot', () => {
    expect(dateToken(friday, 'Europe/Berlin', 'en')).toBe(
      '<!date^1795788000^{date_short_pretty} at {time}|Fri 27 Nov, 15:00>',
    );
  });

  test.each([
    ['UTC', 'Fri 27 Nov, 14:00'],
    ['Asia/Kathmandu', 'Fri 27 Nov, 19:45'],
    ['Pacific/Kiritimati', 'Sat 28 Nov, 04:00'],
    ['America/Los_Angeles', 'Fri 27 Nov, 06:00'],
  ])('is read in %s as %s', (timezone, expected) => {
    expect(localTime(friday, timezone, 'en')).toBe(expected);
  });

  test('at midnight is 00:00, not 24:00', () => {
    expect(localTime(Date.UTC(2026, 10, 27), 'UTC', 'en')).toBe('Fri 27 Nov, 00:00');
  });
});

test('a mention is Slack’s own', () => {
  expect(mention('U1')).toBe('<@U1>');
});

test('one line is the same with and without blocks', () => {
  const message = line('Hello *there*');
  expect(message).toEqual({
    text: 'Hello *there*',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello *there*' } }],
  });
});

describe('a field of a form', () => {
  test('has one name as block and as action', () => {
    const field = select({ id: 'day', label: 'Day' }, [{ value: 'mon', text: 'Monday' }], 'mon');
    expect(field).toMatchObject({ block_id: 'day', optional: false, element: { action_id: 'day' } });
  });

  test('leaves out what there is not: a choice that is not offered, a text that is empty, a hint', () => {
    const unknown = select({ id: 'day', label: 'Day' }, [{ value: 'mon', text: 'Monday' }], 'someday');
    expect(JSON.stringify(unknown)).not.toMatch(/initial_option|hint/);
    expect(JSON.stringify(text({ id: 'dates', label: 'Dates', optional: true }, ''))).not.toContain(
      'initial_value',
    );
  });
});
