/**
 * The house as a table (docs/architecture.md): which file is what, which room knows which, and who may import whom.
 * A new file is pure unless its name or this table says otherwise, so whatever reaches outside has to say so here.
 */
export type Role =
  | 'pure'
  | 'view'
  | 'store'
  | 'service'
  | 'reader'
  | 'outside'
  | 'door'
  | 'playground'
  | 'top';

export type Import = { readonly from: string; readonly to: string; readonly isTypeOnly: boolean };

/** Roles that the name does not tell. */
const named: { readonly [path: string]: Role } = {
  'src/main.ts': 'top',
  'src/app.ts': 'top',
  'src/rooms.ts': 'top',
  'src/env-file.ts': 'top',
  'ops/doctor.ts': 'top',
  'ops/doctor/examine.ts': 'top',
  'ops/doctor/store-findings.ts': 'top',
  'ops/doctor/key-findings.ts': 'top',
  'ops/doctor/manifest-scopes.ts': 'reader',
  'src/content.ts': 'reader',
  'src/content-file.ts': 'reader',
  'src/version.ts': 'reader',
  'src/team/settings-form.ts': 'view',
  'src/team/team-announcements.ts': 'view',
  'src/team/team-enrolling.ts': 'service',
  'src/team/team-membership.ts': 'service',
  'src/team/team-suspension.ts': 'service',
  'src/calendar/slot-sending.ts': 'service',
  'src/practice/ask-cards.ts': 'service',
  'src/practice/ask-posting.ts': 'service',
  'src/practice/ask-pressing.ts': 'service',
  'src/practice/hand-over-cards.ts': 'view',
  'src/practice/hand-over-offering.ts': 'service',
  'src/practice/hand-over-replying.ts': 'service',
  'src/practice/message-names.ts': 'service',
  'src/pulse/pulse-answers.ts': 'service',
  'src/pulse/pulse-closing.ts': 'service',
  'src/pulse/wrapped-keys.ts': 'store',
  'src/pulse/key-folder.ts': 'outside',
  'src/pulse/key-folder-check.ts': 'outside',
  'src/pulse/custody-name.ts': 'outside',
  'src/pulse/stray-keys.ts': 'service',
  'src/pulse/pulse-preparing.ts': 'service',
  'src/readout/readout-closing.ts': 'service',
  'src/readout/readout-notice.ts': 'service',
  'src/make-folder.ts': 'outside',
  'src/redis/keys.ts': 'pure',
  'src/slack/block-kit.ts': 'pure',
  'src/slack/chart.ts': 'pure',
  'src/slack/form-fields.ts': 'pure',
  'src/slack/outcome.ts': 'pure',
};

