import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/duration.ts';
import { keys } from '../../../src/redis/keys.ts';
import { history } from '../../readout/samples.ts';
import { type Office, openOffice, team } from '../office.ts';

/** A team with two readouts of its question on workload, on a Slack that takes charts, or does not. */
async function officeOn(slack: { readonly takesCharts: boolean }) {
  const office = await openOffice();
  await office.enrolled();
  const shown = history([
    [0, 3],
    [2, 3],
  ]);
  office.clock.jumpTo((shown[1]?.closedAt ?? 0) + HOUR);
  await office.store.client.hset(keys.readouts(team), 'question:work-fits-hours', JSON.stringify(shown));
  office.standIn.workspace.takesCharts = slack.takesCharts;
  return office;
}

/** What somebody is answered, by the types of its blocks. */
async function summaryIn(office: Office) {
  const answers = await office.command('UANN', 'CTEAM', 'summary');
  return answers.map(({ body }) => ({
    text: String(body.text),
    types: JSON.stringify(body.blocks).match(/"type":"(header|section|data_visualization)"/g) ?? [],
  }));
}

const posts = ({ standIn }: Office) => standIn.responses.length;
const CHART = '"type":"data_visualization"';

describe('the summary', () => {
  test('has a chart where Slack takes it', async () => {
    const [answer, ...more] = await summaryIn(await officeOn({ takesCharts: true }));
    expect(more).toEqual([]);
    expect(answer?.types).toContain(CHART);
    expect(answer?.text).toContain('7 Jan few → 14 Jan most');
  });

  test('comes without it where Slack does not, and says the same', async () => {
    const office = await officeOn({ takesCharts: false });
    const [answer, ...more] = await summaryIn(office);
    expect(more).toEqual([]);
    expect(answer?.types).not.toContain(CHART);
    expect(answer?.text).toContain('7 Jan few → 14 Jan most');
    expect(office.receiver.lateErrors).toEqual([]);
  });

  test('remembers that for a day, for the workspace and in Redis', async () => {
    const office = await officeOn({ takesCharts: false });
    await summaryIn(office);
    const left = await office.store.client.pttl(keys.noCharts(team.workspace));
    expect(left).toBeGreaterThan(DAY - HOUR);
    expect(left).toBeLessThanOrEqual(DAY);
    office.standIn.workspace.takesCharts = true;
    expect((await summaryIn(office))[0]?.types).not.toContain(CHART);
    await office.store.client.del(keys.noCharts(team.workspace)); // A day later.
    expect((await summaryIn(office))[0]?.types).toContain(CHART);
  });

  test('remembers nothing where the message fails for another reason', async () => {
    const office = await officeOn({ takesCharts: true });
    office.standIn.failNext('response_url', { kind: 'server-error' });
    await summaryIn(office);
    expect(await office.store.client.exists(keys.noCharts(team.workspace))).toBe(0);
    expect((await summaryIn(office))[0]?.types).toContain(CHART);
  });

  test('remembers nothing either where Slack does not take it without a chart', async () => {
    const office = await officeOn({ takesCharts: true });
    for (let time = 0; time < 2; time += 1)
      office.standIn.failNext('response_url', { kind: 'error', code: 'invalid_blocks' });
    const before = posts(office);
    await summaryIn(office);
    expect(await office.store.client.exists(keys.noCharts(team.workspace))).toBe(0);
    expect(posts(office) - before).toBe(1); // That something went wrong.
  });
});
