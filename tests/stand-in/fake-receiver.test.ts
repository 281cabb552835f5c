import { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { fakeReceiver } from '../support/fake-receiver.ts';
import { slashCommand } from '../support/payloads.ts';
import { silent, slack } from './world.ts';

async function boltApp() {
  const { standIn } = await slack();
  const receiver = fakeReceiver();
  const app = new App({
    receiver,
    token: standIn.workspace.bot.token,
    clientOptions: { slackApiUrl: standIn.apiUrl },
    deferInitialization: true,
    logger: silent,
  });
  await app.init();
  return { standIn, receiver, app };
}

test('a payload reaches the real app, and its ack comes back', async () => {
  const { receiver, app } = await boltApp();
  app.command('/hands', async ({ ack, command }) => ack(`you said ${command.text}`));
  const delivery = await receiver.send(slashCommand({ text: 'help' }));
  expect(delivery).toEqual({ acked: true, response: 'you said help' });
});

test('the ack is not kept waiting by the work after it; settled waits for that', async () => {
  const { standIn, receiver, app } = await boltApp();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  app.command('/hands', async ({ ack, respond }) => {
    await ack();
    await gate;
    await respond('done');
  });
  const command = slashCommand({ response_url: standIn.responseUrl('UANN', 'CTEAM') });
  expect(await receiver.send(command)).toEqual({ acked: true, response: undefined });
  expect(standIn.responses).toEqual([]);
  open();
  await receiver.settled();
  expect(standIn.responses).toMatchObject([{ kind: 'ephemeral', user: 'UANN', body: { text: 'done' } }]);
});

test('a payload nobody acks is told from one that was', async () => {
  const { receiver, app } = await boltApp();
  app.command('/hands', async () => undefined);
  expect(await receiver.send(slashCommand())).toEqual({ acked: false, response: undefined });
});

test('what the app throws before the ack comes back with the delivery', async () => {
  const { receiver, app } = await boltApp();
  app.command('/hands', async () => {
    throw new Error('too early');
  });
  const delivery = await receiver.send(slashCommand());
  expect(delivery.acked).toBe(false);
  expect(String(delivery.error)).toContain('too early');
});

test('what the app throws after the ack is kept as a late error', async () => {
  const { receiver, app } = await boltApp();
  app.command('/hands', async ({ ack }) => {
    await ack();
    throw new Error('too late');
  });
  expect((await receiver.send(slashCommand())).acked).toBe(true);
  await receiver.settled();
  expect(receiver.lateErrors.map(String).join()).toContain('too late');
});

test('a repeated delivery says so', async () => {
  const { receiver, app } = await boltApp();
  const seen: unknown[] = [];
  app.use(async ({ context, next }) => {
    seen.push(context.retryNum);
    await next();
  });
  app.command('/hands', async ({ ack }) => ack());
  await receiver.send(slashCommand());
  await receiver.send(slashCommand(), { retry: 1 });
  expect(seen).toEqual([undefined, 1]);
});

test('sending without an app is a mistake in the test', async () => {
  await expect(fakeReceiver().send(slashCommand())).rejects.toThrow('pass this receiver to a Bolt App first');
});
