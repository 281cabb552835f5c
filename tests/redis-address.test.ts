import { describe, expect, it } from 'vitest';
import { readRedisAddress } from '../src/redis-address.ts';

describe('the address of a Redis', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0 }],
    ['redis://cache.example:6380/3', { host: 'cache.example', port: 6380, db: 3 }],
    ['redis://cache.example/', { host: 'cache.example', port: 6379, db: 0 }],
    ['redis://[::1]:7000', { host: '::1', port: 7000, db: 0 }],
    ['redis://:pass@host', { host: 'host', port: 6379, db: 0, password: 'pass' }],
    ['redis://me:p%40ss%2F@host', { host: 'host', port: 6379, db: 0, username: 'me', password: 'p@ss/' }],
    ['rediss://host', { host: 'host', port: 6379, db: 0, tls: { servername: 'host' } }],
    ['unix:///run/redis.sock', { path: '/run/redis.sock', db: 0 }],
    ['unix:///run/with%20space.sock?db=2', { path: '/run/with space.sock', db: 2 }],
    ['unix://:pass@localhost/run/redis.sock', { path: '/run/redis.sock', db: 0, password: 'pass' }],
  ])('%s is understood', (url, options) => {
    expect(readRedisAddress(url)).toMatchObject({ options });
  });

  it.each([
    ['redis://me:secret@host:6380/1', 'host:6380'],
    ['redis://me:secret@[::1]', '[::1]:6379'],
    ['unix://me:secret@localhost/run/redis.sock', 'the socket /run/redis.sock'],
  ])('%s is named to people without its credentials', (url, where) => {
    expect(readRedisAddress(url)).toMatchObject({ where });
  });

  it.each([
    ['', /must start with redis:\/\/, rediss:\/\/ or unix:\/\//],
    ['localhost:6379', /must start with/],
    ['http://secret@host', /must start with/],
    ['redis//secret', /must start with/],
    ['redis://h/secret', /names a database that is not a number/],
    ['unix:///run/redis.sock?db=secret', /names a database that is not a number/],
    ['redis://h:secret', /must look like redis:\/\/name:password@host:6379\/0/],
    ['unix://secret', /must look like/],
    ['redis://u:secret%ZZ@h/1', /a % must be written as %25/],
    ['unix:///secret%ZZ', /a % must be written as %25/],
    ['redis://secret,host:6379', /has a comma in an address: a list has a scheme for each/],
    ['redis://secret:1,host:2', /has a comma in an address/],
  ])('"%s" is refused in a sentence that does not repeat it', isRefused);
});

describe('a list of addresses', () => {
  it('is a Cluster: the nodes, and what they have in common', () => {
    expect(readRedisAddress('redis://a.example:7000,redis://b.example,redis://[::1]:7002')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'a.example', port: 7000 },
        { host: 'b.example', port: 6379 },
        { host: '::1', port: 7002 },
      ],
      options: {},
      where: 'the Cluster a.example:7000, b.example:6379, [::1]:7002',
    });
  });

  it.each([
    ['the first alone', 'redis://me:p,%40@a,redis://b'],
    ['each alike', 'redis://me:p,%40@a, redis://me:p,%40@b'],
  ])('says how to sign in, which people are not told: %s', (_, url) => {
    expect(readRedisAddress(url)).toMatchObject({
      nodes: [{ host: 'a' }, { host: 'b' }],
      options: { username: 'me', password: 'p,@' },
      where: 'the Cluster a:6379, b:6379',
    });
  });

  it('may ask for TLS', () => {
    expect(readRedisAddress('rediss://a,rediss://b')).toMatchObject({ options: { tls: {} } });
  });

  it.each([
    ['redis://secret,rediss://b', /all must start with redis:\/\/, or all with rediss:\/\//],
    ['redis://a,unix:///run/secret.sock', /all must start with redis:\/\//],
    ['redis://a,http://secret', /must start with redis:\/\//],
    ['redis://a/0,redis://secret/1', /has database 0 only/],
    ['redis://:one@a,redis://:secret@b', /with different names or passwords/],
    ['redis://a,redis://:secret@b', /with different names or passwords/],
    ['redis://a,redis://b:secret', /cannot be read/],
    ['redis://a,redis://b,secret', /has a comma in an address/],
    ['redis://a,redis://u:secret%ZZ@b', /a % must be written as %25/],
  ])('"%s" is refused in a sentence that does not repeat it', isRefused);
});

describe('the address of Sentinels', () => {
  it('has them, what they watch, and how to sign in at the servers and at them', () => {
    const url =
      'redis+sentinel://me:p%40ss@one.example,two.example:26380,[::1]/the-master/3?sentinelUsername=s&sentinelPassword=t%26';
    expect(readRedisAddress(url)).toEqual({
      kind: 'sentinel',
      options: {
        sentinels: [
          { host: 'one.example', port: 26379 },
          { host: 'two.example', port: 26380 },
          { host: '::1', port: 26379 },
        ],
        name: 'the-master',
        db: 3,
        username: 'me',
        password: 'p@ss',
        sentinelUsername: 's',
        sentinelPassword: 't&',
      },
      where: 'the-master of the Sentinels one.example:26379, two.example:26380, ::1:26379',
    });
  });

  it('may ask for TLS, to Sentinels and servers', () => {
    expect(readRedisAddress('rediss+sentinel://one/m')).toMatchObject({
      options: { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true, db: 0 },
    });
  });

  it.each([
    ['redis+sentinel://secret:26379', /must name what the Sentinels watch: .*\/mymaster/],
    ['redis+sentinel://secret:26379/', /must name what the Sentinels watch/],
    ['redis+sentinel:///secret', /must look like redis\+sentinel:/],
    ['redis+sentinel://a,b:secret/m', /must look like redis\+sentinel:/],
    ['redis+sentinel://a,,secret/m', /must look like redis\+sentinel:/],
    ['redis+sentinel://a/m/secret', /a database that is not a number/],
    ['redis+sentinel://u:secret%ZZ@a/m', /a % must be written as %25/],
    ['redis+sentinel://u:sec@ret@a/m', /must look like redis\+sentinel:/],
  ])('"%s" is refused in a sentence that does not repeat it', isRefused);
});

function isRefused(url: string, sentence: RegExp): void {
  const refusal = readRedisAddress(url);
  expect(refusal).toMatch(sentence);
  expect(refusal).toMatch(/^REDIS_URL /);
  expect(refusal).not.toContain('secret');
}
