import { describe, expect, test } from 'vitest';
import { formValues } from '../../playground/form-values.ts';
import { addUser } from '../../playground/stand-in/workspace.ts';
import { handOverFields as fields } from '../../src/practice/hand-over-input.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { viewSubmission } from '../support/payloads.ts';
import { type Entered, entered, openHandOverOffice } from './hand-over-office.ts';
import { nasty } from './hand-overs.ts';

const { errors: words } = practiceWords('en').handOver;
const refusal = (errors: { readonly [block: string]: string }) => ({
  acked: true,
  response: { response_action: 'errors', errors },
});

/** Ann’s form with something changed: what it was answered with. Nothing may have been written to anybody. */
async function refused(changed: Entered, prepare?: (office: Office) => void) {
  const office = await openHandOverOffice();
  prepare?.(office);
  const answer = await office.handOver(changed);
  expect(
    office.standIn.calls.filter(({ outcome, method }) => outcome === 'ok' && method.startsWith('chat.')),
  ).toEqual([]);
  return answer;
}
type Office = Awaited<ReturnType<typeof openHandOverOffice>>;

describe('a form of a hand-over stays open, with a sentence and all that was typed', () => {
  test('where the first check-in is today, has been, or is too far ahead', async () => {
    for (const date of ['2026-01-05', '2025-12-31'])
      expect(await refused({ [fields.checkIn]: date })).toEqual(
        refusal({ [fields.checkIn]: words['not-after-today'] }),
      );
    expect(await refused({ [fields.checkIn]: '2026-05-06' })).toEqual(
      refusal({ [fields.checkIn]: words.tooFar('Monday 4 May') }),
    );
  });

  test('where the giver’s own calendar shows another day', async () => {
    const office = await openHandOverOffice();
    addUser(office.standIn.workspace, { id: 'UFAR', tz: 'Pacific/Kiritimati' });
    const evening = Date.UTC(2026, 0, 5, 11);
    office.clock.jumpTo(evening);
    expect(await office.handOver({ [fields.checkIn]: '2026-01-06' }, 'UFAR')).toEqual(
      refusal({ [fields.checkIn]: words['not-after-today'] }),
    );
    expect(await office.handOver({ [fields.checkIn]: '2026-01-06' })).toMatchObject({ response: undefined });
  });

  test('where it goes to oneself, an app, a deactivated account or nobody Slack shows', async () => {
    const people = {
      UANN: words.self,
      UBOT: words.bot,
      UGONE: words.deactivated,
      UNOBODY: words['not-known'],
    };
    for (const [user, sentence] of Object.entries(people)) {
      const prepare = ({ standIn }: Office) => addUser(standIn.workspace, { id: 'UGONE', deleted: true });
      expect(await refused({ [fields.to]: user }, prepare)).toEqual(refusal({ [fields.to]: sentence }));
    }
  });

  test('where something in it is too long or missing, all of it at once', async () => {
    const wrong = { [fields.outcome]: ' ', [fields.context]: 'x'.repeat(601), [fields.to]: null };
    expect(await refused(wrong)).toEqual(
      refusal({
        [fields.outcome]: words.empty,
        [fields.context]: words.tooLong(601, 600),
        [fields.to]: words.nobody,
      }),
    );
  });

  test.each([
    ['cannot say who somebody is', 'users.info', { kind: 'server-error' }, words['not-told']],
    [
      'is too busy to say who somebody is',
      'users.info',
      { kind: 'rate-limited', retryAfterSeconds: 30 },
      words['not-told'],
    ],
    [
      'is too busy to take the message',
      'chat.postMessage',
      { kind: 'rate-limited', retryAfterSeconds: 30 },
      words.busy,
    ],
    [
      'does not deliver it',
      'chat.postMessage',
      { kind: 'error', code: 'channel_not_found' },
      words['not-delivered']('channel_not_found'),
    ],
  ] as const)('where Slack %s', async (_what, method, failure, sentence) => {
    const prepare = ({ standIn }: Office) => {
      standIn.failNext(method, failure);
      if (method === 'users.info') standIn.failNext(method, failure);
    };
    const answer = await refused({}, prepare);
    expect(answer).toEqual(refusal({ [fields.to]: sentence }));
  });

  test('where Slack does not tell what the giver’s calendar shows', async () => {
    const office = await openHandOverOffice();
    expect(await office.handOver({}, 'UNOBODY')).toEqual(refusal({ [fields.to]: words.busy }));
    expect(office.card()).toBeUndefined();
  });

  test('where it comes back without what it was made with', async () => {
    const office = await openHandOverOffice();
    for (const privateMetadata of ['', '{}', '{"workspace":1}', 'nonsense']) {
      const answer = await office.submit('UANN', { callbackId: 'hand-over', privateMetadata }, {});
      expect(answer).toEqual(refusal({ [fields.outcome]: words.unreadable }));
    }
  });
});

