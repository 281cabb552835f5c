import type { ClientOptions } from './client.ts';
import { StoreUnavailable } from './store-error.ts';

/** Where a Redis is: what ioredis needs, and how we name it to people (never with its credentials). */
export type Address = { readonly options: ClientOptions; readonly where: string };

const FORMS = 'redis://, rediss:// or unix:///path';

/**
 * Reads `redis://user:password@host:port/database`, the same with `rediss://` for TLS, or
 * `unix:///path/to/socket?db=1` (with credentials `unix://user:password@localhost/path`).
 *
 * @throws StoreUnavailable when it is none of these; the sentence does not repeat the URL.
 */
export function addressOf(url: string): Address {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'unix:') return socketAddress(parsed);
  if (parsed?.protocol === 'redis:' || parsed?.protocol === 'rediss:') return hostAddress(parsed);
  throw unreadable();
}

function unreadable(): StoreUnavailable {
  return new StoreUnavailable(`The Redis URL is not one we can read. It must begin with ${FORMS}.`);
}

function socketAddress(url: URL): Address {
  if (!['', 'localhost'].includes(url.hostname) || url.pathname.length < 2) throw unreadable();
  const path = decodeURIComponent(url.pathname);
  return {
    options: { path, db: database(url.searchParams.get('db') ?? ''), ...credentials(url) },
    where: `the socket ${path}`,
  };
}

function hostAddress(url: URL): Address {
  const host = url.hostname.replace(/^\[|\]$/g, '') || 'localhost';
  const port = Number(url.port || 6379);
  const tls = url.protocol === 'rediss:' ? { tls: { servername: host } } : {};
  return {
    options: { host, port, db: database(url.pathname.slice(1)), ...tls, ...credentials(url) },
    where: `${url.hostname || host}:${port}`,
  };
}

function credentials(url: URL): ClientOptions {
  return {
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
  };
}

function database(text: string): number {
  if (text === '') return 0;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new StoreUnavailable('The Redis URL names a database that is not a number.');
}
