import { afterEach, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { allShortMemory, type History } from '../../src/readout/readout.ts';
import { readoutMessage } from '../../src/readout/readout-view.ts';
import { withReadout } from '../../src/readout/release.ts';
import { keys } from '../../src/redis/keys.ts';
import { type Company, type CompanyOptions, colleague, company, manager } from '../pulse/company.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { expectedReadout } from './expected.ts';
import { sampleReadout, wordingOf } from './samples.ts';

describeWithRedis('week after week', () => {
  const redis = withRedis();
  let here: Company;
  /** Each question's history as the rules make it of what was answered. */
  const expected = new Map<string, History>();
  const started = async (options: Omit<CompanyOptions, 'store'> = {}) => {
    expected.clear();
    here = await company({ store: redis.store, ...options });
    return here;
  };
  afterEach(() => here.world.close());
  /** One pulse: opens, everyone taps as told, closes. Returns what the channel was told last, which must fit. */
  const week = async (choices: readonly number[]) => {
    await here.open();
    for (const [person, option] of choices.entries()) await here.tap(colleague(person), option);
    const { record } = await here.openPulse();
    const pulseKey = await here.pulseKey();
    const history = allShortMemory(expected, record.closesAt).get(record.question) ?? [];
    await here.close();
    const text = here.textsSince(0).at(-1) ?? '';
    if (choices.length < record.threshold) return text;
    const now = withReadout(history, expectedReadout({ pulseKey, record, choices, history }));
    expected.set(record.question, now);
    const message = readoutMessage(wordingOf(record.question), now, 'en');
    expect(text).toBe(record.audience === 'everyone' ? message.text : 'Pulse closed. Thank you.');
    return text;
  };
  const calm = Array.from({ length: 8 }, () => 0);
  const strained = Array.from({ length: 8 }, () => 4);
  const summaryFor = async (user: string) =>
    String((await here.world.command(user, team.channel, 'summary'))[0]?.body.text);

  it('asks about workload twice and about asking for help in the third; tells the direction once two agree', async () => {
    await started();
    expect(await week(calm)).toMatch(/At most half of those who answered had more work.*the first time/s);
    expect(await week(strained)).toMatch(
      /At most half of those who answered had more work.*about the same as last time/s,
    );
    expect(await week(calm)).toMatch(/found it hard to ask for help.*the first time/s);
    expect(await week(strained)).toMatch(
      /More than half of those who answered had more work.*heavier than last time/s,
    );
    expect(await week(strained)).toMatch(/More than half.*had more work.*about the same as last time/s);
  });

  it('keeps eight readouts of a question and no more', { timeout: 60_000 }, async () => {
    await started();
    for (let pulse = 0; pulse < 14; pulse += 1) await week(pulse % 2 === 0 ? calm : strained);
    const stored = await redis.redis.client.hget(keys.readouts(team), 'question:work-fits-hours');
    expect(JSON.parse(stored ?? '[]')).toHaveLength(8);
    expect(JSON.parse(stored ?? '[]')).toEqual(expected.get('work-fits-hours'));
    const text = await summaryFor(manager);
    expect(text.match(/ → /g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('says too few without forgetting what was known, and the summary says so', async () => {
    await started();
    await week(calm);
    expect(await week([4, 4])).toMatch(/^Not enough answers to show anything safely/);
    const text = await summaryFor(manager);
    expect(text).toMatch(/At most half of those who answered had more work/);
    expect(text).toMatch(/The last pulse had too few answers/);
  });

  it('shows everybody the summary that the channel has seen, unless it is for managers only', async () => {
    await started();
    await week(calm);
    expect(await summaryFor(colleague(1))).toMatch(/At most half of those who answered/);
    const [answer] = await here.world.command(colleague(1), team.channel, 'summary');
    expect(answer?.kind).toBe('ephemeral');
    expect(problemsOf('message', answer?.body)).toEqual([]);
  });

  it('shows it to managers only where the team has chosen so, in the command and on the Home tab', async () => {
    await started({ settings: { audience: 'managers' } });
    await week(calm);
    expect(await summaryFor(manager)).toMatch(/At most half of those who answered/);
    expect(await summaryFor(colleague(1))).toBe(
      `In this team the summary is for its managers: <@${manager}>.`,
    );
    expect(JSON.stringify(await here.world.openHome(manager))).toMatch(/At most half of those who answered/);
    const home = JSON.stringify(await here.world.openHome(colleague(1)));
    expect(home).toContain(`<#${team.channel}>`);
    expect(home).not.toMatch(/of those who answered/);
  });

  it('forgets what is older than a year on writing, of questions no longer asked as well', async () => {
    await started();
    const old = sampleReadout({ closedAt: here.world.clock.now() - 364 * DAY });
    await redis.redis.client.hset(keys.readouts(team), 'question:stuck-alone', JSON.stringify([old]));
    await week(calm);
    const kept = await redis.redis.client.hkeys(keys.readouts(team));
    expect(kept.sort()).toEqual(['last', 'question:work-fits-hours']);
  });

  it('forgets what is older than a year on showing, even where no pulse has closed since', async () => {
    await started();
    await week(calm);
    here.world.clock.jumpTo(here.world.clock.now() + 366 * DAY);
    expect(await summaryFor(manager)).not.toMatch(/of those who answered/);
  });
});
