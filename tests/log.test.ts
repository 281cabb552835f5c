import { LogLevel } from '@slack/logger';
import { describe, expect, test } from 'vitest';
import { codeOf, createLog, logLevels, slackLogger } from '../src/log.ts';
import type { LogFields } from '../src/ports.ts';
import { StoreError } from '../src/redis/store-error.ts';

/** A log whose lines can be read. */
function readable(level: (typeof logLevels)[number] = 'info') {
  const written: string[] = [];
  const log = createLog({ level, destination: { write: (line) => void written.push(line) } });
  return { log, written, lines: () => written.map((line) => JSON.parse(line)) };
}

/** Fields as code without types could pass them. */
const untyped = (fields: object): LogFields => fields;

describe('the log', () => {
  test('writes lines of JSON with a message and the allowed fields', () => {
    const { log, lines } = readable();
    const fields = { event: 'e', outcome: 'o', code: 'c', kind: 'k', milliseconds: 5, count: 3 };
    log.info('Something has happened', fields);
    expect(lines()).toMatchObject([{ level: 30, msg: 'Something has happened', ...fields }]);
  });

  test('lets no other field through, whatever the types were told', () => {
    const { log, written } = readable();
    const canary = { user: 'CANARY', actions: ['CANARY'], err: new Error('CANARY'), body: { x: 'CANARY' } };
    for (const write of [log.info, log.warn, log.error])
      write('A line', untyped({ ...canary, code: 'fine' }));
    expect(written).toHaveLength(3);
    expect(written.join()).not.toContain('CANARY');
    expect(written.join()).toContain('fine');
  });

  test('says nothing of the machine it runs on', () => {
    const { log, lines } = readable();
    log.info('A line');
    expect(Object.keys(lines()[0]).sort()).toEqual(['level', 'msg', 'time']);
  });

  test.each([
    ['info', 3],
    ['warn', 2],
    ['error', 1],
    ['silent', 0],
  ] as const)('at the level %s writes %i of three lines', (level, count) => {
    const { log, written } = readable(level);
    log.info('One');
    log.warn('Two');
    log.error('Three');
    expect(written).toHaveLength(count);
  });

  test('has no level at which debug would be written', () => {
    expect(logLevels).toEqual(['info', 'warn', 'error', 'silent']);
  });
});

describe('the logger for Slack’s libraries', () => {
  test('drops debug and info', () => {
    const { log, written } = readable();
    const logger = slackLogger(log);
    logger.debug('CANARY');
    logger.info('CANARY');
    expect(written).toEqual([]);
  });

  test('turns warnings and errors into codes, whatever they quote', () => {
    const { log, written, lines } = readable();
    const logger = slackLogger(log);
    const error = Object.assign(new Error('CANARY in a message'), {
      code: 'slack_webapi_platform_error',
      data: { error: 'channel_not_found', response_metadata: { messages: ['CANARY'] } },
      body: 'CANARY',
    });
    logger.warn('CANARY', { payload: 'CANARY' });
    logger.error(error);
    logger.error('CANARY', error);
    expect(lines().map(({ code }) => code)).toEqual(['unknown', 'channel_not_found', 'channel_not_found']);
    expect(written.join()).not.toContain('CANARY');
  });

  test('cannot be talked into debug', () => {
    const { log, written } = readable();
    const logger = slackLogger(log);
    logger.setLevel(LogLevel.DEBUG);
    logger.setName('CANARY');
    logger.debug('CANARY');
    expect(logger.getLevel()).toBe(LogLevel.WARN);
    expect(written).toEqual([]);
  });
});

describe('the code of an error', () => {
  test.each([
    [
      'Slack’s own answer first',
      { code: 'slack_webapi_platform_error', data: { error: 'is_archived' } },
      'is_archived',
    ],
    ['then the library’s code', { code: 'ECONNREFUSED', name: 'FetchError' }, 'ECONNREFUSED'],
    ['then the name', new TypeError('CANARY'), 'TypeError'],
    ['a store’s code', new StoreError({ certainty: 'not-sent', code: 'OFFLINE' }), 'OFFLINE'],
    ['nothing of a text', 'CANARY', 'unknown'],
    ['nothing of nothing', undefined, 'unknown'],
    ['nothing that is no text', { code: 42 }, 'unknown'],
    ['nothing with blanks, digits or marks in it', { code: 'user U123 said' }, 'unknown'],
    ['nothing that is long', { code: 'x'.repeat(61) }, 'unknown'],
  ])('is %s', (_, error, code) => {
    expect(codeOf([error])).toBe(code);
  });

  test('is that of the first word that has one', () => {
    expect(codeOf(['text', { code: 'first' }, { code: 'second' }])).toBe('first');
  });
});
