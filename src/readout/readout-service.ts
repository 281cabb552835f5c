import type { Clock } from '../ports.ts';
import { isManager, type Subject, subjects, type Team } from '../team/team.ts';
import type { TeamId } from '../team-id.ts';
import { historyFor, isHeavy, shortMemory } from './readout.ts';
import { createReadoutClosing, type ReadoutClosingDeps } from './readout-closing.ts';

export type ReadoutDeps = ReadoutClosingDeps & { readonly clock: Clock };

export type ReadoutService = ReturnType<typeof createReadoutService>;

/** What may be seen: closing a pulse (readout-closing.ts), and reading what was published. */
export function createReadoutService(deps: ReadoutDeps) {
  const { store, clock, wordingOf } = deps;

  return {
    ...createReadoutClosing(deps),

    /** Whether the person may read the team's summary. */
    mayRead: (team: Team, user: string): boolean =>
      team.settings.audience === 'everyone' || isManager(team, user),

    /** The codes of the last closed pulse; `undefined` where it is another one, or has none. */
    async receipts(team: TeamId, pulseId: string): Promise<readonly string[] | undefined> {
      const { last } = await store.read(team);
      return last?.pulse === pulseId && last.receipts.length > 0 ? last.receipts : undefined;
    },

    /** What the tracked questions' displayed levels are heavy about. */
    async heavySubjects(team: Team): Promise<readonly Subject[]> {
      const { questions } = await tracked(team);
      return questions.filter(({ history }) => isHeavy(history)).map(({ wording }) => wording.question.about);
    },

    /** What the person may see of the three tracked questions, and of how the last pulse ended. */
    async summary(team: Team, user: string) {
      const { last, questions } = await tracked(team);
      const mayKnowEnd = isManager(team, user) || last?.audience === 'everyone' || last?.kind === 'void';
      return {
        last: mayKnowEnd ? last : undefined,
        questions: questions.map(({ wording, history }) => ({
          wording,
          history: historyFor(history, team, user),
        })),
      };
    },
  };

  /** The three tracked questions with what is remembered of each. */
  async function tracked(team: Team) {
    const { histories, last } = await store.read(team.id);
    const { questions: asked, locale } = team.settings;
    const questions = subjects.map((subject) => wordingOf(asked[subject], locale));
    const now = clock.now();
    return {
      last,
      questions: questions.map((wording) => ({
        wording,
        history: shortMemory(histories.get(wording.question.id) ?? [], now),
      })),
    };
  }
}
