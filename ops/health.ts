import { SECOND } from '../src/duration.ts';
import type { Clock } from '../src/ports.ts';

/** A heartbeat comes every minute. */
const LONGEST_SILENCE = 90 * SECOND;

export const WELL = 'ok';
/** `ok`, or what is wrong in a few words. */
export type Health = { readonly redis: string; readonly slack: string; readonly heartbeat: string };

export type HealthDeps = {
  readonly clock: Clock;
  readonly pingRedis: () => Promise<unknown>;
  /** Whether Slack can reach us. */
  readonly isConnected: () => boolean;
  /** When the last heartbeat ended that could read the calendar (ms); `undefined` before the first. */
  readonly lastBeat: () => number | undefined;
};

/** Whether this process can do its work just now. */
export async function readHealth({ clock, pingRedis, isConnected, lastBeat }: HealthDeps): Promise<Health> {
  return {
    redis: await pingRedis().then(
      () => WELL,
      () => 'does not answer',
    ),
    slack: isConnected() ? WELL : 'not connected',
    heartbeat: heartbeatOf(lastBeat(), clock.now()),
  };
}

/** Each part, and whether it is well. */
export const wellness = (health: Health): Readonly<Record<string, boolean>> =>
  Object.fromEntries(Object.entries(health).map(([part, state]) => [part, state === WELL]));

export const isWell = (health: Health): boolean => Object.values(wellness(health)).every(Boolean);

function heartbeatOf(last: number | undefined, now: number): string {
  if (last === undefined) return 'not started';
  return now - last < LONGEST_SILENCE ? WELL : `none for ${Math.round((now - last) / SECOND)} seconds`;
}
