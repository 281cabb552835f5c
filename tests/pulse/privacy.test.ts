import { afterEach, describe, expect, it } from 'vitest';
import { promise } from '../../src/promise.ts';
import { keys } from '../../src/redis/keys.ts';
import { dateToken } from '../../src/slack/block-kit.ts';
import { version } from '../../src/version.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { keyNumber, team } from './samples.ts';
import { pulseKeys, withRedis } from './store-world.ts';
import { boss, mate, type Seen, type TeamWorld, teamWorld } from './team-world.ts';

describeWithRedis('/hands privacy', () => {
  const redis = withRedis();
  let there: TeamWorld;
  afterEach(() => there.world.close());
  const begin = async (options: Partial<Parameters<typeof teamWorld>[0]> = {}) => {
    there = await teamWorld({ store: redis.store, ...options });
    return there.open();
  };
  const privacy = (user: string = mate(7)): Promise<Seen> => there.command(user, 'privacy');

  describe('while a pulse is open', () => {
    it('is the same to the byte whatever colleagues do: answer, answer again, change or withdraw', async () => {
      await begin();
      const before = JSON.stringify(await privacy());
      const first = await there.tap(mate(0), 4);
      expect(JSON.stringify(await privacy())).toBe(before);
      await there.tap(mate(0), 1);
      expect(JSON.stringify(await privacy())).toBe(before);
      const changed = await there.change(mate(0), first, 1);
      expect(JSON.stringify(await privacy())).toBe(before);
      await there.change(mate(0), changed, 5);
      expect(JSON.stringify(await privacy())).toBe(before);
      for (const person of there.people) await there.tap(person, 2);
      expect(JSON.stringify(await privacy())).toBe(before);
    });

    it('is not the same once the pulse has closed: the comparison is not blind', async () => {
      await begin();
      const before = JSON.stringify(await privacy());
      await there.close();
      expect(JSON.stringify(await privacy())).not.toBe(before);
    });

    it('is the same for everyone who asks, the manager included', async () => {
      await begin();
      const before = JSON.stringify(await privacy(mate(0)));
      for (const user of [mate(1), boss, 'USTRANGER'])
        expect(JSON.stringify(await privacy(user))).toBe(before);
    });

    it('names every key of the pulse and nothing else that is not there', async () => {
      await begin();
      const { text } = await privacy();
      const stored = await redis.redis.client.keys(`hands:{${team.workspace}.${team.channel}}:*`);
      for (const key of pulseKeys) {
        expect(stored).toContain(key);
        expect(text).toContain(`\`${key}\``);
      }
      expect(text).not.toContain(keys.wrappedKey(team));
    });

    it('gives sizes that are those of what is stored', async () => {
      await begin();
      const { text } = await privacy();
      const [, count, bytes] = /: (\d+) tokens of (\d+) bytes/.exec(text) ?? [];
      const tokens = Object.entries(await redis.redis.client.hgetall(keys.tokens(team)));
      expect(tokens).toHaveLength(Number(count));
      for (const [token, entry] of tokens) expect(token.length + entry.length).toBe(Number(bytes));
      const [, tally] = /the locked total, (\d+) bytes/.exec(text) ?? [];
      expect(await redis.redis.client.strlen(keys.tally(team))).toBe(Number(tally));
    });

    it('gives the time to live in words, and the record as it was at opening', async () => {
      const opensAt = await begin();
      const { text } = await privacy();
      const date = (hours: number) => dateToken(opensAt + hours * 3_600_000, 'Europe/Berlin', 'en');
      expect(text).toContain(`kept until it closes on ${date(48)} and then deleted`);
      expect(text).toContain(
        `question “work-fits-hours”, 5 options, 8 people asked, 5 answers needed, opened ${date(0)}`,
      );
    });

    it('repeats nothing that is stored but the record: no token, no entry, no lane', async () => {
      await begin();
      for (const person of there.people) await there.tap(person, 2);
      const { text } = await privacy();
      const tokens = await redis.redis.client.hgetall(keys.tokens(team));
      for (const [token, entry] of Object.entries(tokens)) {
        expect(text).not.toContain(token.slice(0, 16));
        expect(text).not.toContain(entry.slice(8, 24));
      }
    });
  });

  it('says the promise, this team’s threshold, cadence and window, and the spacing', async () => {
    await begin({ settings: { minimumAnswers: 7, windowHours: 24 } });
    const { text } = await privacy();
    expect(text).toContain(promise(7, 'A', 'en'));
    expect(text).toContain('at least 7 answers before anything is shown');
    expect(text).toContain('open for 24 hours, never two within 5 days');
    expect(text).toContain('a pulse every week, ');
    expect(text).toContain('a level can be one step off, or one pulse late');
  });

  it('says that a small team’s pulses come every two weeks', async () => {
    await begin({ size: 7 });
    expect((await privacy()).text).toContain('a pulse every two weeks, ');
  });

  it('names key custody A and what it means', async () => {
    await begin();
    expect((await privacy()).text).toContain(
      'Key custody A: the key of a pulse is a file outside the database, destroyed when the pulse closes.',
    );
  });

  it('names key custody B, that it is weaker, and the wrapped key among what is stored', async () => {
    await begin({ config: { keyEncryptionKey: keyNumber(5) } });
    const { text } = await privacy();
    expect(text).toContain('Key custody B');
    expect(text).toContain('This is weaker than a file outside it');
    expect(text).toContain(`\`${keys.wrappedKey(team)}\``);
  });

  it('shows the Redis settings that matter, as they are now, and the version running', async () => {
    await begin();
    const { text } = await privacy();
    for (const part of ['maxmemory-policy noeviction', 'appendonly no', 'notify-keyspace-events off'])
      expect(text).toContain(part);
    expect(text).toContain(`Many Hands ${version}`);
    await redis.redis.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect((await privacy()).text).toContain('maxmemory-policy allkeys-lru');
    await redis.redis.client.config('SET', 'maxmemory-policy', 'noeviction');
  });

  it('says that nothing about answers is stored where no pulse is open', async () => {
    there = await teamWorld({ store: redis.store });
    expect((await privacy()).text).toContain('*No pulse is open:* nothing about answers is stored.');
  });

  it.each(['A', 'B'])(
    'fits into a message and has all of its words in its text (custody %s)',
    async (kind) => {
      await begin(kind === 'B' ? { config: { keyEncryptionKey: keyNumber(5) } } : {});
      const { text, blocks } = await privacy();
      expect(problemsOf('message', { text, blocks })).toEqual([]);
      const shown = there.world.standIn.responses.at(-1);
      expect(shown?.kind).toBe('ephemeral');
    },
  );
});
