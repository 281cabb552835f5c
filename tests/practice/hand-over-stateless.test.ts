import { describe, expect, test } from 'vitest';
import { createPeople } from '../../playground/world/people.ts';
import { createWorld } from '../../playground/world/world.ts';
import { MINUTE } from '../../src/duration.ts';
import { handOverFields as fields } from '../../src/practice/hand-over-input.ts';
import { keys } from '../../src/redis/keys.ts';
import { buttonsOf, seed, team } from '../listeners/office.ts';
import { entered, openHandOverOffice } from './hand-over-office.ts';

/** A second instance of the app, with nothing in its memory, on the Slack and the Redis of the first. */
async function secondInstance(office: Awaited<ReturnType<typeof openHandOverOffice>>) {
  const { standIn, store } = office;
  const config = { slackApiUrl: standIn.apiUrl };
  const world = await createWorld({
    workspace: seed,
    store,
    config,
    seed: 'another',
    start: office.clock.now(),
  });
  const people = createPeople({ standIn, receiver: world.receiver });
  return {
    close: world.close,
    async says(reply: string, messageTs: string) {
      const press = { user: 'UBEN', channel: 'DBEN', messageTs, value: '' };
      const answers = await people.press({ ...press, actionId: `${reply}-hand-over.card.en` });
      return answers.map(({ body }) => body.text);
    },
  };
}

describe('a hand-over has no state outside its message', () => {
  test('each step can be done by another instance of the app, with an empty Redis between them', async () => {
    const office = await openHandOverOffice();
    await office.handOver();
    for (const reply of ['talk', 'take']) {
      await office.store.client.flushall();
      const second = await secondInstance(office);
      expect(await second.says(reply, office.card()?.ts ?? '')).toEqual([]);
      await second.close();
    }
    expect(buttonsOf(office.card()?.blocks ?? [])).toEqual([]);
    expect(office.direct('UANN')).toEqual([
      expect.stringContaining('has been asked'),
      expect.stringContaining('would like to talk first'),
      expect.stringContaining('takes it'),
    ]);
    expect(office.standIn.workspace.scheduled).toHaveLength(1);
  });

  test('a form that one instance opened can be sent to another', async () => {
    const office = await openHandOverOffice();
    await office.say('handoff');
    const form = office.lastForm();
    const second = await openHandOverOffice({ store: office.store });
    expect(await second.send(form, entered)).toMatchObject({ acked: true, response: undefined });
    expect(second.card()?.text).toContain(entered[fields.outcome]);
  });
});

describe('Redis', () => {
  const outcome = 'zebra-outcome that nobody may find';
  const context = 'zebra-context that nobody may find';
  const secrets = ['UANN', 'UBEN', 'zebra', 'propose-first', 'customer'];
  /** Ann manages the team, so that her id is in Redis as that: Cat hands over. */
  const giver = 'UCAT';

  test('holds neither giver nor receiver nor a word of it at any step, in any key or value', async () => {
    const office = await openHandOverOffice();
    await office.enrolled();
    const managers = (await office.stored()).match(/UANN/g)?.length;
    const look = async () => {
      const stored = await office.stored();
      for (const secret of [giver, ...secrets.slice(1)]) expect(stored).not.toContain(secret);
      expect(stored.match(/UANN/g)?.length).toBe(managers);
      return stored;
    };
    await office.handOver({ [fields.outcome]: outcome, [fields.context]: context }, giver);
    await look();
    for (const reply of ['talk', 'take'] as const) {
      await office.says(reply);
      // A control: while the state stands there, sealed, it is seen.
      expect(await look()).toContain('card.hand-over.');
    }
  });

  test('forgets the sealed state within a minute', async () => {
    const office = await openHandOverOffice();
    await office.handOver();
    await office.says('talk');
    const names = await office.store.client.keys('hands:{card.*');
    expect(names).toHaveLength(1);
    const left = await office.store.client.pttl(names[0] ?? '');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(MINUTE);
  });

  test('would be caught with a word of it', async () => {
    const office = await openHandOverOffice();
    await office.store.client.set('hands:forgotten', outcome);
    expect(await office.stored()).toContain('zebra');
  });
});

test('no line of the log has a word of a hand-over or an id in it, whatever fails', async () => {
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  const office = await openHandOverOffice({ log: { info: write, warn: write, error: write } });
  const zebra = { [fields.outcome]: 'zebra', [fields.context]: 'zebra' };
  const failures = ['users.info', 'chat.postMessage', 'views.open', 'chat.update', 'chat.scheduleMessage'];
  for (const method of failures) {
    office.standIn.failNext(method, { kind: 'error', code: 'fatal_error' });
    await office.handOver(zebra).catch(() => undefined);
    await office.says('take').catch(() => undefined);
  }
  office.standIn.failNext('views.open', { kind: 'server-error' });
  await office.choose({
    user: 'UANN',
    callbackId: 'hand-over-message',
    at: { channel: 'CTEAM', text: 'zebra' },
  });
  expect(lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toMatch(/zebra|UANN|UBEN|CTEAM|DBEN/);
});

describe('what is counted', () => {
  const counted = async (office: Awaited<ReturnType<typeof openHandOverOffice>>) =>
    Object.values(await office.store.client.hgetall(keys.practice(team)));

  test('is a hand-over that was taken, once, for the team it came from', async () => {
    const office = await openHandOverOffice();
    await office.enrolled();
    await office.handOver();
    await office.says('talk');
    expect(await counted(office)).toEqual([]);
    const seen = structuredClone(office.card());
    await office.says('take');
    await office.says('take', seen ? { seen } : {});
    expect(await counted(office)).toEqual(['1']);
  });

  test('is none that came from elsewhere, or was not taken', async () => {
    const office = await openHandOverOffice();
    await office.enrolled();
    await office.handOver({}, 'UANN', 'CSMALL');
    await office.says('take');
    await office.handOver();
    await office.says('decline');
    expect(await counted(office)).toEqual([]);
    expect(await office.store.client.keys('*practice*')).toEqual([]);
  });
});
