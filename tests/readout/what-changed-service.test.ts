import { describe, expect, it } from 'vitest';
import type { Changed } from '../../src/readout/what-changed.ts';
import { createWhatChangedService } from '../../src/readout/what-changed-service.ts';
import { StoreError } from '../../src/redis/store-error.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import type { PostOutcome } from '../../src/slack/outcome.ts';
import type { Team } from '../../src/team/team.ts';
import { enrolled, team } from '../team/teams.ts';
import { wordingOf } from './samples.ts';

const away = new StoreError({ code: 'ECONNREFUSED', certainty: 'not-sent' });
const words = { question: 'work-fits-hours', text: 'Less.' };
const sent: PostOutcome = { kind: 'sent', ts: '1.2', channel: 'CTEAM' };

/** The service with what it posted and kept. */
function service(options: {
  readonly find?: () => Promise<Team | undefined>;
  readonly keep?: () => Promise<boolean>;
  readonly outcome?: PostOutcome;
}) {
  const posted: { readonly channel: string; readonly message: Message }[] = [];
  const kept: Changed[] = [];
  const { find = async () => team(), keep = async () => true, outcome = sent } = options;
  const { tell } = createWhatChangedService({
    store: {
      keepChanged: async (_, change) => {
        kept.push(change);
        return keep();
      },
    },
    teams: { find },
    gateway: {
      post: async (channel, message) => {
        posted.push({ channel, message });
        return outcome;
      },
    },
    clock: { now: () => enrolled },
    wordingOf,
  });
  return { posted, kept, tell: (by = 'UANN') => tell({ id: team().id, by }, words) };
}

describe('telling the team what was changed', () => {
  it('is posted once, then kept', async () => {
    const { tell, posted, kept } = service({});
    expect(await tell()).toEqual({ kind: 'posted', isHeard: true, isKept: true });
    expect(posted).toHaveLength(1);
    expect(kept).toEqual([{ at: enrolled, question: 'work-fits-hours' }]);
  });

  it.each([
    { kind: 'not-sent', code: 'ratelimited' },
    { kind: 'hopeless', code: 'is_archived' },
  ] as const)('is not kept where Slack refuses it: $code', async (outcome) => {
    const { tell, kept } = service({ outcome });
    expect(await tell()).toEqual({ kind: 'not-posted', code: outcome.code });
    expect(kept).toEqual([]);
  });

  it('is kept where it was probably posted', async () => {
    const { tell, kept } = service({ outcome: { kind: 'unknown', code: 'timeout' } });
    expect(await tell()).toEqual({ kind: 'posted', isHeard: false, isKept: true });
    expect(kept).toHaveLength(1);
  });

  it('is not posted where the store does not say who manages the team', async () => {
    const { tell, posted } = service({ find: () => Promise.reject(away) });
    expect(await tell()).toEqual({ kind: 'store-away' });
    expect(posted).toEqual([]);
  });

  it('is posted, and says so, where its date cannot be kept: nobody is to post it again', async () => {
    for (const keep of [() => Promise.reject(away), async () => false])
      expect(await service({ keep }).tell()).toEqual({ kind: 'posted', isHeard: true, isKept: false });
  });

  it('is for managers alone, and for nobody where there are none', async () => {
    expect(await service({}).tell('UBEN')).toEqual({ kind: 'not-manager', managers: ['UANN'] });
    const { tell, posted } = service({ find: async () => team({}, { managers: [] }) });
    expect(await tell()).toEqual({ kind: 'not-manager', managers: [] });
    expect(posted).toEqual([]);
  });
});
