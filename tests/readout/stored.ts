import type { Readout } from '../../src/readout/readout.ts';
import { keys } from '../../src/redis/keys.ts';
import { type Office, team } from '../listeners/office.ts';
import { eight } from '../readout/samples.ts';

/** Puts readouts of a question into Redis as if they had been published. */
export async function publish(
  { store }: Office,
  { question, history, channel = 'CTEAM' }: Published,
): Promise<void> {
  await store.client.hset(
    keys.readouts({ ...team, channel }),
    `question:${question}`,
    JSON.stringify(history),
  );
}

type Published = {
  readonly question: string;
  readonly history: readonly Readout[];
  readonly channel?: string;
};

/** Gives a team eight readouts of each question it follows. */
export async function withReadouts(office: Office, channel = 'CTEAM'): Promise<void> {
  const found = await office.app.rooms.teams.find({ ...team, channel });
  const history = eight.map((one) => ({ ...one, closedAt: office.clock.now() }));
  for (const question of Object.values(found?.settings.questions ?? {}))
    await publish(office, { question, history, channel });
}
