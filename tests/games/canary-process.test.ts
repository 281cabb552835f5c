import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../playground/free-port.ts';
import { SECOND } from '../../src/duration.ts';
import { answerAction } from '../../src/pulse/answer-view.ts';
import { answerValue } from '../../src/pulse/button-value.ts';
import { keys } from '../../src/redis/keys.ts';
import { eventually } from '../redis/stores.ts';
import { messageButton } from '../support/payloads.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type AttackedRedis, startAttackedRedis } from './support/attacked-redis.ts';
import { openPulseWeek, type PulseWeek, respondents, sealIn, team } from './support/pulse-week.ts';
import { startRealApp } from './support/real-app.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const PATIENCE = 60 * SECOND;
type RealApp = Awaited<ReturnType<typeof startRealApp>>;

/** CANARY once more, for the real program: what a process prints, its libraries included, ends up in many a log. */
describeWithRedis('what the real program prints', () => {
  const seed = seedOf('CANARY in a process');
  const mark = createHash('sha256').update(seed).digest('hex').slice(0, 10).toUpperCase();
  const people = respondents(8).map((user) => `${user}X${mark}`);
  const [ann = '', ben = '', cat = '', dan = '', eve = '', fay = ''] = people;
  let redis: AttackedRedis;
  let week: PulseWeek;
  let app: RealApp | undefined;
  let opsPort = 0;
  beforeAll(async () => {
    opsPort = await freePort();
    redis = await startAttackedRedis();
    week = await openPulseWeek({ store: await redis.openStore(), people });
    // The program goes by the real clock, for which every slot of the world is long past.
    await redis.client.del(keys.due());
  }, PATIENCE);
  afterAll(async () => {
    await app?.stop();
    await week?.world.close();
    await redis?.stop();
  });

  async function start(variant: 'as it is' | 'talkative'): Promise<RealApp> {
    const { standIn, keyDir } = week.world;
    const environment = {
      SLACK_BOT_TOKEN: standIn.workspace.bot.token,
      SLACK_API_URL: standIn.apiUrl,
      REDIS_URL: redis.url,
      KEY_DIR: keyDir,
      OPS_PORT: String(opsPort),
    };
    app = await startRealApp({ environment, variant });
    return app;
  }

  const answers = (user: string) => week.world.standIn.responses.filter((one) => one.user === user);

  /** Presses a button as Slack would tell the program; `done` says when all that comes of it has come. */
  async function press(to: RealApp, user: string, value: string, done = () => answers(user).length > 0) {
    const responseUrl = week.world.standIn.responseUrl(user, team.channel);
    const where = { channel: team.channel, workspace: team.workspace, responseUrl };
    const status = await to.send(messageButton({ ...where, user, value, actionId: `${answerAction}.1.en` }));
    expect(status).toBe(200);
    await eventually(done);
  }

  const pressValue = (choice: number): string =>
    answerValue({ pulseId: week.record.id, optionCount: week.record.optionCount, choice });

  it(
    'names nobody who answered and nothing they chose, whatever goes wrong; a talkative one does',
    async () => {
      const quiet = await start('as it is');
      await press(quiet, ann, pressValue(1));
      await press(quiet, ben, `${pressValue(1)}.${mark}`);
      // Twice: a kept connection that breaks is replaced once.
      week.world.standIn.failNext('response_url', { kind: 'cut' });
      week.world.standIn.failNext('response_url', { kind: 'cut' });
      await press(quiet, cat, pressValue(2), () => quiet.printed().includes('A handler failed'));
      await redis.kill();
      await press(quiet, dan, pressValue(3));
      await redis.restart();
      await eventually(() => quiet.printed().includes('redis-back'));
      await redis.client.config('SET', 'maxmemory', '1');
      await press(quiet, eve, pressValue(4));
      await redis.client.config('SET', 'maxmemory', '0');
      const pages = ['metrics', 'readyz'].map((name) => fetch(`http://127.0.0.1:${opsPort}/${name}`));
      const told = (await Promise.all((await Promise.all(pages)).map((page) => page.text()))).join();
      await quiet.stop();
      const talkative = await start('talkative');
      await press(talkative, fay, pressValue(0));
      await talkative.stop();

      const seals = [sealIn(answers(ann)), sealIn(answers(fay))];
      const words = [mark, week.record.id, ...seals.map((sealed) => sealed ?? 'no seal')];
      const hits = (text: string) => words.filter((word) => text.includes(word));
      recordGame({
        game: 'CANARY, the real process',
        attacker: `${hits(quiet.printed() + told).length} hits in all that it prints and tells operators`,
        control: `one that prints requests: ${hits(talkative.printed()).length} hits`,
      });
      expect(seals).not.toContain(undefined);
      expect(hits(quiet.printed())).toEqual([]);
      expect(hits(told)).toEqual([]);
      expect(told).toMatch(/many_hands_info.*redis: /s);
      expect(hits(talkative.printed())).toEqual([mark, week.record.id]);
    },
    PATIENCE,
  );
});
