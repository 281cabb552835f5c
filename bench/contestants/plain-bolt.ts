import { App, type BlockAction, HTTPReceiver } from '@slack/bolt';
import { Redis } from 'ioredis';

/**
 * Contestant (b): what one writes with Bolt's documentation open. HTTPReceiver and App with their defaults, a set of
 * those who have answered and a counter per option (which keeps no secret), respond().
 */
const { PORT = '', SLACK_SIGNING_SECRET: signingSecret = '', REDIS_URL = '' } = process.env;
const { SLACK_BOT_TOKEN: token = '', SLACK_API_URL: slackApiUrl = '' } = process.env;
const redis = new Redis(REDIS_URL.replace('unix://', ''));
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({ token, receiver, clientOptions: { slackApiUrl } });

app.action<BlockAction>(/^answer-pulse/, async ({ ack, action, body, respond }) => {
  await ack();
  const [pulse = '', choice = ''] = 'value' in action ? String(action.value).split('.') : [];
  const isFirst = await redis.sadd(`plain:${pulse}:answered`, body.user.id);
  if (isFirst) await redis.hincrby(`plain:${pulse}:tally`, choice, 1);
  const text = isFirst ? 'Added to the tally. Thank you.' : 'You have already answered.';
  const block = { type: 'section', text: { type: 'mrkdwn', text } } as const;
  await respond({ response_type: 'ephemeral', replace_original: false, text, blocks: [block] });
});

await app.start({ port: Number(PORT), host: '127.0.0.1' });
process.stdout.write('is running\n');
