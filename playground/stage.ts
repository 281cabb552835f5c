import type { Company, CompanyChannel } from './company.ts';
import type { Control } from './control.ts';
import { weekdayAndTime } from './fast-clock.ts';
import { type News, type NewsKind, newsWatch, plainWords } from './news.ts';
import type { Playground } from './playground.ts';
import type { Message } from './shapes.ts';
import { until } from './until.ts';
import type { JumpingClock } from './world/jumping-clock.ts';

export type Slots = Awaited<ReturnType<Playground['next']>>;

export type Stage = ReturnType<typeof createStage>;

/** Where a week is played by a script: one channel, a clock that jumps, and a transcript of what people see. */
export function createStage(deps: {
  readonly control: Control;
  readonly next: Playground['next'];
  readonly clock: JumpingClock;
  readonly company: Company;
  readonly channel: CompanyChannel;
  readonly print: (line: string) => void;
}) {
  const { control, next, clock, company, channel, print } = deps;
  const watch = newsWatch({ control, company });
  const heard: News[] = [];
  const say = (line: string) =>
    print(`${weekdayAndTime(clock.now(), channel.manager.timezone)}  #${channel.name}  ${line}`);
  const quote = (text: string) => {
    for (const line of plainWords(text, company).split('\n')) print(line === '' ? '' : `    | ${line}`);
  };
  return {
    control,
    clock,
    company,
    channel,
    /** One line of the transcript. */
    say,
    /** What stands somewhere, indented, as people read it. */
    quote,

    /** Does a part of the week; what goes wrong is told as something that was missing. */
    async step<T>(what: string, part: () => Promise<T>): Promise<T> {
      try {
        return await part();
      } catch (problem) {
        throw new Error(`Missing: ${what}. ${problem instanceof Error ? problem.message : String(problem)}`);
      }
    },

    /** Moves the clock to the channel's next slot of a kind. */
    async jumpTo(kind: keyof Slots): Promise<void> {
      const instant = (await next(channel.id))[kind];
      if (instant === undefined) throw new Error(`The calendar has no ${kind} for #${channel.name}.`);
      clock.jumpTo(instant);
    },

    /** Waits for the next thing of a kind that the app says to the channel, and writes it down. */
    async see(kind: NewsKind): Promise<Message> {
      const { message } = await until(`something of the kind “${kind}”`, async () => {
        heard.push(...(await watch()).filter((news) => news.channel.id === channel.id));
        const at = heard.findIndex((news) => news.kind === kind);
        return at === -1 ? undefined : heard.splice(0, at + 1).at(-1);
      });
      say('Many Hands posts:');
      quote(message.text ?? '');
      return message;
    },

    /** Does something as a person, and waits for the private line they get. */
    async privately(user: string, act: () => Promise<unknown>): Promise<string> {
      const before = new Set((await control.ephemerals(user, channel.id)).map(({ ts }) => ts));
      await act();
      const line = await control.ephemeral(user, channel.id, 'a private line', ({ ts }) => !before.has(ts));
      return line.text ?? '';
    },
  };
}
