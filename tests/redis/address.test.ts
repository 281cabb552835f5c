import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/redis/address.ts';
import { StoreUnavailable } from '../../src/redis/store-error.ts';

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
    expect(addressOf(url).options).toEqual(options);
  });

  it.each([
    ['redis://me:secret@host:6380/1', 'host:6380'],
    ['redis://me:secret@[::1]', '[::1]:6379'],
    ['unix://me:secret@localhost/run/redis.sock', 'the socket /run/redis.sock'],
  ])('%s is named to people without its credentials', (url, where) => {
    expect(addressOf(url).where).toBe(where);
  });

  it.each([
    '',
    'localhost:6379',
    'http://secret@host',
    'redis//secret',
    'redis://h/secret',
    'redis://h:secret',
    'unix://secret',
  ])('"%s" is refused in a sentence that does not repeat it', (url) => {
    const refusal = refusalOf(url);
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(refusal?.message).toMatch(/^The Redis URL .*\.$/);
    expect(refusal?.message).not.toContain('secret');
  });
});

function refusalOf(url: string): Error | undefined {
  try {
    addressOf(url);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : undefined;
  }
}