describe('a form of a hand-over', () => {
  test('may name a guest', async () => {
    const office = await openHandOverOffice();
    expect(await office.handOver({ [fields.to]: 'UGUEST' })).toMatchObject({ response: undefined });
    expect(office.card('UGUEST')?.text).toContain(entered[fields.outcome]);
  });

  test('goes by UTC where the giver’s timezone is none', async () => {
    const office = await openHandOverOffice();
    addUser(office.standIn.workspace, { id: 'UODD', tz: 'Nowhere/At-all' });
    expect(await office.handOver({}, 'UODD')).toMatchObject({ response: undefined });
    expect(await office.says('take')).toEqual([]);
    expect(office.standIn.workspace.scheduled).toMatchObject([
      { post_at: Date.UTC(2026, 0, 12, 9, 30) / 1_000 },
    ]);
  });

  test('shows everything as text: in the card, in what the giver reads, and in the reminder', async () => {
    const office = await openHandOverOffice();
    const long = `${'w'.repeat(150)} ${nasty}`;
    await office.handOver({ [fields.outcome]: long, [fields.context]: long });
    await office.says('take');
    office.clock.jumpTo(Date.UTC(2026, 0, 13));
    for (const { text, blocks } of [...office.written('UBEN'), ...office.written('UANN')]) {
      expect(text).not.toContain('<!channel>');
      expect(text).not.toContain('<https://');
      expect(text).toContain('&lt;!channel&gt;');
      const typed = blocks.filter((block) => JSON.stringify(block).includes('evil.example'));
      expect(typed.length).toBeGreaterThan(0);
      for (const block of typed) expect(block).toMatchObject({ text: { type: 'plain_text', text: long } });
    }
  });

  test('closes where Slack does not say whether the card was posted: it is posted once, and the giver is told', async () => {
    for (const failure of [{ kind: 'server-error' }, { kind: 'accept-then-cut' }] as const) {
      const office = await openHandOverOffice();
      office.standIn.failNext('chat.postMessage', failure);
      expect(await office.handOver()).toMatchObject({ acked: true, response: undefined });
      const posts = office.standIn.calls.filter(({ method }) => method === 'chat.postMessage');
      expect(posts.map((call) => call.arguments.channel)).toEqual(['UBEN', 'UANN']);
      const [told] = office.direct('UANN');
      expect(told).toContain('Slack did not say whether my message reached <@UBEN>');
      expect(told).toContain(entered[fields.outcome]);
      expect(told).toContain(entered[fields.context]);
    }
  });

  test('can be answered all the same where its card arrived and Slack did not say so', async () => {
    const office = await openHandOverOffice();
    office.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    await office.handOver();
    expect(await office.says('take')).toEqual([]);
    expect(office.direct('UANN').at(-1)).toContain('<@UBEN> takes it');
  });
});

describe('a form of a hand-over while Slack is slow', () => {
  /** An office in which Slack keeps back one method from now on, until it is let go. */
  async function slowOffice(method: string) {
    let isHeld = false;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const office = await openHandOverOffice({
      ports: {
        fetch: async (input, init) => {
          if (isHeld && String(input).endsWith(method)) await held;
          return fetch(input, init);
        },
      },
    });
    await office.say('handoff');
    const form = office.lastForm();
    isHeld = true;
    const sent = viewSubmission({
      user: 'UANN',
      callbackId: form.callback_id,
      privateMetadata: form.private_metadata,
      values: JSON.parse(JSON.stringify(formValues(form, entered))),
    });
    return { office, sent, letGo };
  }

  test.each(['users.info', 'chat.postMessage'])(
    'closes in time (%s), and the giver reads what came of it',
    async (method) => {
      const { office, sent, letGo } = await slowOffice(method);
      expect(await office.receiver.send(sent)).toMatchObject({ acked: true, response: undefined });
      expect(office.direct('UANN')).toEqual([]);
      letGo();
      await office.receiver.settled();
      expect(office.card()?.text).toContain(entered[fields.outcome]);
      expect(office.direct('UANN')).toEqual([expect.stringContaining('<@UBEN> has been asked')]);
    },
  );

  test('closes in time, and the giver gets everything back that reached nobody', async () => {
    for (const code of ['user_not_found', 'channel_not_found']) {
      const method = code === 'user_not_found' ? 'users.info' : 'chat.postMessage';
      const { office, sent, letGo } = await slowOffice(method);
      await office.receiver.send(sent);
      for (let times = 0; times < (method === 'users.info' ? 2 : 1); times += 1)
        office.standIn.failNext(method, { kind: 'error', code });
      letGo();
      await office.receiver.settled();
      expect(office.card()).toBeUndefined();
      const [told, ...others] = office.direct('UANN');
      expect(others).toEqual([]);
      expect(told).toContain('I could not ask <@UBEN>.');
      expect(told).toContain('Nothing was handed over');
      expect(told).toContain(entered[fields.outcome]);
      expect(told).toContain(entered[fields.context]);
    }
  });
});
