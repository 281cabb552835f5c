import { describe, expect, test } from 'vitest';
import type { RequestMemory } from '../../src/slack/repeat-check.ts';
import { homeOpened, messageButton, slashCommand, viewSubmission } from '../support/payloads.ts';
import { requestMemory } from './event-memory.ts';
import { fields, JSON_TYPE, listening, payload, statusOf } from './http-world.ts';

describe('the very same request, to another process', () => {
  const press = (actionId: string) => payload(messageButton({ actionId, value: 'x' }));
  const form = payload(viewSubmission({ callbackId: 'x', privateMetadata: '', values: {} }));

  /** The statuses that two processes with one memory give the same request, and what the second heard. */
  async function sentToTwo(body: string, requests: RequestMemory = requestMemory()) {
    const worlds = [await listening({ requests }), await listening({ requests })] as const;
    for (const { app } of worlds) app.view(/.*/, async ({ ack }) => ack());
    const type = body.startsWith('{') ? JSON_TYPE : {};
    const headers = { ...type, ...worlds[0].signature(body, {}) };
    const statuses = [];
    for (const { post } of worlds) statuses.push(await statusOf(post({ body, headers })));
    return { statuses, heard: worlds[1].heard, log: worlds[1].log.lines };
  }

  test.each([
    ['a command', fields(slashCommand())],
    ['a form', form],
    ['a button', press('confirm-removal')],
    ['a button that begins like an answer', press('answer-pulse-not')],
  ])('is refused: %s', async (_, body) => {
    const { statuses, heard, log } = await sentToTwo(body);
    expect([statuses, heard]).toEqual([[200, 401], []]);
    expect(log).toEqual(['warn: A request was refused {"code":"repeated","count":1}']);
  });

  test.each([
    ['an answer, which its version refuses', press('answer-pulse.2.en')],
    ['the button that changes one', press('change-answer')],
    ['an event, which is known by its id', JSON.stringify(homeOpened({ eventId: 'Ev1' }))],
  ])('is not asked for: %s', async (_, body) => {
    const requests = requestMemory();
    expect((await sentToTwo(body, requests)).statuses).toEqual([200, 200]);
    expect(requests.asked).toEqual([]);
  });

  test('is asked for where only one of several buttons is an answer', async () => {
    const one = messageButton({ actionId: 'answer-pulse.2.en', value: 'x' });
    const { actions } = messageButton({ actionId: 'confirm-removal', value: 'x' });
    const both = payload({ ...one, actions: [one.actions, actions].flat() });
    expect((await sentToTwo(both)).statuses).toEqual([200, 401]);
  });

  test('is taken where nothing can be remembered, or not in time', async () => {
    const away = async () => Promise.reject(new Error('Redis is away'));
    const silentOne = () => new Promise<boolean>(() => undefined);
    for (const isFirst of [away, silentOne])
      expect((await sentToTwo(fields(slashCommand()), { isFirst })).statuses).toEqual([200, 200]);
  });
});
