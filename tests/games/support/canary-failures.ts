import { Redis } from 'ioredis';
import type { Failure } from '../../../playground/stand-in/failures.ts';
import type { World } from '../../../playground/world/world.ts';
import { keys } from '../../../src/redis/keys.ts';
import { eventually } from '../../redis/stores.ts';
import type { AttackedRedis } from './attacked-redis.ts';
import { team } from './pulse-week.ts';

/** What goes wrong around a tap. `tap` is done in the midst of it; it may end only after `around` has. */
export type Trouble = {
  readonly name: string;
  /** The tap never ends: nothing that waits for what people do can come after it. */
  readonly isLast?: true;
  readonly around: (place: Place, tap: () => Promise<unknown>) => Promise<void>;
};
export type Place = {
  readonly redis: AttackedRedis;
  readonly world: World;
  /** Called before Redis is ended and after it is back. */
  readonly beforeKill: () => Promise<void>;
  readonly afterRestart: () => Promise<void>;
};

const ready = ({ world }: Place) => eventually(() => world.store.client.status === 'ready');

const redisTroubles: readonly Trouble[] = [
  {
    name: 'Redis is down before the tap',
    async around(place, tap) {
      await place.beforeKill();
      await place.redis.kill();
      await eventually(() => place.world.store.client.status !== 'ready');
      await tap();
      await place.afterRestart();
      await ready(place);
    },
  },
  {
    name: 'Redis is killed while the tap is under way',
    async around(place, tap) {
      await place.beforeKill();
      await place.redis.client.call('CLIENT', 'PAUSE', '60000', 'ALL');
      const tapped = tap();
      await new Promise((resolve) => setImmediate(resolve));
      await place.redis.kill();
      await tapped;
      await place.afterRestart();
      await ready(place);
    },
  },
  {
    name: 'Redis does not answer in time',
    async around({ redis }, tap) {
      const other = new Redis({ path: redis.socketPath });
      await other.call('CLIENT', 'PAUSE', '60000', 'WRITE');
      await tap();
      await other.call('CLIENT', 'UNPAUSE');
      other.disconnect();
    },
  },
  withSetting('Redis is out of memory', ['maxmemory', '1'], ['maxmemory', '0']),
  withSetting('Redis has too few replicas', ['min-replicas-to-write', '1'], ['min-replicas-to-write', '0']),
  {
    name: 'Redis is a replica that takes no writes',
    around: ({ redis: { client } }, tap) =>
      between(client.call('REPLICAOF', '127.0.0.1', '1'), tap, () => client.call('REPLICAOF', 'NO', 'ONE')),
  },
  {
    name: 'a command in the script is forbidden',
    around: ({ redis: { client } }, tap) =>
      between(client.call('ACL', 'SETUSER', 'default', '-hmget'), tap, () =>
        client.call('ACL', 'SETUSER', 'default', '+@all'),
      ),
  },
  {
    name: 'a key is of another type',
    async around({ redis: { client } }, tap) {
      const aside = `${keys.tokens(team)}-aside`;
      await client.rename(keys.tokens(team), aside);
      await client.set(keys.tokens(team), 'not a hash');
      await tap();
      await client.rename(aside, keys.tokens(team));
    },
  },
];

const answersFail: readonly [string, Failure][] = [
  ['Slack limits the rate', { kind: 'rate-limited', retryAfterSeconds: 1 }],
  ['Slack answers 500', { kind: 'server-error' }],
  ['Slack cuts the line', { kind: 'cut' }],
  ['Slack takes the answer and cuts the line', { kind: 'accept-then-cut' }],
  ['Slack refuses the answer', { kind: 'error', code: 'no_service' }],
];

const slackTroubles: readonly Trouble[] = answersFail.map(([name, failure]) => ({
  name,
  async around({ world }, tap) {
    world.standIn.failNext('response_url', failure);
    await tap();
  },
}));

const hanging: Trouble = {
  name: 'Slack never answers',
  isLast: true,
  async around({ world, redis }, tap) {
    const taken = async () =>
      (await redis.client.hvals(keys.tokens(team))).filter((entry) => !/^0{8}/.test(entry)).length;
    const before = await taken();
    world.standIn.failNext('response_url', { kind: 'hang' });
    void tap().catch(() => undefined);
    await eventually(async () => (await taken()) > before);
  },
};

const throwing: Trouble = {
  name: 'a handler throws what it was given',
  async around({ world }, tap) {
    const { answers } = world.app.rooms;
    const { answer } = answers;
    const throws: typeof answer = async (given) => {
      throw Object.assign(new Error(JSON.stringify(given)), {
        command: { args: Object.values(given) },
        given,
      });
    };
    Object.assign(answers, { answer: throws });
    await tap();
    Object.assign(answers, { answer });
  },
};

/** Everything that goes wrong, one kind after the other; the last leaves a tap hanging. */
export const troubles: readonly Trouble[] = [...redisTroubles, ...slackTroubles, throwing, hanging];

function withSetting(name: string, during: [string, string], after: [string, string]): Trouble {
  return {
    name,
    around: ({ redis: { client } }, tap) =>
      between(client.config('SET', ...during), tap, () => client.config('SET', ...after)),
  };
}

async function between(
  before: Promise<unknown>,
  act: () => Promise<unknown>,
  after: () => Promise<unknown>,
): Promise<void> {
  await before;
  await act();
  await after();
}
