import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig, variableNames } from '../src/config.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
const socket = { ...bot, SLACK_APP_TOKEN: 'xapp-1' };
const http = { ...bot, SLACK_SIGNING_SECRET: 'secret', PORT: '3000' };

function problems(environment: { readonly [name: string]: string | undefined }): readonly string[] {
  const parsed = parseConfig(environment);
  return 'problems' in parsed ? parsed.problems : [];
}

function config(environment: { readonly [name: string]: string | undefined }) {
  const parsed = parseConfig(environment);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

describe('a configuration', () => {
  test('for Socket Mode needs two tokens', () => {
    expect(config(socket)).toEqual({
      botToken: 'xoxb-1',
      door: { kind: 'socket', appToken: 'xapp-1' },
      dataDir: './data',
      keyDir: './keys',
      logLevel: 'info',
      locale: 'en',
    });
  });

  test('for HTTP needs a secret and a port, and listens on this machine only unless told', () => {
    const door = { kind: 'http', signingSecret: 'secret', port: 3000 };
    expect(config(http).door).toEqual({ ...door, host: '127.0.0.1' });
    expect(config({ ...http, HOST: '0.0.0.0' }).door).toEqual({ ...door, host: '0.0.0.0' });
  });

  test('opens no port for operators unless told, and that on this machine only', () => {
    expect(config({ ...socket, OPS_HOST: '0.0.0.0' })).toEqual(config(socket));
    expect(config({ ...socket, OPS_PORT: '9464' }).ops).toEqual({ port: 9464, host: '127.0.0.1' });
    expect(config({ ...socket, OPS_PORT: '9464', OPS_HOST: '::' }).ops).toEqual({ port: 9464, host: '::' });
  });

  test('takes every other variable', () => {
    const given = {
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      REDIS_URL: 'rediss://example.org:6380/1',
      DATA_DIR: '/var/lib/hands',
      KEY_DIR: '/var/keys',
      LOG_LEVEL: 'warn',
      LOCALE: 'de',
    };
    expect(config({ ...socket, ...given })).toMatchObject({
      slackApiUrl: 'http://127.0.0.1:9/api/',
      redisUrl: 'rediss://example.org:6380/1',
      dataDir: '/var/lib/hands',
      keyDir: '/var/keys',
      logLevel: 'warn',
      locale: 'de',
    });
  });

  test('takes empty variables for absent ones, as .env.example leaves them', () => {
    expect(config({ ...socket, PORT: '', SLACK_SIGNING_SECRET: '  ', REDIS_URL: '', LOG_LEVEL: '' })).toEqual(
      config(socket),
    );
  });

  test('leaves blanks around a value out: they come from copying', () => {
    expect(config({ SLACK_BOT_TOKEN: ' xoxb-1\n', SLACK_APP_TOKEN: 'xapp-1 ' })).toEqual(config(socket));
  });

  test('ignores variables that are not ours', () => {
    expect(config({ ...socket, PATH: '/bin', HOME: '/root' })).toEqual(config(socket));
  });
});

describe('what is wrong with a configuration', () => {
  test('is said all at once', () => {
    const wrong = {
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: 'abc',
      REDIS_URL: 'localhost',
      SLACK_API_URL: 'slack.com',
      LOG_LEVEL: 'debug',
    };
    expect(problems(wrong)).toEqual([
      'SLACK_BOT_TOKEN must start with xoxb-',
      'SLACK_APP_TOKEN must start with xapp-',
      'SLACK_API_URL must be a URL such as http://127.0.0.1:3000/api/',
      'REDIS_URL must start with redis://, rediss:// or unix://, or with redis+sentinel:// or rediss+sentinel://',
      'LOG_LEVEL must be one of info, warn, error, silent: debug output of Slack’s libraries prints answers',
    ]);
  });

  test('with nothing set is which token is missing, and which of two doors', () => {
    expect(problems({})).toEqual([
      'SLACK_BOT_TOKEN is missing: the Bot User OAuth Token, which starts with xoxb-',
      'SLACK_APP_TOKEN is missing (Socket Mode), and so are SLACK_SIGNING_SECRET and PORT (HTTP): one of the two is needed',
    ]);
  });

  test.each([
    [{ ...bot, PORT: '3000' }, 'SLACK_SIGNING_SECRET is missing: HTTP needs it together with PORT'],
    [
      { ...bot, SLACK_SIGNING_SECRET: 's' },
      'PORT is missing: HTTP needs it together with SLACK_SIGNING_SECRET',
    ],
    [
      { ...socket, ...http },
      'Set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET with PORT, but not both: one is the way in',
    ],
  ])('is a door that is half or twice there: %j', (environment, sentence) => {
    expect(problems(environment)).toEqual([sentence]);
  });

  test.each(['3000', 'not a port'])('is not a PORT that the host has set beside an app token: %s', (PORT) => {
    expect(config({ ...socket, PORT, HOST: '0.0.0.0' })).toEqual(config(socket));
  });

  test('is ambiguous with an app token and a signing secret, whether there is a port or not', () => {
    expect(problems({ ...socket, SLACK_SIGNING_SECRET: 's' })).toEqual([
      'Set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET with PORT, but not both: one is the way in',
    ]);
  });

  test.each([
    ['redis://h/abc', 'REDIS_URL names a database that is not a number'],
    [
      'redis://u:p%ZZ@h/1',
      'REDIS_URL cannot be read: in names, passwords and paths a % must be written as %25',
    ],
    [
      'redis://u:p@h:port',
      'REDIS_URL cannot be read: it must look like redis://name:password@host:6379/0 or unix:///path/to/socket',
    ],
  ])('is an address of Redis that we cannot use, told with the rest: %s', (REDIS_URL, sentence) => {
    expect(problems({ ...socket, REDIS_URL, LOG_LEVEL: 'loud' })).toEqual([
      sentence,
      expect.stringContaining('LOG_LEVEL must be'),
    ]);
  });

  test.each(['0', '65536', '80.5', 'http', '-1', '3000x', '1e9'])('is a port that is none: %s', (PORT) => {
    expect(problems({ ...http, PORT })).toEqual(['PORT must be a whole number from 1 to 65535']);
    expect(problems({ ...http, OPS_PORT: PORT })).toEqual([
      'OPS_PORT must be a whole number from 1 to 65535',
    ]);
  });

  test.each(['1', '65535', '3000'])('is not a port such as %s', (PORT) => {
    expect(problems({ ...http, PORT })).toEqual([]);
  });

  test.each(['ftp://example.org', 'example.org', 'http//x'])(
    'is an address of Slack that is no URL: %s',
    (SLACK_API_URL) => {
      expect(problems({ ...socket, SLACK_API_URL })).toHaveLength(1);
    },
  );

  test.each(['fr', 'EN', 'de_DE.UTF-8'])('says which languages there are, for LOCALE=%s', (LOCALE) => {
    expect(problems({ ...socket, LOCALE })).toEqual([
      'LOCALE must be one of en, de: a language the app has words in',
    ]);
  });

  test('never quotes a token or a secret', () => {
    const secret = 'canary';
    const said = problems({
      SLACK_BOT_TOKEN: secret,
      SLACK_APP_TOKEN: secret,
      REDIS_URL: secret,
      LOG_LEVEL: secret,
    });
    expect(said).toHaveLength(4);
    expect(said.join()).not.toContain(secret);
  });
});

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').trim().split('\n');
  const assignments = lines.filter((line) => !line.startsWith('#'));
  const given = Object.fromEntries(
    assignments.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

  test('lists exactly the variables of the configuration, once each', () => {
    expect(assignments).toHaveLength(variableNames.length);
    expect(Object.keys(given).sort()).toEqual([...variableNames].sort());
  });

  test('explains each in the line before it', () => {
    for (const line of assignments) expect(lines[lines.indexOf(line) - 1]).toMatch(/^# \S/);
  });

  test('has the defaults where there are some', () => {
    expect(config({ ...given, ...socket })).toEqual(config(socket));
    expect(config({ ...given, ...http }).door).toEqual(config(http).door);
  });
});
