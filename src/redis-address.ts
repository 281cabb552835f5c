/** Where a Redis is: what a client needs to reach it, and how we name it to people (never with its credentials). */
export type RedisAddress = {
  readonly options: {
    readonly host?: string;
    readonly port?: number;
    readonly path?: string;
    readonly db: number;
    readonly tls?: { readonly servername: string };
    readonly username?: string;
    readonly password?: string;
  };
  readonly where: string;
};

const FORMS = 'REDIS_URL must start with redis://, rediss:// or unix://';
const UNREADABLE =
  'REDIS_URL cannot be read: it must look like redis://name:password@host:6379/0 or unix:///path/to/socket';
const UNDECODABLE = 'REDIS_URL cannot be read: in names, passwords and paths a % must be written as %25';
const NO_DATABASE = 'REDIS_URL names a database that is not a number';

/**
 * Reads `redis://user:password@host:port/database`, the same with `rediss://` for TLS, or
 * `unix:///path/to/socket?db=1` (with credentials `unix://user:password@localhost/path`).
 *
 * @returns the address, or a sentence about what is wrong, which does not repeat the URL.
 */
export function readRedisAddress(text: string): RedisAddress | string {
  if (!/^(rediss?|unix):\/\//.test(text)) return FORMS;
  if (!URL.canParse(text)) return UNREADABLE;
  try {
    const url = new URL(text);
    return url.protocol === 'unix:' ? socketAddress(url) : hostAddress(url);
  } catch {
    return UNDECODABLE;
  }
}

function socketAddress(url: URL): RedisAddress | string {
  if (!['', 'localhost'].includes(url.hostname) || url.pathname.length < 2) return UNREADABLE;
  const db = database(url.searchParams.get('db') ?? '');
  if (db === undefined) return NO_DATABASE;
  const path = decodeURIComponent(url.pathname);
  return { options: { path, db, ...credentials(url) }, where: `the socket ${path}` };
}

function hostAddress(url: URL): RedisAddress | string {
  const host = url.hostname.replace(/^\[|\]$/g, '') || 'localhost';
  const port = Number(url.port || 6379);
  const db = database(url.pathname.slice(1));
  if (db === undefined) return NO_DATABASE;
  const tls = url.protocol === 'rediss:' ? { tls: { servername: host } } : {};
  return {
    options: { host, port, db, ...tls, ...credentials(url) },
    where: `${url.hostname || host}:${port}`,
  };
}

function credentials(url: URL) {
  return {
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
  };
}

function database(text: string): number | undefined {
  if (text === '') return 0;
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}
