import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { areUp, type Instance, type Site } from './site.ts';

/** How long (ms) after the moment that chance chose the kill may come: about as long as a post is under way. */
const WITHIN = 120;
/** How long (ms) to wait for that moment at most: fewer posts may come than were waited for. */
const AT_MOST = 2_000;

export type Crew = Awaited<ReturnType<typeof startCrew>>;

/** Three processes, of which chance kills one after the other; the dead are replaced. */
export async function startCrew(site: Site, chance: Chance) {
  const crew = [await site.start(), await site.start(), await site.start()];
  await areUp(...crew);
  let killed = 0;

  async function kill(at: number): Promise<void> {
    crew[at]?.signal('SIGKILL');
    await crew[at]?.exit;
    killed += 1;
    crew[at] = await site.start();
  }

  return {
    killed: () => killed,

    /** Kills one of them at a random moment: just after a random one of the next `posts` posts, or at any time. */
    async killOne(posts: number): Promise<void> {
      const moment = site.wire.posts(chance.below(posts + 1));
      await Promise.race([moment, sleep(AT_MOST)]);
      await sleep(chance.below(WITHIN));
      await kill(chance.below(crew.length));
    },

    /**
     * Kills one that has posted, when Slack has taken the message and it does not know that yet: some time in the first
     * half of the next `posts` posts.
     */
    async killSender(posts: number): Promise<void> {
      await site.wire.posts(chance.below(Math.ceil(posts / 2)));
      const sender = await site.wire.keepNextAnswer();
      await kill(crew.findIndex(({ name }) => name === sender));
    },

    /** Waits until all three are there again. */
    whole: () => areUp(...(crew as Instance[])),
  };
}
