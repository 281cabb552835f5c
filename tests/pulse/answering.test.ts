import { rm } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { HOUR } from '../../src/duration.ts';
import { answerActionId, answerReply } from '../../src/pulse/answer-view.ts';
import { answerValue } from '../../src/pulse/button-value.ts';
import type { Refusal } from '../../src/pulse/pulse-answers.ts';
import { receiptOf } from '../../src/pulse/receipt.ts';
import { FIRST_VERSION, tokenOf } from '../../src/pulse/tally.ts';
import { keys } from '../../src/redis/keys.ts';
import { eventually } from '../redis/stores.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type Company, colleague, company, manager } from './company.ts';
import { commandsDuring } from './monitor.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';

/** Every way in which a tap counts nothing: a new one is a type error here until it is named. */
const everyRefusal: { readonly [refusal in Refusal]: true } = {
  'already-answered': true,
  'not-on-pulse': true,
  closed: true,
  void: true,
  malformed: true,
  'not-counted': true,
  uncertain: true,
  'not-yours': true,
  'set-back': true,
  outdated: true,
};
const refusals = Object.keys(everyRefusal) as readonly Refusal[];

describeWithRedis('tapping an option of a pulse', () => {
  const redis = withRedis();
  let here: Company;
  const opened = async () => {
    here = await company({ store: redis.store });
    await here.open();
    return here;
  };
  afterEach(() => here.world.close());
  const stored = () => redis.redis.client.hgetall(keys.tokens(team));
  /** The receipt of a person's first answer. */
  const receiptFor = async (user: string) => {
    const pulseKey = await here.pulseKey();
    return receiptOf(pulseKey, tokenOf(pulseKey, user), FIRST_VERSION);
  };
  const pressWith = async (value: string, channel = team.channel) => {
    const press = { user: colleague(0), channel, messageTs: '1.1', actionId: 'answer-pulse.0', value };
    const [answer] = await here.world.press(press);
    return answer?.body.text;
  };

  it('is answered privately, in the words of the specification', async () => {
    const { tap, world } = await opened();
    expect(await tap(colleague(0), 3)).toBe(
      [
        'Added to the locked total. Once the pulse closes, nobody can find out which way, including us.',
        `Your receipt: \`${await receiptFor(colleague(0))}\`. If the pulse can be counted, the list under its result will have it.`,
        'You can change your answer from here while the pulse is open. Once this message is gone, what you chose last stands.',
      ].join('\n'),
    );
    expect(world.standIn.responses.map(({ kind, user }) => [kind, user])).toEqual([
      ['ephemeral', colleague(0)],
    ]);
    expect(problemsOfEverythingSent(world.standIn)).toEqual([]);
  });

  it('has the same answer whatever is tapped, but for the receipt, which the option has no part in', async () => {
    const { tap, people } = await opened();
    const answers = await Promise.all(people.map((user, at) => tap(user, at % 5)));
    const receipts = await Promise.all(people.map(receiptFor));
    expect(new Set(receipts).size).toBe(people.length);
    const without = answers.map((text, at) => text.split(receipts[at] ?? '').join('RECEIPT'));
    expect(new Set(without).size).toBe(1);
    expect(without[0]).toContain('Your receipt: `RECEIPT`.');
  });

  it('a second time says that the first answer stands, and changes nothing', async () => {
    const { tap } = await opened();
    await tap(colleague(0), 3);
    const before = await stored();
    expect(await tap(colleague(0), 1)).toBe(
      'You have already answered this pulse, and this tap changed nothing. To change an answer, use the button in the private line that followed it; if that is gone, your answer stands.',
    );
    expect(await stored()).toEqual(before);
  });

  it('five times at once counts once', async () => {
    const { tap } = await opened();
    const answers = await Promise.all([0, 1, 2, 3, 4].map((option) => tap(colleague(0), option)));
    expect(answers.filter((text) => text.startsWith('Added'))).toHaveLength(1);
    expect(answers.filter((text) => text.startsWith('You have already answered'))).toHaveLength(4);
    const answered = Object.values(await stored()).filter((entry) => entry.startsWith('00000001'));
    expect(answered).toHaveLength(1);
  });

  it('forty times at once, by eight people, counts eight', async () => {
    const { tap, people } = await opened();
    const taps = Array.from({ length: 40 }, (_, at) => tap(people[at % 8] ?? '', at % 5));
    const answers = await Promise.all(taps);
    expect(answers.filter((text) => text.startsWith('Added'))).toHaveLength(8);
    const entries = Object.values(await stored());
    expect(entries.filter((entry) => entry.startsWith('00000001'))).toHaveLength(8);
    expect(new Set(entries).size).toBe(8);
  });

  it('by the manager or a stranger counts nothing', async () => {
    const { tap } = await opened();
    expect(await tap(manager, 0)).toMatch(/You are not on it/);
    expect(await tap('USTRANGER', 0)).toMatch(/You are not on it/);
  });

  it('after the pulse has closed says so', async () => {
    const { close } = await opened();
    const { record } = await here.openPulse();
    await close();
    expect(await pressWith(`${record.id}.1.5`)).toBe('This pulse is closed. Nothing was counted.');
  });

  it('of a team that has been removed says that the pulse is closed', async () => {
    const { world, keyFiles } = await opened();
    const { record } = await here.openPulse();
    await world.app.rooms.teams.remove({ id: team, by: manager });
    expect(await keyFiles()).toEqual([]);
    expect(await pressWith(`${record.id}.1.5`)).toBe('This pulse is closed. Nothing was counted.');
  });

  it('whose key is lost says so, and counts nothing', async () => {
    const { tap, world } = await opened();
    await rm(world.keyDir, { recursive: true });
    const before = await stored();
    expect(await tap(colleague(0), 1)).toBe(
      'This pulse can no longer take answers: its key is lost or was exposed. Nothing was counted.',
    );
    expect(await stored()).toEqual(before);
  });

  it('with a button that somebody has tampered with counts nothing', async () => {
    const { world } = await opened();
    const before = await stored();
    const id = (await world.app.rooms.pulses.current(team))?.record.id;
    for (const value of [
      '',
      'x',
      `${id}.5.5`,
      `${id}.0.4`,
      `${id}.0.9`,
      `${id}.0`,
      `${id}.x.5`,
      `TWORK-CELSE-1.0.5`,
    ])
      expect(await pressWith(value)).toBe('This button does not fit the pulse. Nothing was counted.');
    expect(await pressWith('TWORK-CTEAM-1.0.5')).toMatch(/closed/);
    expect(await pressWith(`${id}.0.5`, 'CELSE')).toMatch(/does not fit/);
    expect(await stored()).toEqual(before);
  });

  it('is one command to Redis and no call to Slack', async () => {
    const { world, openPulse } = await opened();
    const { id: pulseId, optionCount } = (await openPulse()).record;
    const press = (user: string) =>
      world.press({
        ...{ user, channel: team.channel, messageTs: '1767790800.000001' },
        ...{ actionId: answerActionId(2, 'en'), value: answerValue({ pulseId, choice: 2, optionCount }) },
      });
    await press(colleague(0));
    const calls = world.standIn.calls.length;
    const commands = await commandsDuring(redis.redis, () => press(colleague(1)));
    const ours = commands.filter((command) => command.some((word) => word.includes('{TWORK.CTEAM}')));
    expect(ours.map(([name]) => name)).toEqual(['evalsha']);
    expect(world.standIn.calls).toHaveLength(calls);
  });

  it('has a fresh r in every attempt, refused ones included: no pad is used twice', async () => {
    const { world } = await opened();
    const id = (await world.app.rooms.pulses.current(team))?.record.id ?? '';
    const answer = { team, user: colleague(1), pulseId: id, choice: 2, optionCount: 5, ts: '1.1' };
    const commands = await commandsDuring(redis.redis, async () => {
      for (const choice of [2, 2, 4]) await world.app.rooms.answers.answer({ ...answer, choice });
    });
    const attempts = commands.filter((command) => command.includes(id));
    const entries = attempts.map((words) => words.find((word) => /^00000001[0-9a-f]{32}$/.test(word)));
    expect(new Set(entries).size).toBe(3);
    expect(new Set(attempts.map((words) => words.slice(-8).join())).size).toBe(3);
  });

  it('has a sentence for every way it can end', () => {
    const counted = {
      pulseId: 'TWORK-CTEAM-1',
      optionCount: 5,
      sealed: 'A'.repeat(66),
      receipt: 'ABCDE-FGHJK',
    };
    const texts = [
      ...refusals.map((kind) => answerReply({ kind }, 'A', 'en').text),
      ...(['added', 'changed'] as const).map((kind) => answerReply({ ...counted, kind }, 'A', 'en').text),
    ];
    expect(new Set(texts).size).toBe(refusals.length + 2);
    for (const kind of ['not-on-pulse', 'closed', 'void', 'malformed', 'not-counted'] as const)
      expect(answerReply({ kind }, 'A', 'en').text).toMatch(/[Nn]othing was counted|was not counted/);
    for (const kind of ['already-answered', 'not-yours'] as const)
      expect(answerReply({ kind }, 'A', 'en').text).toMatch(/changed nothing|Nothing was changed/);
  });

  it('while Redis does not answer is uncertain, and the next tap tells', { timeout: 30_000 }, async () => {
    const { tap } = await opened();
    await tap(colleague(1), 0);
    await redis.redis.client.client('PAUSE', 60_000, 'WRITE');
    expect(await tap(colleague(0), 2)).toBe(
      'We could not tell whether it counted. Tap again: “already answered”, or “changed since”, means it did.',
    );
    await redis.redis.client.client('UNPAUSE');
    await eventually(async () => /already answered/.test(await tap(colleague(0), 2)));
  });

  it('while Redis is away is not counted, and says so', { timeout: 30_000 }, async () => {
    const { world } = await opened();
    const id = (await world.app.rooms.pulses.current(team))?.record.id ?? '';
    await redis.redis.kill();
    await eventually(() => redis.store.client.status !== 'ready');
    expect(await pressWith(`${id}.1.5`)).toBe(
      'The app could not reach its store just now. Your answer was not counted, please try again.',
    );
    const elsewhere = `TWORK-CTEAM-${world.clock.now() - HOUR}`;
    expect(await pressWith(`${elsewhere}.1.5`)).toMatch(/Your answer was not counted/);
    await redis.redis.restart();
    await eventually(() => redis.store.client.status === 'ready');
  });
});
