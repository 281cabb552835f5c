import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig, variableNames } from '../src/config.ts';

/** `INSTRUCTION rest`, continuation lines joined, comments left out. */
const instructions = readFileSync('Dockerfile', 'utf8')
  .replace(/\\\n/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+(.*)/s) as [string, string]);

const all = (name: string): readonly string[] =>
  instructions.filter(([instruction]) => instruction === name).map(([, rest]) => rest);
/** Those of the stage that becomes the image. */
const last = instructions.slice(instructions.findLastIndex(([instruction]) => instruction === 'FROM'));
const inLast = (name: string): readonly string[] =>
  last.filter(([instruction]) => instruction === name).map(([, rest]) => rest);

/** `ENV A=1 B=2` as an object. */
const environment = Object.fromEntries(
  inLast('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])),
);

const ignored = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the image', () => {
  it('has Node 24, in both stages', () => {
    expect(all('FROM').map((line) => line.split(' ')[0])).toEqual(Array(2).fill('node:24-bookworm-slim'));
  });

  it('runs as a user that is not root, from there on', () => {
    expect(inLast('USER')).toEqual(['node']);
    const after = last.slice(last.findIndex(([name]) => name === 'USER') + 1).map(([name]) => name);
    expect(after).toEqual(['HEALTHCHECK', 'CMD']);
  });

  it('starts the program itself, which hears signals, and not npm', () => {
    expect(inLast('CMD').map((line) => JSON.parse(line))).toEqual([['node', 'dist/src/main.js']]);
  });

  it('has what the program needs and no more', () => {
    expect(inLast('RUN')[0]).toContain('npm ci --omit=dev --omit=optional');
    expect(inLast('COPY')).toEqual(['package.json package-lock.json ./', '--from=build /app/dist dist']);
  });

  it('copies only what there is, all that the build needs, and what .dockerignore lets through', () => {
    const copied = all('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    for (const path of copied) expect(existsSync(path), path).toBe(true);
    const built: readonly string[] = JSON.parse(readFileSync('tsconfig.build.json', 'utf8')).include;
    expect(copied).toEqual(expect.arrayContaining([...built, 'content', 'manifest.yml', 'scripts']));
    expect(
      ignored
        .slice(1)
        .map((line) => line.slice(1))
        .sort(),
    ).toEqual([...new Set(copied)].sort());
  });

  it('lets nothing else in: no .env, no data, no keys', () => {
    expect(ignored[0]).toBe('*');
    expect(ignored.slice(1).every((line) => line.startsWith('!'))).toBe(true);
  });

  it('keeps keys in a volume that only the app may enter', () => {
    expect(inLast('RUN')[1]).toBe('install -d -o node -g node -m 700 /keys');
    expect(inLast('VOLUME')).toEqual(['/keys']);
    expect(environment.KEY_DIR).toBe('/keys');
  });

  it('looks after its health with Node, on the port that it sets', () => {
    const [check = ''] = inLast('HEALTHCHECK');
    const command = JSON.parse(check.slice(check.indexOf('[')));
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    expect(command[2]).toContain('/healthz');
    expect(() => new Function(command[2])).not.toThrow();
    expect(environment.OPS_PORT).toBe('9464');
  });

  it('sets variables that there are, to values that can be read', () => {
    const { NODE_ENV, ...ours } = environment;
    expect(NODE_ENV).toBe('production');
    for (const name of Object.keys(ours)) expect(variableNames).toContain(name);
    const parsed = parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ...ours });
    expect(parsed).toMatchObject({ config: { ops: { port: 9464, host: '127.0.0.1' }, keyDir: '/keys' } });
  });
});

const compose = z
  .object({
    services: z.object({
      app: z.object({
        environment: z.record(z.string(), z.string()),
        depends_on: z.object({ redis: z.object({ condition: z.string() }) }),
        volumes: z.array(z.string()),
        read_only: z.boolean(),
        tmpfs: z.array(z.string()),
        cap_drop: z.array(z.string()),
        security_opt: z.array(z.string()),
        stop_grace_period: z.string(),
        ports: z.array(z.unknown()).default([]),
      }),
      redis: z.object({
        image: z.string(),
        command: z.array(z.string()),
        volumes: z.array(z.string()),
        healthcheck: z.object({ test: z.array(z.string()) }),
        ports: z.array(z.unknown()).default([]),
      }),
    }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(readFileSync('compose.yaml', 'utf8')));

describe('compose.yaml', () => {
  const { app, redis } = compose.services;

  it('gives the app a root that it cannot write to, no privileges, and a place for scraps', () => {
    expect(app).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('has a Redis 7 that writes down everything each second and throws nothing away', () => {
    expect(redis.image).toMatch(/^redis:7/);
    const settings = Object.fromEntries(
      redis.command.flatMap((word, at) =>
        word.startsWith('--') ? [[word.slice(2), redis.command[at + 1]]] : [],
      ),
    );
    expect(settings).toEqual({
      appendonly: 'yes',
      appendfsync: 'everysec',
      save: '',
      'maxmemory-policy': 'noeviction',
      'slowlog-log-slower-than': '-1',
      'crash-log-enabled': 'no',
    });
  });

  it('keeps Redis’s data and the keys in volumes apart', () => {
    expect(redis.volumes).toEqual(['redis:/data']);
    expect(app.volumes).toEqual([`keys:${environment.KEY_DIR}`]);
    expect(Object.keys(compose.volumes).sort()).toEqual(['keys', 'redis']);
  });

  it('starts the app once Redis answers, and gives it time to end', () => {
    expect(app.depends_on.redis.condition).toBe('service_healthy');
    expect(redis.healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
    expect(Number.parseInt(app.stop_grace_period, 10)).toBeGreaterThan(10);
  });

  it('opens no port to the outside', () => {
    expect([...app.ports, ...redis.ports]).toEqual([]);
  });

  it('sets variables that there are, to values that can be read', () => {
    for (const name of Object.keys(app.environment)) expect(variableNames).toContain(name);
    const parsed = parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ...app.environment });
    expect(parsed).toMatchObject({ config: { redisUrl: 'redis://redis:6379', keyDir: '/keys' } });
  });
});
