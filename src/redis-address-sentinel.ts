import { type Credentials, credentialsOf, databaseOf, hostOf, NO_DATABASE } from './redis-address-parts.ts';

/** A Redis that Sentinels watch: they say which server is the master. Named as ioredis takes it. */
export type SentinelAddress = {
  readonly kind: 'sentinel';
  readonly options: Credentials & {
    readonly sentinels: { readonly host: string; readonly port: number }[];
    readonly name: string;
    readonly db: number;
    readonly sentinelUsername?: string;
    readonly sentinelPassword?: string;
    readonly tls?: Record<string, never>;
    readonly sentinelTLS?: Record<string, never>;
    readonly enableTLSForSentinelMode?: true;
  };
  readonly where: string;
};

const UNREADABLE =
  'REDIS_URL cannot be read: it must look like redis+sentinel://name:password@host:26379,host2:26379/mymaster';
const NO_NAME =
  'REDIS_URL must name what the Sentinels watch: redis+sentinel://host:26379,host2:26379/mymaster';

const FORM = /^redis(s?)\+sentinel:\/\/(?:([^@/]*)@)?([^@/?]*)([/?].*)?$/;

export const isSentinelAddress = (text: string): boolean => /^rediss?\+sentinel:\/\//.test(text);

/**
 * Reads `redis+sentinel://user:password@host:26379,host2:26379/mymaster/0`, the same with `rediss+sentinel://` for TLS
 * to Sentinels and servers. The credentials are the servers'; those of the Sentinels, where they have some, are
 * `?sentinelUsername=…&sentinelPassword=…`. There is no standard; this is the form most clients of other languages take.
 */
export function readSentinelAddress(text: string): SentinelAddress | string {
  const [, secure, user = '', listed = '', rest = ''] = FORM.exec(text) ?? [];
  const hosts = listed.split(',').map((host) => (host === '' ? '' : `redis://${host}`));
  const whole = `redis://${user}@host${rest}`;
  if (secure === undefined || ![...hosts, whole].every((one) => URL.canParse(one))) return UNREADABLE;
  const url = new URL(whole);
  const [name = '', database = ''] = url.pathname.slice(1).split('/');
  if (name === '') return NO_NAME;
  const db = databaseOf(database);
  if (db === undefined) return NO_DATABASE;
  const sentinels = hosts.map((host) => new URL(host)).map(addressOf);
  const tls = { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } as const;
  const options = { sentinels, name: decodeURIComponent(name), db, ...credentialsOf(url), ...signInOf(url) };
  return {
    kind: 'sentinel',
    options: { ...options, ...(secure === '' ? {} : tls) },
    where: `${options.name} of the Sentinels ${sentinels.map(({ host, port }) => `${host}:${port}`).join(', ')}`,
  };
}

const addressOf = (url: URL) => ({ host: hostOf(url), port: Number(url.port || 26_379) });

/** How to sign in at the Sentinels themselves. */
function signInOf({ searchParams }: URL) {
  const [username, password] = [searchParams.get('sentinelUsername'), searchParams.get('sentinelPassword')];
  return {
    ...(username ? { sentinelUsername: username } : {}),
    ...(password ? { sentinelPassword: password } : {}),
  };
}
