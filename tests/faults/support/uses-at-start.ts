import { areUp, type StartOptions } from './site.ts';
import type { Stage, Use } from './slack-use.ts';

/** What a process asks Slack before it takes anything in. */
export const usesAtStart: readonly Use[] = [
  {
    method: 'auth.test',
    what: 'signing in',
    isPatient: true,
    play: (stage) => startedBy(stage, { door: 'http' }),
    wanted: { otherwise: 'starts' },
  },
  {
    method: 'apps.connections.open',
    what: 'Socket Mode',
    isPatient: true,
    play: (stage) => startedBy(stage, { door: 'socket' }),
    wanted: { otherwise: 'starts' },
  },
];

/** Starts one more process and, once it works, ends it. */
function startedBy({ site, meet }: Stage, options: StartOptions): Promise<string> {
  return meet(async () => {
    const another = await site.start(options);
    await areUp(another);
    another.signal('SIGKILL');
    await another.exit;
    return 'starts';
  });
}
