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
  ])('"%s" is refused in a sentence that does not repeat it', (url, sentence) => {
    const refusal = readRedisAddress(url);
    expect(refusal).toMatch(sentence);
    expect(refusal).toMatch(/^REDIS_URL /);
    expect(refusal).not.toContain('secret');
  });
});
