import type { Random } from '../ports.ts';
import { StoreError } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import type { AnswerValue } from './button-value.ts';
import { seal, unseal } from './change-seal.ts';
import type { KeyCustody } from './key-custody.ts';
import type { PulseStore, VoteReply } from './pulse-store.ts';
import { receiptOf } from './receipt.ts';
import { type Lanes, maskedChange, maskedVote, PAD_SEED_BYTES, tokenOf } from './tally.ts';

/** Why a tap counted nothing, or (`uncertain`) why we cannot tell. */
export type Refusal =
  | Exclude<VoteReply, 'added'>
  /** The key is lost or exposed: the pulse cannot be counted. */
  | 'void'
  | 'not-counted'
  | 'uncertain'
  /** The seal of a change is not this person's, or was tampered with. */
  | 'not-yours'
  /** The answer has been changed since that button was shown. */
  | 'outdated';

/** A tap that counted, with the sealed value that can change it and a receipt: both go to this person alone. */
export type Counted = {
  readonly kind: 'added' | 'changed';
  readonly pulseId: string;
  readonly optionCount: number;
  readonly sealed: string;
  readonly receipt: string;
};
export type AnswerOutcome = Counted | { readonly kind: Refusal };

/** One tap: whose, on what, and the message it was on. */
export type Tap = AnswerValue & { readonly team: TeamId; readonly user: string; readonly ts: string };

type Attempt = { readonly version: number; readonly additions: Lanes; readonly r: string };

export type PulseAnswers = ReturnType<typeof createPulseAnswers>;

/** Taking answers, and changes of answers: one round trip to Redis each, none to Slack. */
export function createPulseAnswers(deps: {
  readonly store: PulseStore;
  readonly custody: KeyCustody;
  readonly random: Random;
}) {
  const { store, custody, random } = deps;

  return {
    /** Takes one person's answer, or their change of it where the tap carries a seal. */
    answer: (tap: Tap): Promise<AnswerOutcome> => orFailed(take(tap)),
  };

  async function take(tap: Tap): Promise<AnswerOutcome> {
    const pulseKey = await custody.read(tap.pulseId);
    if (typeof pulseKey === 'string') return whyNoKey(tap);
    const token = tokenOf(pulseKey, tap.user);
    const attempt =
      tap.sealed === undefined ? first(tap, pulseKey, token) : change(tap, pulseKey, token, tap.sealed);
    if (attempt === undefined) return { kind: 'not-yours' };
    return cast(tap, pulseKey, token, attempt);
  }

  function first({ choice, optionCount }: Tap, pulseKey: Buffer, token: string): Attempt {
    const r = freshR();
    return { version: 0, r, additions: maskedVote({ pulseKey, token, r, choice, optionCount }) };
  }

  function change(tap: Tap, pulseKey: Buffer, token: string, sealed: string): Attempt | undefined {
    const standing = unseal({ pulseKey, token, pulseId: tap.pulseId }, sealed);
    if (standing === undefined) return undefined;
    const to = { choice: tap.choice, version: standing.version + 1, r: freshR() };
    const additions = maskedChange({ pulseKey, token, optionCount: tap.optionCount, from: standing, to });
    return { version: standing.version, r: to.r, additions };
  }

  async function cast(tap: Tap, pulseKey: Buffer, token: string, attempt: Attempt): Promise<AnswerOutcome> {
    const { team, pulseId, ts, choice, optionCount } = tap;
    const reply = await store.castVote(team, { pulseId, token, ts, ...attempt });
    const isChange = attempt.version > 0;
    if (reply === 'already-answered') return { kind: isChange ? 'outdated' : reply };
    if (reply !== 'added') return { kind: reply };
    const version = attempt.version + 1;
    const sealed = seal({ pulseKey, token, pulseId }, { choice, version, r: attempt.r }, random);
    const receipt = receiptOf(pulseKey, token, version);
    return { kind: isChange ? 'changed' : 'added', pulseId, optionCount, sealed, receipt };
  }

  async function whyNoKey({ team, pulseId }: Tap): Promise<AnswerOutcome> {
    const open = await store.current(team);
    return { kind: open?.record.id === pulseId ? 'void' : 'closed' };
  }

  function freshR(): string {
    return random.bytes(PAD_SEED_BYTES).toString('hex');
  }
}

/** A tap whose outcome we do not know is said to be just that: the next tap tells. */
async function orFailed(answer: Promise<AnswerOutcome>): Promise<AnswerOutcome> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { kind: error.certainty === 'not-sent' ? 'not-counted' : 'uncertain' };
  }
}
