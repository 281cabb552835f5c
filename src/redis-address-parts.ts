/** What every form of address may have in common. */
export type Credentials = { readonly username?: string; readonly password?: string };

export const UNREADABLE =
  'REDIS_URL cannot be read: it must look like redis://name:password@host:6379/0 or unix:///path/to/socket';
export const NO_DATABASE = 'REDIS_URL names a database that is not a number';
export const COMMA =
  'REDIS_URL has a comma in an address: a list has a scheme for each, redis://a:6379,redis://b:6379';

/** Throws where a % is not written as %25. */
export function credentialsOf(url: URL): Credentials {
  return {
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
  };
}

/** The number of a database, 0 where there is none; `undefined` for what is not a number. */
export function databaseOf(text: string): number | undefined {
  if (text === '') return 0;
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** The host as a client takes it: without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '') || 'localhost';
