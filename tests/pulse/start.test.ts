import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { StartProblem } from '../../src/start-problem.ts';
import { recordingLog, temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { keyNumber } from './samples.ts';
import { withRedis } from './store-world.ts';
import { type TeamWorld, teamWorld } from './team-world.ts';

describeWithRedis('the app, when it starts', () => {
  const redis = withRedis();
  let there: TeamWorld | undefined;
  afterEach(async () => {
    await there?.world.close();
    there = undefined;
  });

  it('warns of keys on the disk of Redis’s files', async () => {
    const log = recordingLog();
    there = await teamWorld({ store: redis.store, log });
    expect(log.lines.join('\n')).toContain('is on the disk of Redis’s files: keep it out of their backups');
  });

  it('destroys the key of a pulse that never opened', async () => {
    const keyDir = await temporaryFolder();
    await writeFile(join(keyDir, 'TWORK-CTEAM-1000.key'), keyNumber(1), { mode: 0o600 });
    await writeFile(join(keyDir, 'notes.txt'), 'not ours');
    there = await teamWorld({ store: redis.store, config: { keyDir } });
    expect(await readdir(keyDir)).toEqual(['notes.txt']);
  });

  it('does not, where others could exchange its keys', async () => {
    const keyDir = join(await temporaryFolder(), 'keys');
    await mkdir(keyDir);
    await chmod(keyDir, 0o777);
    await expect(teamWorld({ store: redis.store, config: { keyDir } })).rejects.toThrow(StartProblem);
  });
});
