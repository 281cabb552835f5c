import { expect, test } from 'vitest';
import { keys } from '../../src/redis/keys.ts';
import { firstClosing, firstOpening, firstPrompt, openOffice, others, team } from '../listeners/office.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { withQueue } from './queue-room.ts';

describeWithRedis('the queue and its worker', () => {
  const room = withQueue();
  const prompt = room.slot('prompt', firstPrompt);
  const isPrompt = (text: string) => text.includes('Try this week');

  test('a slot on the queue is posted, its record says so, and it leaves the queue', async () => {
    const office = room.office();
    await office.until(firstPrompt);
    expect(office.last()).toContain('Try this week');
    expect(await room.record('prompt', firstPrompt)).toMatchObject({ state: 'sent' });
    expect(room.lines()).toEqual([['A slot has run', { kind: 'prompt', outcome: 'sent' }]]);
    expect(await room.job(prompt)).toEqual({});
  });

  test('two instances on one Redis that beat at once post once', async () => {
    const office = room.office();
    const other = await openOffice({ store: room.store(), log: room.log });
    office.clock.jumpTo(firstPrompt);
    other.clock.jumpTo(firstPrompt);
    await Promise.all([office.app.beat(), other.app.beat()]);
    const posted = () => [...office.texts(), ...other.texts()].filter(isPrompt);
    const ended = () =>
      room.lines().filter(([text, fields]) => text === 'A slot has run' && fields?.outcome === 'sent').length;
    await expect.poll(ended).toBe(1);
    await room.settled();
    expect(posted()).toHaveLength(1);
  });

  test('a slot put twice runs once, and finds itself done the second time', async () => {
    const office = room.office();
    await office.until(firstPrompt);
    await office.app.rooms.calendar.forget(team);
    await room.redis().zadd(keys.due(), firstPrompt, 'TWORK.CTEAM.prompt');
    await office.beat();
    expect(office.texts().filter(isPrompt)).toHaveLength(1);
    expect(room.lines().at(-1)).toEqual(['A slot has run', { kind: 'prompt', outcome: 'already-done' }]);
  });

  test('other failures are tried again after two seconds, and what is kept of them is a code', async () => {
    room.office().standIn.failNext('chat.postMessage', { kind: 'error', code: 'team_access_not_granted' });
    expect(await room.putOff(prompt)).toBe(2_000);
    const job = await room.job(prompt);
    expect(job.failedReason).toBe('team_access_not_granted');
    expect(JSON.parse(job.stacktrace ?? '[]')).toEqual([]);
    expect(room.lines()).toContainEqual([
      'A slot could not run yet; it will be tried again',
      { kind: 'prompt', code: 'team_access_not_granted' },
    ]);
  });

  test('a message whose outcome is unknown is never posted again, and status says so', async () => {
    const office = room.office();
    office.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    await office.until(firstPrompt);
    expect(await room.record('prompt', firstPrompt)).toEqual({ state: 'unknown' });
    expect(office.texts().filter(isPrompt)).toHaveLength(1);
    expect(await office.say('status')).toMatch(/\*Last prompt:\* <!date\^\d+\^.*>: probably posted\./);
    await office.until(firstPrompt + 7 * 86_400_000);
    expect(await office.say('status')).not.toContain('probably posted');
  });

  test('a store that holds nonsense is a code in the log and in the queue', async () => {
    await room.redis().set(keys.rotation(team), 'canary');
    await room.putOff(prompt);
    expect(room.lines()).toContainEqual([
      'A slot failed and will be tried again',
      { kind: 'prompt', code: 'SyntaxError' },
    ]);
    expect(await room.queued()).not.toContain('canary');
    await room.redis().del(keys.rotation(team));
    await room.runNow(prompt);
    expect(room.office().last()).toContain('Try this week');
  });

  test('a job that is no slot ends at once, and with a word that quotes nothing', async () => {
    await room.queue().add('prompt', { canary: 'UCANARY' }, { jobId: 'nonsense', attempts: 5 });
    await expect.poll(async () => (await room.queue().getJob('nonsense'))?.failedReason).toBe('not-a-slot');
    expect(room.lines()).toContainEqual(['The queue held something that is no slot', undefined]);
  });

  test('nothing that the queue keeps names a person, through a whole pulse', async () => {
    const office = room.office();
    const seen: string[] = [];
    await office.until(firstOpening);
    const messageTs = office.posts().at(-1)?.ts ?? '';
    const [button = { actionId: '', value: '' }] = office.options();
    for (const user of others) await office.press({ user, channel: 'CTEAM', messageTs, ...button });
    office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    await room.putOff(room.slot('closing', firstClosing));
    seen.push(await room.queued());
    await room.redis().del(keys.heldBack('TWORK'));
    await room.runNow(room.slot('closing', firstClosing));
    seen.push(await room.queued());
    expect(seen[0]).toContain(`${keys.queuePrefix}:slots:TWORK-CTEAM-closing`);
    expect(seen[1]).not.toContain(`${keys.queuePrefix}:slots:TWORK-CTEAM-closing`);
    for (const user of ['UANN', 'UGUEST', ...others]) expect(seen.join('\n')).not.toContain(user);
  });
});
