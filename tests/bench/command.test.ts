import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeWithRedis } from '../support/private-redis.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Runs `npm run bench` with these options; nothing is asserted about how fast anything is. */
function bench(
  ...options: readonly string[]
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const child = spawn('npm', ['run', '--silent', 'bench', '--', ...options], { cwd: project });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, printed }));
  });
}

describeWithRedis('npm run bench', () => {
  test('puts every contestant, each answer of whom counts, and the rest into one table', async () => {
    const { code, printed } = await bench(
      '--only',
      'answers,heartbeat,memory',
      '--rounds',
      '1',
      '--answers',
      '64',
    );
    const table = printed.slice(printed.indexOf('measured'));
    expect(code).toBe(0);
    for (const name of ['(a) bare', '(b) plain Bolt', '(c) Many Hands, HTTP', '(d) Many Hands, Socket Mode'])
      expect(table).toMatch(new RegExp(`^${name.replace(/[()]/g, '\\$&')}.* answers a second`, 'm'));
    expect(table).not.toContain('NOT COUNTED');
    expect(table).toMatch(/^a heartbeat, 100,000 teams, none due +[\d.]+ ms /m);
    expect(table).toMatch(/^a team of 8 after a year +[\d,]+ bytes/m);
    expect(table).toMatch(/^an open pulse of 500 people +[\d,]+ bytes/m);
  }, 120_000);

  test('says what it does not understand', async () => {
    const { code, printed } = await bench('--only', 'speed');
    expect(code).toBe(2);
    expect(printed).toContain('There is no section “speed”');
  });
});
