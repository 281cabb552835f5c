import type { Failure } from '../../../playground/stand-in/failures.ts';
import type { TeamId } from '../../../src/team-id.ts';
import { sizeOf } from './form.ts';
import type { Instance, Site } from './site.ts';

/** What Slack does to a call. `cut after`: it has done what was asked, and nobody hears of it. */
export type Trouble = '429' | '429 without an end' | '500' | 'hang' | 'cut' | 'cut after';

/** What the app calls a method for, and what comes of it when Slack fails at it. */
export type Use = {
  /** Slack's name of the method; `response_url` for a private line. */
  readonly method: string;
  readonly what: string;
  /** Whether the app waits by itself until a rate limit is over. */
  readonly isPatient?: true;
  /** Whether nobody waits for Slack as long as our clients would. */
  readonly isBrief?: true;
  /** Does what meets the trouble, and what a person would do then. Gives what they or the calendar get, in words. */
  readonly play: (stage: Stage) => Promise<string>;
  readonly wanted: { readonly [trouble in Trouble]?: string } & { readonly otherwise: string };
};

/** Where a use is played. */
export type Stage = {
  readonly site: Site;
  readonly instance: Instance;
  /** A channel that is used for nothing else. */
  readonly team: TeamId;
  /** Who has not answered the open pulse yet, and its channel and button. */
  readonly voting: { readonly user: string; readonly channel: string; readonly button: Button };
  /** Does something in which Slack fails. Meanwhile somebody else answers a pulse. */
  readonly meet: <Result>(act: () => Promise<Result>) => Promise<Result>;
};

export type Button = { readonly actionId: string; readonly value: string };

/** What Slack does, in the form that is played. Who waits for the end of a rate limit waits for a short one. */
export function troublesOf({ isPatient }: Use): readonly Trouble[] {
  const all: readonly Trouble[] = ['429', '429 without an end', '500', 'hang', 'cut', 'cut after'];
  if (isPatient) return sizeOf({ full: all.filter((one) => one !== '429 without an end'), short: ['cut'] });
  return sizeOf<readonly Trouble[]>({ full: all, short: ['429 without an end', '500', 'cut after'] });
}

export function failureFor({ isPatient }: Use, trouble: Trouble): Failure {
  const failures: { readonly [name in Trouble]: Failure } = {
    '429': { kind: 'rate-limited', retryAfterSeconds: isPatient ? 1 : 30 },
    '429 without an end': { kind: 'rate-limited' },
    '500': { kind: 'server-error' },
    hang: { kind: 'hang' },
    cut: { kind: 'cut' },
    'cut after': { kind: 'accept-then-cut' },
  };
  return failures[trouble];
}
