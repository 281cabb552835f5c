import type { Redis } from 'ioredis';
import { z } from 'zod';
import { keys } from '../redis/keys.ts';
import { defineScript } from '../redis/scripts.ts';
import { withoutArguments } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { type Closing, closingSchema, type History, readoutSchema } from './readout.ts';

const publishReadout = defineScript({ url: new URL('./publish-readout.lua', import.meta.url), keys: 5 });
const historySchema = z.array(readoutSchema).readonly();
const QUESTION = 'question:';

/** Everything published about a team: how the last closing ended, and each question's history. */
export type Published = {
  readonly last: Closing | undefined;
  readonly histories: ReadonlyMap<string, History>;
};

export type ReadoutStore = ReturnType<typeof createReadoutStore>;

/** What has been published, in Redis. */
export function createReadoutStore(deps: { readonly client: Redis }) {
  const { client } = deps;
  return {
    /** Everything a team may be shown, in one round trip. */
    async read(team: TeamId): Promise<Published> {
      const fields = await withoutArguments(client.hgetall(keys.readouts(team)));
      const questions = Object.entries(fields).filter(([field]) => field.startsWith(QUESTION));
      return {
        last: fields.last === undefined ? undefined : closingSchema.parse(JSON.parse(fields.last)),
        histories: new Map(
          questions.map(([field, text]) => [
            field.slice(QUESTION.length),
            historySchema.parse(JSON.parse(text)),
          ]),
        ),
      };
    },

    /**
     * Writes how a pulse ended with what is kept of each question, and deletes the pulse's keys, in one
     * transaction. False: someone else was first, or the team is gone, and then only the deleting is done.
     */
    async publish(team: TeamId, last: Closing, histories: Published['histories']): Promise<boolean> {
      const pulseKeys = [keys.pulse(team), keys.tokens(team), keys.tally(team)] as const;
      const questions = [...histories].flatMap(([id, history]) => [QUESTION + id, JSON.stringify(history)]);
      const args = [last.pulse, 'last', JSON.stringify(last), ...questions];
      const touched = [...pulseKeys, keys.readouts(team), keys.team(team)] as const;
      return (await publishReadout(client, touched, args)) === 1;
    },
  };
}
