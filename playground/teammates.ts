import type { Clock, Random } from '../src/ports.ts';
import { type PlannedTap, planTaps } from './answer-plan.ts';
import { type Company, type CompanyChannel, teammates } from './company.ts';
import type { Control } from './control.ts';
import type { Narrator } from './narrator.ts';
import { answersIn, type News } from './news.ts';
import { yours } from './yours.ts';

type DueTap = PlannedTap & { readonly channel: CompanyChannel; readonly messageTs: string };

/** Simulated colleagues: they answer pulses with one tap, some virtual hours after the opening. */
export function createTeammates(deps: {
  readonly control: Control;
  readonly company: Company;
  readonly clock: Clock;
  readonly random: Random;
  readonly narrator: Narrator;
}) {
  const { control, company, clock, random, narrator } = deps;
  let planned: readonly DueTap[] = [];
  const begun = new Set<string>();

  return {
    /** Takes note of a pulse that has opened. */
    notice({ channel, kind, message }: News): void {
      if (kind !== 'pulse') return;
      const people = teammates(channel).filter((person) => person !== yours(channel));
      const optionCount = answersIn(message).length;
      const taps = planTaps({ people, openedAt: clock.now(), optionCount, random });
      planned = [...planned, ...taps.map((tap) => ({ ...tap, channel, messageTs: message.ts }))];
    },

    /** Does what is due by now. */
    async act(): Promise<void> {
      const due = planned.filter(({ at }) => at <= clock.now());
      planned = planned.filter((tap) => !due.includes(tap));
      for (const tap of due) await answer(tap);
    },
  };

  async function answer({ person, option, channel, messageTs }: DueTap): Promise<void> {
    const message = (await control.messages(channel.id)).find(({ ts }) => ts === messageTs);
    const button = message === undefined ? undefined : answersIn(message)[option];
    if (button === undefined) return; // The pulse has closed, or the channel was emptied.
    if (!begun.has(messageTs))
      narrator.tell(channel, 'taps', 'teammates begin to answer, each for themselves');
    begun.add(messageTs);
    await tapQuietly(control, company, { user: person.id, channel: channel.id, messageTs, button });
  }
}

type Tap = {
  readonly user: string;
  readonly channel: string;
  readonly messageTs: string;
  readonly button: Parameters<Control['forge']>[3];
};

/**
 * Taps, waits for the private line, and takes that line away: in Slack nobody else would see it, here everybody does.
 */
async function tapQuietly(control: Control, company: Company, tap: Tap): Promise<void> {
  const { user, channel, messageTs, button } = tap;
  const before = new Set((await control.ephemerals(user, channel)).map(({ ts }) => ts));
  await control.forge(user, channel, messageTs, button);
  const line = await control.ephemeral(user, channel, 'an answer to a tap', ({ ts }) => !before.has(ts));
  await control.takeAway(channel, line.ts, company.app.userId);
}
