import { describe, expect, test } from 'vitest';
import { LONGEST_ASK } from '../../src/practice/ask.ts';
import { isChannel, readAsk } from '../../src/practice/ask-input.ts';
import { askMetadata, parseAskMetadata } from '../../src/practice/ask-metadata.ts';
import { hostile } from '../prompts/own.ts';
import { chose, typed } from '../team/teams.ts';

const here = { workspace: 'TWORK', channel: 'CTEAM' };
const whole = {
  ...typed('ask-what', ' Please. '),
  ...chose('ask-help', 'review'),
  ...chose('ask-by', 'today'),
};
const errors = (state: object, metadata: Parameters<typeof readAsk>[1] = here) => {
  const read = readAsk({ ...whole, ...state }, metadata, 'en');
  return 'errors' in read ? read.errors : {};
};

describe('a submitted ask', () => {
  test('is what was typed and chosen, tidied', () => {
    expect(readAsk(whole, here, 'en')).toEqual({
      channel: 'CTEAM',
      words: { what: 'Please.', help: 'review', by: 'today' },
    });
  });

  test('is about the team that was chosen where the form asked for one', () => {
    const state = { ...whole, ...chose('ask-team', 'COTHER') };
    expect(readAsk(state, { workspace: 'TWORK' }, 'en')).toMatchObject({ channel: 'COTHER' });
    expect(readAsk(state, here, 'en')).toMatchObject({ channel: 'CTEAM' });
    expect(errors({}, { workspace: 'TWORK' })).toEqual({ 'ask-team': 'Choose one of your teams.' });
    expect(errors(chose('ask-team', '<!channel>'), { workspace: 'TWORK' })).toHaveProperty('ask-team');
  });

  test('keeps what the form offered where nothing came back', () => {
    expect(readAsk({}, { ...here, what: 'From the command.' }, 'en')).toEqual({
      channel: 'CTEAM',
      words: { what: 'From the command.', help: 'hint', by: 'week' },
    });
    expect(errors(typed('ask-what', null), { ...here, what: 'Emptied.' })).toHaveProperty('ask-what');
  });

  test.each(['', '   ', '\u200B', '\u2800'])('needs words one can see: %j', (text) => {
    expect(errors(typed('ask-what', text))).toEqual({
      'ask-what': 'Write something here that others can read.',
    });
  });

  test('may be as long as is said, counted as people count', () => {
    expect(errors(typed('ask-what', '👩'.repeat(LONGEST_ASK)))).toEqual({});
    expect(errors(typed('ask-what', 'x'.repeat(LONGEST_ASK + 1)))).toEqual({
      'ask-what': 'This is 301 characters long, and at most 300 fit.',
    });
  });

  test('takes no other kind of help or time than the form offers', () => {
    expect(errors(chose('ask-help', 'money'))).toHaveProperty('ask-help');
    expect(errors(chose('ask-by', 'yesterday'))).toHaveProperty('ask-by');
  });

  test.each(hostile)('is kept as it was typed: %s', (_, text) => {
    const read = readAsk({ ...whole, ...typed('ask-what', text) }, here, 'en');
    expect(read).toMatchObject({ words: { what: text.normalize('NFC') } });
  });
});

test('what a form carries along comes back, and nothing else is taken for it', () => {
  const metadata = { ...here, what: '<!channel> "quoted"', locale: 'de' } as const;
  expect(parseAskMetadata(askMetadata(metadata))).toEqual(metadata);
  for (const text of ['', '{', '[]', '{"channel":"CTEAM"}', 'null'])
    expect(parseAskMetadata(text)).toBeUndefined();
});

test('only the id of a channel is one', () => {
  expect(['CTEAM', 'G0123'].map(isChannel)).toEqual([true, true]);
  for (const text of ['', 'C', 'UANN', 'DANN', 'CTEAM ', 'cteam', `C${'X'.repeat(30)}`])
    expect(isChannel(text)).toBe(false);
});
