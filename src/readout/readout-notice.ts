import type { CalendarService, RetryAdvice } from '../calendar/calendar-service.ts';
import { HOUR } from '../duration.ts';
import type { Clock } from '../ports.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import { type PostOutcome, together } from '../slack/outcome.ts';
import type { Team } from '../team/team.ts';
import type { Closing } from './readout.ts';
import { readoutNotice } from './readout-notice-view.ts';

export type ReadoutNoticeDeps = {
  readonly calendar: CalendarService;
  readonly gateway: Pick<Gateway, 'post' | 'channelsOf'>;
  readonly clock: Clock;
};

/** How long (ms) it is news that a readout is out: after that nobody is told any more who could not be before. */
const NEWS = HOUR;

/** Telling managers that a readout is out, once what the channel is told has been posted. */
export function createReadoutNotice({ calendar, gateway, clock }: ReadoutNoticeDeps) {
  return {
    /**
     * Tells each manager once: the record of a message of its own says that it was done, for all of them together, since
     * no record may name one. After a crash in between some are not told, and nobody twice. What keeps one of them
     * from being told concerns nobody else; only where nobody could be told it is tried again, while it is news.
     * `shown`: what the channel reads, where that is the readout.
     */
    async tell(
      team: Team,
      last: Closing,
      shown: Message | undefined,
    ): Promise<{ retry: RetryAdvice } | undefined> {
      const { managers, readoutNotice: setting } = team.settings;
      if (last.kind !== 'published' || setting === 'off' || managers.length === 0) return undefined;
      if (!(await isInChannel(team, last))) return undefined;
      const slot = { team: team.id, kind: 'notice', instant: last.closesAt } as const;
      const result = await calendar.sendOnce(slot, async () =>
        together(await Promise.all(managers.map((manager) => tellOne(manager, team, last, shown)))),
      );
      if (typeof result !== 'object' || !('retry' in result)) return undefined;
      // Where somebody else is telling them, that is theirs to end.
      const isOurs = result.retry.code !== 'under-way';
      return isOurs && clock.now() - last.closesAt < NEWS ? result : undefined;
    },
  };

  /** A direct message must not say what the channel does not. */
  async function isInChannel({ id: team }: Team, { closesAt: instant }: Closing): Promise<boolean> {
    const { state } = await calendar.record({ team, kind: 'closing', instant });
    return state === 'sent' || state === 'unknown';
  }

  async function tellOne(
    manager: string,
    team: Team,
    { question }: Closing,
    shown: Message | undefined,
  ): Promise<PostOutcome> {
    const isThere = await isMember(manager, team);
    if (isThere === false) return { kind: 'hopeless', code: 'not_in_channel' };
    const words = isThere ? shown : undefined;
    const message = readoutNotice({ team: team.id, question, shown: words }, team.settings.locale);
    return gateway.post(manager, message);
  }

  /** Whether a manager is still in the channel; `undefined` where Slack does not say. */
  async function isMember(manager: string, { id }: Team): Promise<boolean | undefined> {
    const channels = await gateway.channelsOf(manager).catch(() => undefined);
    return channels?.some((channel) => channel.id === id.channel);
  }
}
