import { describe, expect, test } from 'vitest';
import { noteOf } from '../../src/slack/socket-notes.ts';

describe('what Slack says of a connection', () => {
  test('is how long it lasts and how many there are, when it begins', () => {
    const hello = {
      type: 'hello',
      num_connections: 2,
      debug_info: { host: 'applink-1', build_number: 54, approximate_connection_time: 18_060 },
      connection_info: { app_id: 'A1' },
    };
    expect(noteOf(JSON.stringify(hello))).toEqual({ type: 'hello', connections: 2, lifetime: 18_060 });
    expect(noteOf('{"type":"hello"}')).toEqual({ type: 'hello' });
    expect(noteOf('{"type":"hello","debug_info":{"approximate_connection_time":0}}')).toBeUndefined();
  });

  test('is why it ends', () => {
    const warning = { type: 'disconnect', reason: 'warning', debug_info: { host: 'wss-111.slack.com' } };
    expect(noteOf(JSON.stringify(warning))).toEqual({ type: 'disconnect', reason: 'warning' });
    expect(noteOf('{"type":"disconnect"}')).toEqual({ type: 'disconnect', reason: '' });
  });

  test.each([
    ['an envelope', JSON.stringify({ type: 'interactive', envelope_id: '1', payload: { type: 'hello' } })],
    ['something long', JSON.stringify({ type: 'hello', more: 'x'.repeat(2_000) })],
    ['no JSON', '{"type":"hello"'],
    ['bytes', Buffer.from('{"type":"hello"}')],
    ['nothing', 'null'],
  ])('is not %s', (_, data) => {
    expect(noteOf(data)).toBeUndefined();
  });
});
