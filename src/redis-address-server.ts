import {
  COMMA,
  type Credentials,
  credentialsOf,
  databaseOf,
  hostOf,
  NO_DATABASE,
  UNREADABLE,
} from './redis-address-parts.ts';

/** One Redis, at a host or a socket. */
export type ServerAddress = {
  readonly kind: 'server';
  readonly options: Credentials & {
    readonly host?: string;
    readonly port?: number;
    readonly path?: string;
    readonly db: number;
    readonly tls?: { readonly servername: string };
  };
  readonly where: string;
};

const FORMS =
  'REDIS_URL must start with redis://, rediss:// or unix://, or with redis+sentinel:// or rediss+sentinel://';

/**
 * Reads `redis://user:password@host:port/database`, the same with `rediss://` for TLS, or
 * `unix:///path/to/socket?db=1` (with credentials `unix://user:password@localhost/path`).
 */
export function readServerAddress(text: string): ServerAddress | string {
  if (!/^(rediss?|unix):\/\//.test(text)) return FORMS;
  if (!URL.canParse(text)) return text.includes(',') ? COMMA : UNREADABLE;
  const url = new URL(text);
  if (url.hostname.includes(',')) return COMMA;
  return url.protocol === 'unix:' ? socketAddress(url) : hostAddress(url);
}

function socketAddress(url: URL): ServerAddress | string {
  if (!['', 'localhost'].includes(url.hostname) || url.pathname.length < 2) return UNREADABLE;
  const db = databaseOf(url.searchParams.get('db') ?? '');
  if (db === undefined) return NO_DATABASE;
  const path = decodeURIComponent(url.pathname);
  return { kind: 'server', options: { path, db, ...credentialsOf(url) }, where: `the socket ${path}` };
}

function hostAddress(url: URL): ServerAddress | string {
  const host = hostOf(url);
  const port = Number(url.port || 6379);
  const db = databaseOf(url.pathname.slice(1));
  if (db === undefined) return NO_DATABASE;
  const tls = url.protocol === 'rediss:' ? { tls: { servername: host } } : {};
  return {
    kind: 'server',
    options: { host, port, db, ...tls, ...credentialsOf(url) },
    where: `${url.hostname || host}:${port}`,
  };
}
