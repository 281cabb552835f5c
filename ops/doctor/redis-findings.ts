import type { ServerFacts } from '../../src/redis/server-facts.ts';
import type { ServerSetting } from '../../src/redis/server-settings.ts';
import { bad, type Finding, ok, warn } from './finding.ts';

/** The oldest Redis that knows all commands of ours, and the oldest that is tested. */
const OLDEST = { usable: [6, 2], tested: [7, 0] } as const;

export function serverFindings(servers: readonly ServerFacts[]): readonly Finding[] {
  return servers.flatMap((server) => [
    versionFinding(server),
    ...roleFindings(server),
    ...savingFindings(server),
  ]);
}

function versionFinding({ where, version }: ServerFacts): Finding {
  const what = `Redis at ${where}`;
  if (version === undefined)
    return warn({ what, finding: 'does not tell its version', remedy: 'Make sure that it is 7 or newer' });
  if (isOlder(version, OLDEST.usable))
    return bad({
      what,
      finding: `version ${version} lacks commands that are used`,
      remedy: 'Use Redis 7 or newer',
    });
  if (isOlder(version, OLDEST.tested))
    return warn({
      what,
      finding: `version ${version} is older than what is tested`,
      remedy: 'Use Redis 7 or newer',
    });
  return ok(what, `version ${version}`);
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [found = 0, then = 0] = version.split('.').map(Number);
  return found < major || (found === major && then < minor);
}

function roleFindings({ where, role }: ServerFacts): readonly Finding[] {
  if (role !== 'slave') return [];
  const remedy = 'Give REDIS_URL the address of the master, or of the Sentinels';
  return [bad({ what: `Redis at ${where}`, finding: 'is a replica, which takes no writes', remedy })];
}

function savingFindings({ where, savesWell }: ServerFacts): readonly Finding[] {
  if (savesWell !== false) return [];
  const remedy = 'Look at its log, and at the space on its disk';
  return [bad({ what: `Redis at ${where}`, finding: 'could not write its append-only file', remedy })];
}

/** Settings without which the app works and keeps what it has, and yet they are unwise. */
const UNWISE = new Set(['notify-keyspace-events']);

export function settingFinding({ name, value, wanted, risk }: ServerSetting): Finding {
  const what = `Redis setting ${name}`;
  const line = `${name} ${wanted === '' ? '""' : wanted}`;
  if (value === undefined)
    return warn({ what, finding: 'not shown by this Redis', remedy: `Ask its provider for ${line}` });
  if (value === wanted) return ok(what, value === '' ? 'off' : value);
  return (UNWISE.has(name) ? warn : bad)({
    what,
    finding: `“${value}” instead of “${wanted}”: ${risk}`,
    remedy: `Write ${line} into redis.conf; until its next start also redis-cli CONFIG SET ${line}`,
  });
}
