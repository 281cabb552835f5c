import type { WorkspaceSeed } from '../stand-in/workspace.ts';
import { createSeededRandom } from '../world/seeded-random.ts';
import { type Chance, createChance } from './chance.ts';
import {
  drawTemperament,
  driftedStrain,
  type Intention,
  intentionsOf,
  type Temperament,
} from './temperament.ts';

export type Teammate = { readonly id: string; readonly name: string };

/** Who plays: one manager, who is never polled, and the teammates who are. */
export type Cast = {
  readonly manager: Teammate;
  readonly teammates: readonly Teammate[];
  /** What everyone intends about the next pulse, a pulse later each time it is asked. */
  readonly intentions: (optionCount: number) => readonly (Intention & { readonly person: Teammate })[];
};

export const CHANNEL = 'CTEAM';
export const TIMEZONE = 'Europe/Berlin';
/** The team's id: the stand-in's workspace, our one channel. */
export const team = { workspace: 'TWORK', channel: CHANNEL };

const names =
  'Ada Ben Cleo Dan Elif Finn Gita Hugo Ines Jon Kaya Leo Maya Nils Olga Paul Rosa Sami Tara Uwe Vera Wim Yara Zeno'.split(
    ' ',
  );

/** A cast whose temperaments the seed fixes. */
export function createCast(options: { readonly people: number; readonly seed: number }): Cast {
  const chance = createChance(createSeededRandom(`cast ${options.seed}`));
  const teammates = Array.from({ length: options.people }, (_, at) => teammate(at));
  const moods = new Map(teammates.map(({ id }) => [id, drawMood(chance)]));
  return {
    manager: { id: 'U00MIRA', name: 'Mira' },
    teammates,
    intentions: (optionCount) =>
      teammates
        .flatMap((person) => {
          const mood = moods.get(person.id) ?? drawMood(chance);
          const strain = driftedStrain(mood.strain, mood, chance);
          moods.set(person.id, { ...mood, strain });
          const intended = intentionsOf({ ...mood, strain }, optionCount, chance);
          return intended.map((intention) => ({ ...intention, person }));
        })
        .sort((one, other) => one.after - other.after),
  };
}

/** The workspace the cast lives in: one channel with everyone and the app in it. */
export function workspaceOf({ manager, teammates }: Cast): WorkspaceSeed {
  const everyone = [manager, ...teammates];
  return {
    users: everyone.map(({ id, name }) => ({ id, name, tz: TIMEZONE })),
    channels: [{ id: CHANNEL, name: 'team', members: everyone.map(({ id }) => id) }],
  };
}

/** Ids that occur nowhere by chance, so that one found in the store means what it seems to. */
function teammate(at: number): Teammate {
  const round = Math.floor(at / names.length);
  const name = `${names[at % names.length]}${round === 0 ? '' : round + 1}`;
  return { id: `U${String(at + 1).padStart(2, '0')}${name.toUpperCase()}`, name };
}

function drawMood(chance: Chance): Temperament & { readonly strain: number } {
  const temperament = drawTemperament(chance);
  return { ...temperament, strain: temperament.usualStrain };
}