const byName: readonly (readonly [RegExp, Role])[] = [
  [/^src\/.*\bwords\//, 'pure'],
  [/^(listeners|jobs|ops)\//, 'door'],
  [/^(playground|bench|scripts)\//, 'playground'],
  [/^src\/(redis|slack)\//, 'outside'],
  [/-service\.ts$/, 'service'],
  [/-store\.ts$/, 'store'],
  [/-view\.ts$/, 'view'],
  [/-catalogue\.ts$/, 'reader'],
];

export function roleOf(path: string): Role {
  return named[path] ?? byName.find(([pattern]) => pattern.test(path))?.[1] ?? 'pure';
}

/** `src/team/roster.ts` → `team`; files directly in src, and their words, are `base`; the doors are rooms of their own. */
export function roomOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  if (top !== 'src') return top;
  return third === undefined || second === 'words' ? 'base' : second;
}

/** The rooms a room may know, itself apart. The lower ones first. */
const knows: { readonly [room: string]: readonly string[] } = {
  base: [],
  redis: ['base'],
  slack: ['base'],
  calendar: ['base', 'redis', 'slack'],
  team: ['base', 'redis', 'slack', 'calendar'],
  practice: ['base', 'redis', 'slack', 'calendar', 'team'],
  prompts: ['base', 'redis', 'slack', 'calendar', 'team', 'practice'],
  pulse: ['base', 'redis', 'slack', 'calendar', 'team'],
  readout: ['base', 'redis', 'slack', 'calendar', 'team', 'pulse'],
  home: ['base', 'redis', 'slack', 'calendar', 'team', 'practice', 'prompts', 'pulse', 'readout'],
};

/** What a role may import, besides types; and where the code belongs that wants more. */
const mayImport: { readonly [role in Role]: { readonly roles: readonly Role[]; readonly advice: string } } = {
  pure: {
    roles: ['pure'],
    advice:
      'A pure file decides and does nothing else: pass what it needs as an argument, and act in the service.',
  },
  view: {
    roles: ['pure', 'view'],
    advice: 'A view turns a value into blocks: read the value in the service and pass it in.',
  },
  store: {
    roles: ['pure'],
    advice: 'A store keeps its own room’s keys: what concerns several rooms belongs into a service.',
  },
  reader: { roles: ['pure', 'reader'], advice: 'A reader reads content files and checks them, no more.' },
  service: {
    roles: ['pure', 'view', 'service'],
    advice: 'A service asks other rooms through their services, never through their stores.',
  },
  outside: {
    roles: ['pure'],
    advice:
      'The way out to Slack, Redis or the disk knows no use cases: decide in a pure file, act in a service.',
  },
  door: {
    roles: ['pure', 'view', 'service', 'door'],
    advice:
      'A door translates between the world and a service: what reads or writes a store belongs into a service.',
  },
  playground: {
    roles: ['pure', 'view', 'service', 'reader', 'outside', 'door', 'playground', 'top'],
    advice: '',
  },
  top: { roles: ['pure', 'view', 'store', 'service', 'reader', 'outside', 'door'], advice: '' },
};

/** What is allowed although the roles do not say so, with the reason. */
const exceptions: readonly { readonly from: RegExp; readonly to: string; readonly why: string }[] = [
  { from: /^src\/\w+\/.*-(store|service)\.ts$/, to: 'src/redis/store-error.ts', why: 'what a failure means' },
  {
    from: /^src\/pulse\/pulse-(answers|closing)\.ts$/,
    to: 'src/redis/store-error.ts',
    why: 'what a failure means to a person, and to a pulse',
  },
  {
    from: /^src\/practice\/ask-posting\.ts$/,
    to: 'src/redis/store-error.ts',
    why: 'what a failure means to whoever asks',
  },
  {
    from: /^listeners\/surprise\.ts$/,
    to: 'src/redis/store-error.ts',
    why: 'what a failure means to a person',
  },
  {
    from: /^listeners\/commands\/setup\.ts$/,
    to: 'src/pulse/question-catalogue.ts',
    why: 'the first questions',
  },
  {
    from: /^src\/(redis\/private-server|pulse\/key-folder-check)\.ts$/,
    to: 'src/make-folder.ts',
    why: 'a folder for its owner alone',
  },
  { from: /^src\/readout\/.*-view\.ts$/, to: 'src/readout/action-catalogue.ts', why: 'the step of a level' },
];

/** Packages and parts of Node that only some may touch. */
const guarded: readonly { readonly name: RegExp; readonly by: RegExp; readonly advice: string }[] = [
  {
    name: /^@slack\/bolt$/,
    by: /^(listeners\/|src\/app\.ts|src\/slack\/)/,
    advice: 'Bolt stays at the doors.',
  },
  {
    name: /^@slack\/web-api$/,
    by: /^src\/slack\//,
    advice: 'Slack is called in src/slack only: ask the gateway.',
  },
  { name: /^@slack\/types$/, by: /^(src\/slack\/|.*-(view|form)\.ts$)/, advice: 'Blocks are made in views.' },
  {
    name: /^ioredis$/,
    by: /^src\/(redis\/|pulse\/wrapped-keys\.ts$|\w+\/.*-store\.ts$)/,
    advice: 'Redis is spoken to in stores only.',
  },
  { name: /^(bullmq|node-cron)$/, by: /^jobs\//, advice: 'The engine stays in jobs.' },
  { name: /^prom-client$/, by: /^ops\/metrics\.ts$/, advice: 'What is counted is listed in ops/metrics.ts.' },
  {
    name: /^yaml$/,
    by: /^(src\/content-file|ops\/doctor\/manifest-scopes)\.ts$/,
    advice: 'Content is read by src/content-file.ts.',
  },
  { name: /^pino$/, by: /^src\/log\.ts$/, advice: 'There is one logger: take the Log port.' },
  {
    name: /^(node:)?(fs|fs\/promises|child_process|net|http|https|os|worker_threads|timers\/promises)$/,
    by: /^(src\/(redis\/|slack\/(lean-receiver|http-exchange|http-server|post-json|signature-check)\.ts|content-file\.ts|version\.ts|pulse\/(key-folder(-check)?|custody-name)\.ts|make-folder\.ts|\w+\/.*-catalogue\.ts)|src\/env-file\.ts|ops\/(server|doctor\/manifest-scopes)\.ts)/,
    advice: 'The machine is touched by readers, the key folder and src/redis only: pass a port.',
  },
];

/** What is wrong with one import, as a sentence that says where the code belongs; `undefined` if nothing is. */
export function problemWith(line: Import): string | undefined {
  return line.to.includes('/') && /\.(ts|lua)$/.test(line.to)
    ? problemBetween(line)
    : problemWithPackage(line);
}

function problemBetween({ from, to, isTypeOnly }: Import): string | undefined {
  const [role, target] = [roleOf(from), roleOf(to)];
  if (role === 'top' || role === 'playground') return undefined;
  if (role !== 'door' && /^(listeners|jobs|ops|playground|bench|tests)\//.test(to))
    return `${from} imports ${to}. src/ is below the doors: pass a port instead.`;
  if (role === 'door' && /^(playground|bench|tests)\//.test(to))
    return `${from} imports ${to}. The product does not know its tests: pass a port instead.`;
  if (target === 'top') return `${from} imports ${to}, which knows everyone: only src/main.ts and tests may.`;
  const [room, other] = [roomOf(from), roomOf(to)];
  const mayKnow = role === 'door' || role === 'reader' || room === other || knows[room]?.includes(other);
  const isConfigType = isTypeOnly && other === 'base';
  if (!mayKnow && !isConfigType)
    return `${from} imports ${to}. ${room} must not know ${other}: it stands above or beside it. Move what both need down, or pass it in.`;
  const isOwnRoom = room === other && role !== 'pure' && role !== 'view';
  const isStoreOnRedis = role === 'store' && other === 'redis';
  const isExcepted = exceptions.some((one) => one.from.test(from) && one.to === to);
  if (isTypeOnly || isOwnRoom || isStoreOnRedis || isExcepted) return undefined;
  const { roles, advice } = mayImport[role];
  if (roles.includes(target)) return undefined;
  return `${from} (${role}) imports ${to} (${target}). ${advice}`;
}

function problemWithPackage({ from, to }: Import): string | undefined {
  if (/^(playground|bench|scripts)\//.test(from) || from === 'src/main.ts') return undefined;
  const guard = guarded.find(({ name }) => name.test(to));
  return guard === undefined || guard.by.test(from) ? undefined : `${from} imports ${to}. ${guard.advice}`;
}
