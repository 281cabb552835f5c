import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../../playground/browser.ts';
import type { Seen } from '../../playground/browser-messages.ts';
import { company } from '../../playground/company.ts';
import { freePort } from '../../playground/free-port.ts';
import { type Playground, startPlayground } from '../../playground/playground.ts';
import { until } from '../../playground/until.ts';
import { createJumpingClock } from '../../playground/world/jumping-clock.ts';
import type { Log } from '../../src/ports.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';
import { levelSentence } from '../../src/readout/readout-view.ts';
import { expectedReadout } from '../readout/expected.ts';
import { wordingOf } from '../readout/samples.ts';

/** Monday 5 January 2026, 8:00 in Accra, where the first manager lives. */
const MONDAY = Date.UTC(2026, 0, 5, 8);
/** Real milliseconds between two heartbeats. */
const BEAT = 25;

export type Office = Awaited<ReturnType<typeof openOffice>>;

/**
 * The whole app against a local Slack, a browser in front of it, and a clock that only the test moves. Pictures go to
 * the folder that SCREENSHOTS names, if it names one.
 */
export async function openOffice() {
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  const log: Log = { info: () => undefined, warn: complain, error: complain };
  const clock = createJumpingClock(MONDAY);
  const playground = await startPlayground({
    port: await freePort(),
    door: 'socket',
    clock,
    log,
    beat: BEAT,
  });
  const browser = await openBrowser({ url: playground.url }).catch(async (problem: unknown) => {
    await playground.stop();
    throw problem;
  });
  return {
    ...browser,
    control: playground.control,
    company,
    /** Warnings and errors of the app so far. */
    complaints: complaints as readonly string[],

    /** Waits for a message with these words, and gives the last one. */
    seeMessage: (words: string): Promise<Seen> =>
      until(`a message with “${words}”`, async () =>
        (await browser.read()).findLast(({ text }) => text.includes(words)),
      ),

    /** Moves the clock to the channel's next slot of a kind. */
    async jumpTo(kind: keyof Awaited<ReturnType<Playground['next']>>, channel: string): Promise<void> {
      const instant = (await playground.next(channel))[kind];
      if (instant === undefined) throw new Error(`No ${kind} is planned for ${channel}.`);
      clock.jumpTo(instant);
    },

    /** Lets so much time pass (ms). */
    passes: (time: number): void => clock.jumpTo(clock.now() + time),

    /** What the app has asked of Slack by a method so far, the oldest first. */
    logged: async (method: string): Promise<readonly unknown[]> =>
      (await playground.control.log())
        .filter(({ summary }) => summary === method)
        .map(({ detail }) => detail),

    /**
     * What the open pulse of a channel must be shown as, the first of its question, if it closes with these options: its
     * key, which is there as long as it is open, fixes the noise.
     */
    async findingOf(channel: string, choices: readonly number[]): Promise<string> {
      const team = { workspace: company.workspace.id, channel };
      const open = await createPulseStore({ client: playground.store.client }).current(team);
      if (open === undefined) throw new Error('No pulse is open.');
      const { record } = open;
      const pulseKey = await readFile(join(playground.keyDir, `${record.id}.key`));
      const { level } = expectedReadout({ pulseKey, record, choices });
      return levelSentence(wordingOf(record.question).question, level, 'en');
    },

    /** Saves what is on the screen under a name, where someone wants to look at it. */
    async picture(name: string): Promise<void> {
      const folder = process.env.SCREENSHOTS;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await browser.screenshot(join(folder, `${name}.png`));
    },

    async close(): Promise<void> {
      await browser.close();
      await playground.stop();
    },
  };
}

/** The same with a team in #harbour, as its manager Ama sees it; what opens it is closed where that fails. */
export async function openHarbour(): Promise<Office> {
  const office = await openOffice();
  try {
    await office.actAs('Ama Quartey');
    await office.openChannel('harbour');
    await office.type('/hands setup mon 9:30');
    await office.seeMessage('added Many Hands to this channel');
    return office;
  } catch (problem) {
    await office.close();
    throw problem;
  }
}
