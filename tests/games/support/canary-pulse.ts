import type { Response } from '../../../playground/stand-in/response-urls.ts';
import { type Content, readContent } from '../../../src/content.ts';
import { type ByLocale, byLocale } from '../../../src/locale.ts';
import { createLog } from '../../../src/log.ts';
import { answerAction, changeAction } from '../../../src/pulse/answer-view.ts';
import { changeValue } from '../../../src/pulse/button-value.ts';
import { everythingIn } from '../../redis/failures.ts';
import type { AttackedRedis } from './attacked-redis.ts';
import type { Place, Trouble } from './canary-failures.ts';
import { captureOutput } from './captured-output.ts';
import { openPulseWeek, sealIn } from './pulse-week.ts';
import { joined, opsSink, redisSinks, type Sinks, slackSink, watchedLog } from './sinks.ts';
import { startTape } from './tape.ts';

/** Words that must not be found anywhere: user ids and options are unique to one run, seals anyway. */
export type Canaries = { readonly people: readonly string[]; readonly options: readonly string[] };

export type CanaryPulse = Awaited<ReturnType<typeof openCanaryPulse>>;

/** A pulse of canaries, with an eye on every place where a word could end up. */
export async function openCanaryPulse(redis: AttackedRedis, { people, options }: Canaries) {
  const lines: string[] = [];
  const given: string[] = [];
  const errors: unknown[] = [];
  const seals = new Set<string>();
  const output = captureOutput();
  const log = watchedLog(
    createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
    given,
  );
  const store = await redis.openStore();
  let tape = await startTape(redis);
  let earlier: Sinks = new Map();
  const config = { ops: { port: 0, host: '127.0.0.1' } };
  const week = await openPulseWeek({ store, people, log, config, ports: { content: contentWith(options) } });
  const { world, record } = week;

  const place: Place = {
    redis,
    world,
    beforeKill: async () => {
      earlier = joined(earlier, await redisSinks(redis, tape));
      tape.stop();
    },
    afterRestart: async () => {
      await redis.restart();
      await redis.client.config('SET', 'rdbcompression', 'no');
      tape = await startTape(redis);
    },
  };

  function keepSeal(answers: readonly Response[]): string | undefined {
    const sealed = sealIn(answers);
    if (sealed !== undefined) seals.add(sealed);
    return sealed;
  }

  return {
    week,
    seals,
    errors,
    log,
    store,
    print: output.print,
    release: output.release,

    /**
     * Someone answers in the midst of a trouble, and once it is over tries again, changes, and breaks a button.
     * Returns what they were told in the midst of it.
     */
    async suffer({ around }: Trouble, user: string, choice: number): Promise<string> {
      let told: readonly Response[] = [];
      await around(place, async () => {
        told = await week.tap(user, choice);
      });
      const sealed = keepSeal(await week.tap(user, choice)) ?? keepSeal(told);
      if (sealed !== undefined) {
        await week.press(user, changeAction, changeValue({ pulseId: record.id, sealed }));
        await week.press(user, `${answerAction}.${choice}.en`, `${record.id}.${choice}.${user}.${sealed}`);
        keepSeal(await week.tap(user, (choice + 1) % options.length, sealed));
      }
      return told.map(({ body }) => String(body.text)).join('\n');
    },

    /** The last trouble: a tap that never ends. */
    hang: ({ around }: Trouble, user: string) => around(place, () => week.tap(user, 0)),

    async sinks(): Promise<Sinks> {
      const now = joined(earlier, await redisSinks(redis, tape));
      const thrown = [...errors, ...world.receiver.lateErrors].map(everythingIn).join('\n');
      return new Map([
        ...now,
        ['log', lines.join('')],
        ['what the log is given', given.join('\n')],
        ['standard output and error', output.text()],
        ['errors', thrown],
        ['/metrics and /readyz', await opsSink(world)],
        ['Slack', slackSink(world, options)],
      ]);
    },

    async close(): Promise<void> {
      tape.stop();
      await world.standIn.stop();
      await world.close();
      await store.close();
    },
  };
}

/** The real content with other texts on the buttons. */
function contentWith(options: readonly string[]): ByLocale<Content> {
  const content = readContent();
  return byLocale((locale) => markedContent(content[locale], options));
}

function markedContent(content: Content, options: readonly string[]): Content {
  const marked = (question: Content['questions'][number]) => ({
    ...question,
    options: question.options.map((option, at) => ({ ...option, text: options[at] ?? option.text })),
  });
  return {
    ...content,
    questions: content.questions.map(marked),
    wordingOf: (id) => {
      const wording = content.wordingOf(id);
      return { ...wording, question: marked(wording.question) };
    },
  };
}
