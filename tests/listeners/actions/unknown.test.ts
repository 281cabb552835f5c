import { describe, expect, test } from 'vitest';
import type { LogFields } from '../../../src/ports.ts';
import { homeButton, messageButton, modalAction } from '../../support/payloads.ts';
import { openOffice } from '../office.ts';

async function listening() {
  const lines: (readonly [string, LogFields | undefined])[] = [];
  const note = (message: string, fields?: LogFields) => void lines.push([message, fields]);
  const office = await openOffice({ log: { info: note, warn: note, error: note } });
  return { ...office, lines };
}

describe('an action id nobody knows', () => {
  test.each(['', 'unknown', 'constructor', '__proto__', 'answer-pulsee', '.', 'x'.repeat(255)])(
    'is acked, and nothing else happens: “%s”',
    async (actionId) => {
      const office = await listening();
      const delivery = await office.receiver.send(messageButton({ actionId, value: 'whatever' }));
      await office.receiver.settled();
      expect(delivery).toEqual({ acked: true, response: undefined });
      expect(office.receiver.lateErrors).toEqual([]);
      expect(office.standIn.responses).toEqual([]);
      expect(office.lines).toContainEqual(['A button without a handler was pressed', undefined]);
    },
  );

  test('is acked on the Home tab and in a form too', async () => {
    const office = await listening();
    for (const body of [homeButton({ actionId: 'unknown' }), modalAction({ actionId: 'unknown' })]) {
      expect((await office.receiver.send(body)).acked).toBe(true);
    }
    await office.receiver.settled();
    expect(office.receiver.lateErrors).toEqual([]);
  });

  test('is not written into the log, and neither is what it carried', async () => {
    const office = await listening();
    await office.receiver.send(
      messageButton({ actionId: 'canary-id', value: 'canary-value', user: 'UCANARY' }),
    );
    await office.receiver.settled();
    expect(JSON.stringify(office.lines)).not.toMatch(/canary/i);
  });
});

test('a payload without its person is acked and comes to nothing', async () => {
  const office = await listening();
  const { user, ...rest } = messageButton({ actionId: 'keep-team' });
  expect((await office.receiver.send({ ...rest, user: { name: user.name } })).acked).toBe(true);
  await office.receiver.settled();
  expect(office.standIn.responses).toEqual([]);
});
