import { z } from 'zod';
import { jsonOf } from '../json.ts';
import { keys } from '../redis/keys.ts';
import type { RedisClient } from '../redis/make-client.ts';
import { defineScript } from '../redis/scripts.ts';
import { orWrongType } from '../redis/store-error.ts';
import type { TeamId } from '../team-id.ts';
import { type Closing, closingSchema, type History, OLDEST_KEPT, readoutSchema } from './readout.ts';
import { type Changed, MOST_CHANGES_KEPT } from './what-changed.ts';

const publishReadout = defineScript({ url: new URL('./publish-readout.lua', import.meta.url), keys: 5 });
const historySchema = z.array(readoutSchema).readonly();
const keepChanged = defineScript({ url: new URL('./keep-changed.lua', import.meta.url), keys: 2 });
const QUESTION = 'question:';
const CHANGED = /^changed:(\d{1,15})$/;

/** Everything published about a team: how the last closing ended, each question's history, and what was changed. */
export type Published = {
  readonly last: Closing | undefined;
  readonly histories: ReadonlyMap<string, History>;
  /** The oldest first. */
  readonly changes: readonly Changed[];
};

export type ReadoutStore = ReturnType<typeof createReadoutStore>;

/** What has been published, in Redis. */
export function createReadoutStore(deps: { readonly client: RedisClient }) {
  const { client } = deps;
  return {
    /** Everything a team may be shown, in one round trip. What was made unreadable from outside is left out. */
    async read(team: TeamId): Promise<Published> {
      const stored = await orWrongType(client.hgetall(keys.readouts(team)));
      const fields = stored === 'wrong-type' ? {} : stored;
      const questions = Object.entries(fields).filter(([field]) => field.startsWith(QUESTION));
      const histories = questions.map(
        ([field, text]) =>
          [field.slice(QUESTION.length), historySchema.safeParse(jsonOf(text)).data ?? []] as const,
      );
      return {
        last: closingSchema.safeParse(jsonOf(fields.last ?? '')).data,
        histories: new Map(histories.filter(([, history]) => history.length > 0)),
        changes: changesIn(fields),
      };
    },

    /**
     * Writes how a pulse ended with what is kept of each question, and deletes the pulse's keys, in one
     * transaction. `standing`: the id under which the pulse was found in the store, if it was edited there. False:
     * someone else was first, or the team is gone, and then only the deleting is done.
     */
    async publish(
      team: TeamId,
      last: Closing,
      histories: Published['histories'],
      standing = last.pulse,
    ): Promise<boolean> {
      const pulseKeys = [keys.pulse(team), keys.tokens(team), keys.tally(team)] as const;
      const questions = [...histories].flatMap(([id, history]) => [QUESTION + id, JSON.stringify(history)]);
      const oldest = last.closesAt - OLDEST_KEPT;
      const args = [standing, oldest, 'last', JSON.stringify(last), ...questions];
      const touched = [...pulseKeys, keys.readouts(team), keys.team(team)] as const;
      return (await publishReadout(client, touched, args)) === 1;
    },

    /** Keeps that the team was told of a change at an instant (ms). False: the team is gone. */
    async keepChanged(team: TeamId, { at, question }: Changed): Promise<boolean> {
      const touched = [keys.readouts(team), keys.team(team)] as const;
      return (await keepChanged(client, touched, [at, question, MOST_CHANGES_KEPT])) === 1;
    },
  };
}

function changesIn(fields: { readonly [field: string]: string }): readonly Changed[] {
  const changes = Object.entries(fields).flatMap(([field, question]) => {
    const at = CHANGED.exec(field)?.[1];
    return at === undefined ? [] : [{ at: Number(at), question }];
  });
  return changes.sort((one, other) => one.at - other.at);
}
