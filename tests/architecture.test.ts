import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, problemWith, roleOf, roomOf } from './architecture-rules.ts';

const folders = ['src', 'listeners', 'jobs', 'ops', 'playground', 'bench'] as const;

/** Programs, and what reads their environment. */
const entries = ['src/main.ts', 'src/env-file.ts', 'ops/doctor.ts'];

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Every import of a file, `export … from` and `import('…')` included. */
function importsOf(from: string, source: string): readonly Import[] {
  const found = source.matchAll(
    /^(?:import|export)\s+(type\s)?([^;'"]*?)\s*from\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  const bare = source.matchAll(/^import\s+'([^']+)'/gm);
  const lines = [...found].map(([, type, names = '', to, dynamic]) => ({
    to: to ?? dynamic ?? '',
    isTypeOnly: type !== undefined || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names),
  }));
  const all = [...lines, ...[...bare].map(([, to = '']) => ({ to, isTypeOnly: false }))];
  return all.map(({ to, isTypeOnly }) => ({ from, to: resolved(from, to), isTypeOnly }));
}

const resolved = (from: string, to: string): string =>
  to.startsWith('.') ? normalize(join(from, '..', to)) : to;

const read = (path: string): string => readFileSync(path, 'utf8');
const imports = files.flatMap((path) => importsOf(path, read(path)));

describe('the house', () => {
  test('has every import in the direction that the table allows', () => {
    expect(imports.map(problemWith).filter((problem) => problem !== undefined)).toEqual([]);
  });

  test('is read whole: files, rooms and imports are found', () => {
    expect(files.length).toBeGreaterThan(120);
    expect(imports.length).toBeGreaterThan(400);
    const rooms = new Set(files.filter((path) => path.startsWith('src/')).map(roomOf));
    expect([...rooms].sort()).toEqual([
      'base',
      'calendar',
      'home',
      'practice',
      'prompts',
      'pulse',
      'readout',
      'redis',
      'slack',
      'team',
    ]);
    const broken = imports.filter(
      ({ to }) => to.endsWith('.ts') && !files.includes(to) && !to.startsWith('tests/'),
    );
    expect(broken).toEqual([]);
  });

  test('has the outside world in ports: nothing but a program reads a clock, rolls a die or asks the process', () => {
    const outside = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\brandomBytes\(|\bconsole\./;
    const inside = files.filter(
      (path) => /^(src|listeners|jobs|ops)\//.test(path) && !entries.includes(path),
    );
    const reaching = inside.filter((path) => outside.test(withoutComments(read(path))));
    expect(reaching.filter((path) => roomOf(path) !== 'redis')).toEqual([]);
  });

  test('has what people read in words/, in every language: no sentence in views, forms, services or doors', () => {
    const elsewhere = files.filter((path) => /^(src\/\w+|listeners)\//.test(path) && !speaksEnglish(path));
    expect(elsewhere.flatMap((path) => sentencesIn(read(path)).map((text) => `${path}: ${text}`))).toEqual(
      [],
    );
  });

  test('finds a sentence where there is one', () => {
    const words = files.filter((path) => path.endsWith('/words/en.ts'));
    expect(words.length).toBe(9);
    const silent = words.filter((path) => sentencesIn(read(path)).length === 0);
    expect(silent).toEqual(['src/slack/words/en.ts']); // It has dates only.
    expect(sentencesIn("line('Nothing was changed.')")).toEqual(['Nothing was changed.']);
    expect(sentencesIn("throw new Error('not a level'); log.warn('A slot failed')")).toEqual([]);
  });

  test('has code of each kind', () => {
    const roles = new Set(files.map(roleOf));
    expect(roles.size).toBe(9);
  });
});

/** The words themselves; and what is said to whoever runs the app, to its log, or to whoever writes content. */
const speaksEnglish = (path: string): boolean =>
  /\/words\/|^src\/redis\/|^src\/slack\/(door|sign-in|http-exchange)\.ts$|^src\/pulse\/key-folder-check\.ts$|-catalogue\.ts$|^src\/(prompts\/prompt|pulse\/question)\.ts$/.test(
    path,
  );

/** Literals of two words or more, but for those of errors and log lines, and of ids that are stored. */
function sentencesIn(source: string): readonly string[] {
  const spoken = withoutComments(source)
    .replace(/(throw new \w+|log\.\w+)\((['`])[\s\S]*?\2/g, '')
    .replace(/export const participations = \[[^\]]*\]/, '');
  return [...spoken.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\\n]|\\.)*)`/g)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter((text) => /[A-Za-z’]+ [a-z’]+/.test(text) && !text.startsWith('many-hands '));
}

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the table refuses', () => {
  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    ['a service that knows a door', 'src/team/team-service.ts', 'listeners/services.ts', /below the doors/],
    ['a job in a room', 'src/calendar/calendar-service.ts', 'jobs/queue.ts', /below the doors/],
    [
      'a test helper in the product',
      'listeners/reply.ts',
      'tests/support/payloads.ts',
      /does not know its tests/,
    ],
    [
      'a pulse that knows the readout',
      'src/pulse/pulse-service.ts',
      'src/readout/level.ts',
      /pulse must not know readout/,
    ],
    [
      'a calendar that knows teams',
      'src/calendar/next-slot.ts',
      'src/team/team.ts',
      /calendar must not know team/,
    ],
    [
      'prompts that know the pulse',
      'src/prompts/rotation.ts',
      'src/pulse/question.ts',
      /prompts must not know pulse/,
    ],
    ['a pure file that reads a store', 'src/team/agenda.ts', 'src/team/team-store.ts', /A pure file decides/],
    [
      'a view that asks a service',
      'src/team/team-view.ts',
      'src/team/team-service.ts',
      /A view turns a value/,
    ],
    ['a view that asks Slack', 'src/pulse/pulse-view.ts', 'src/slack/gateway.ts', /A view turns a value/],
    [
      'a service at another room’s store',
      'src/readout/readout-service.ts',
      'src/pulse/pulse-store.ts',
      /never through their stores/,
    ],
    [
      'a store at another room’s store',
      'src/pulse/pulse-store.ts',
      'src/team/team-store.ts',
      /A store keeps its own/,
    ],
    ['a door at a store', 'listeners/commands/status.ts', 'src/team/team-store.ts', /belongs into a service/],
    [
      'the way to Slack that decides about teams',
      'src/slack/people.ts',
      'src/team/roster.ts',
      /slack must not know team/,
    ],
    ['the app in a room', 'src/team/team-service.ts', 'src/app.ts', /which knows everyone/],
    ['Redis in a service', 'src/team/team-service.ts', 'ioredis', /stores only/],
    ['Slack’s client in a service', 'src/team/team-service.ts', '@slack/web-api', /ask the gateway/],
    ['Bolt in a room', 'src/team/team-view.ts', '@slack/bolt', /stays at the doors/],
    ['the queue in a room', 'src/calendar/calendar-service.ts', 'bullmq', /stays in jobs/],
    ['the disk in a pure file', 'src/team/agenda.ts', 'node:fs', /pass a port/],
  ];

  test.each(refused)('%s', (_, from, to, sentence) => {
    expect(problemWith({ from, to, isTypeOnly: false })).toMatch(sentence);
  });

  test('a type from a room that must not be known', () => {
    const line = { from: 'src/pulse/pulse-view.ts', to: 'src/readout/readout.ts', isTypeOnly: true };
    expect(problemWith(line)).toMatch(/must not know readout/);
  });

  test('nothing that is only a type of a room below', () => {
    const line = { from: 'src/team/team-view.ts', to: 'src/team/team-service.ts', isTypeOnly: true };
    expect(problemWith(line)).toBeUndefined();
  });
});

describe('reading import lines', () => {
  test('finds them over several lines, types, re-exports, side effects and late ones', () => {
    const source = [
      "import {\n  one,\n  type Two,\n} from './one.ts';",
      "import type { Three } from '../three.ts';",
      "import { type Four, type Five } from 'four';",
      "export * from './five.ts';",
      "import 'six';",
      "const seven = await import('seven');",
    ].join('\n');
    const found = importsOf('src/team/x.ts', source).map(
      ({ to, isTypeOnly }) => `${to}${isTypeOnly ? ' (type)' : ''}`,
    );
    expect(found.sort()).toEqual(
      ['src/team/one.ts', 'src/three.ts (type)', 'four (type)', 'src/team/five.ts', 'six', 'seven'].sort(),
    );
  });
});
