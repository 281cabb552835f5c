import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';

const right = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const problemsWith = (environment: { readonly [name: string]: string }): readonly string[] => {
  const parsed = parseConfig({ ...right, ...environment });
  return 'problems' in parsed ? parsed.problems : [];
};
const configWith = (environment: { readonly [name: string]: string }) => {
  const parsed = parseConfig({ ...right, ...environment });
  if ('problems' in parsed) throw new Error(parsed.problems.join());
  return parsed.config;
};

describe('KEY_ENCRYPTION_KEY', () => {
  const key = randomBytes(32);

  it('is taken as 32 bytes in base64, in either alphabet, with or without the sign at its end', () => {
    const forms = [
      key.toString('base64'),
      key.toString('base64').replace('=', ''),
      key.toString('base64url'),
    ];
    for (const KEY_ENCRYPTION_KEY of forms)
      expect(configWith({ KEY_ENCRYPTION_KEY }).keyEncryptionKey).toEqual(key);
  });

  it('is absent where it is not set or empty: the keys are files then', () => {
    expect(configWith({}).keyEncryptionKey).toBeUndefined();
    expect(configWith({ KEY_ENCRYPTION_KEY: ' ' }).keyEncryptionKey).toBeUndefined();
  });

  it.each([
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['hexadecimal', key.toString('hex')],
    ['a password', 'correct horse battery staple'],
    ['one letter short', key.toString('base64').slice(1)],
    ['not of one alphabet', `${'A'.repeat(42)}!=`],
  ])('is refused when it is %s, with the command that makes one', (_what, KEY_ENCRYPTION_KEY) => {
    expect(problemsWith({ KEY_ENCRYPTION_KEY })).toEqual([
      'KEY_ENCRYPTION_KEY must be 32 random bytes in base64: openssl rand -base64 32',
    ]);
  });

  it('is not repeated in what is said about it', () => {
    const secret = 'not-a-key-but-somebodys-secret';
    expect(problemsWith({ KEY_ENCRYPTION_KEY: secret }).join()).not.toContain(secret);
  });
});

describe('output that would print answers', () => {
  it.each(['DEBUG', 'NODE_DEBUG'])('is refused at start: %s', (name) => {
    for (const value of ['*', 'ioredis:*', 'http', '0'])
      expect(problemsWith({ [name]: value })).toEqual([
        `${name} is set: it makes libraries print what passes through them, answers included. Unset it`,
      ]);
  });

  it('is not asked for by an empty variable', () => {
    expect(problemsWith({ DEBUG: '', NODE_DEBUG: '  ' })).toEqual([]);
  });

  it.each(['debug', 'trace', 'DEBUG', 'verbose'])('is refused as a level of the log: %s', (LOG_LEVEL) => {
    expect(problemsWith({ LOG_LEVEL }).join()).toContain(
      'LOG_LEVEL must be one of info, warn, error, silent',
    );
  });

  it('is told together with everything else that is wrong', () => {
    const problems = problemsWith({
      DEBUG: '*',
      NODE_DEBUG: 'net',
      KEY_ENCRYPTION_KEY: 'x',
      LOG_LEVEL: 'debug',
    });
    expect(problems).toHaveLength(4);
  });
});
