import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMetrics } from '../../ops/metrics.ts';
import { HOUR, SECOND } from '../../src/duration.ts';

const ready = async () => ({ redis: true, slack: false });

const filled = () => {
  const metrics = createMetrics({
    version: '1.2.3',
    queueDepth: async () => ({ waiting: 2, delayed: 1 }),
    ready,
  });
  metrics.slotRan('prompt', 'sent');
  metrics.slotRan('prompt', 'sent');
  metrics.slotRan('closing', 'retry');
  metrics.slotSent('prompt', 20 * SECOND);
  metrics.slotSent('prompt', 2 * HOUR);
  metrics.slotSent('opening', -SECOND);
  metrics.answersOfAnHour(new Map([['added', 9]]));
  metrics.slackFailed('is_archived');
  metrics.beat(1_767_600_000_000);
  return metrics;
};

const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
/** What docs/operations.md says is worth a message. */
const alerts = [...operations.matchAll(/^\| `(.*?many_hands_.*?)` /gm)].map(
  ([, expression = '']) => expression,
);

it('writes what was counted as Prometheus reads it', async () => {
  const lines = (await filled().page()).split('\n').filter((line) => !line.startsWith('#'));
  expect(lines).toEqual(
    expect.arrayContaining([
      'many_hands_info{version="1.2.3"} 1',
      'many_hands_slots_total{kind="prompt",outcome="sent"} 2',
      'many_hands_slots_total{kind="closing",outcome="retry"} 1',
      'many_hands_slot_lateness_seconds_bucket{le="15",kind="prompt"} 0',
      'many_hands_slot_lateness_seconds_bucket{le="30",kind="prompt"} 1',
      'many_hands_slot_lateness_seconds_bucket{le="21600",kind="prompt"} 2',
      'many_hands_slot_lateness_seconds_bucket{le="5",kind="opening"} 1',
      'many_hands_answers_total{outcome="added"} 9',
      'many_hands_slack_errors_total{code="is_archived"} 1',
      'many_hands_heartbeat_timestamp_seconds 1767600000',
      'many_hands_queue_slots{state="waiting"} 2',
      'many_hands_queue_slots{state="delayed"} 1',
      'many_hands_ready{part="redis"} 1',
      'many_hands_ready{part="slack"} 0',
    ]),
  );
});

it('has a help line and a type for each, and nothing of the process: processor time moves with every tap', async () => {
  const page = await filled().page();
  const named = [...page.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([
    'many_hands_answers_total',
    'many_hands_heartbeat_timestamp_seconds',
    'many_hands_info',
    'many_hands_queue_slots',
    'many_hands_ready',
    'many_hands_slack_errors_total',
    'many_hands_slot_lateness_seconds',
    'many_hands_slots_total',
  ]);
  expect([...page.matchAll(/^# HELP /gm)]).toHaveLength(named.length);
  expect(page).not.toMatch(/nodejs_|process_/);
});

it('counts for itself alone: two apps in one process share nothing', async () => {
  await filled().page();
  const other = createMetrics({ version: '1', queueDepth: async () => ({}), ready });
  expect(await other.page()).not.toMatch(/^many_hands_(slots|queue_slots|answers)\S* [1-9]/m);
});

it('says nothing of the queue while nobody can tell', async () => {
  const depths = [{ waiting: 4 }, {}];
  const metrics = createMetrics({ version: '1', queueDepth: async () => depths.shift() ?? {}, ready });
  expect(await metrics.page()).toContain('many_hands_queue_slots{state="waiting"} 4');
  expect(await metrics.page()).not.toContain('many_hands_queue_slots{');
});

it('has what an alert asks for from the start: an increase is only seen of what was there before', async () => {
  const page = await createMetrics({ version: '1', queueDepth: async () => ({}), ready }).page();
  const counted = alerts.filter((expression) => expression.startsWith('increase('));
  expect(counted).toHaveLength(2);
  for (const expression of counted) {
    const [, name = '', label = '', values = ''] = /\((\w+)\{(\w+)=~"([^"]+)"\}/.exec(expression) ?? [];
    for (const value of values.replaceAll('\\', '').split('|'))
      expect(page).toMatch(new RegExp(`^${name}\\{.*${label}="${value}".*\\} 0$`, 'm'));
  }
});

it('has an alert for a message that Slack refuses, for a way in that is closed, and for each bad token', () => {
  const all = alerts.join('\n').replaceAll('\\', '');
  expect(all).toContain('hopeless');
  expect(all).toContain('many_hands_ready{part="slack"} == 0');
  for (const code of ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'])
    expect(all).toContain(code);
});
