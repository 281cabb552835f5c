import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../redis/stores.ts';
import { slack } from '../../stand-in/world.ts';
import { describeWithRedis, startPrivateRedis } from '../../support/private-redis.ts';
import { startProgram } from '../../support/program.ts';

const file = 'ops/doctor.ts';

describeWithRedis('npm run doctor', () => {
  it('reads .env, prints one line for each finding, and ends with 0 where nothing is bad', async () => {
    const { standIn } = await slack();
    const redis = await startPrivateRedis({ appendonly: true });
    const folder = await temporaryFolder();
    const { token, appToken } = standIn.workspace.bot;
    await writeFile(join(folder, '.env'), `SLACK_BOT_TOKEN=${token}\nREDIS_URL=${redis.url}\n`);
    const program = startProgram(
      { SLACK_APP_TOKEN: appToken, SLACK_API_URL: standIn.apiUrl },
      { folder, file },
    );
    expect((await program.exit).code).toBe(0);
    await redis.stop();
    const lines = program.printed().trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.slice(0, -1).every((line) => /^(ok|warn) {2,4}\S.*: \S/.test(line))).toBe(true);
    expect(lines.at(-1)).toMatch(/^(All is well|0 to mend, \d to think about)\.$/);
    expect(program.printed()).not.toContain(token);
    expect(program.printed()).not.toContain(appToken);
  });
});

it('ends with 1 where something is bad', async () => {
  const program = startProgram({}, { folder: await temporaryFolder(), file });
  expect((await program.exit).code).toBe(1);
  expect(program.printed()).toContain('bad   configuration: SLACK_BOT_TOKEN is missing');
  expect(program.printed()).toMatch(/2 to mend, \d to think about\.\n$/);
});

it('says so where the .env cannot be read', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.env'));
  const program = startProgram({}, { folder, file });
  expect((await program.exit).code).toBe(1);
  expect(program.printed()).toBe(
    'The doctor could not finish: The file .env in this folder cannot be read.\n',
  );
});
