import type { Clock } from '../ports.ts';
import { isManager, type Subject, subjects, type Team } from '../team/team.ts';
import type { TeamId } from '../team-id.ts';
import type { Exported } from './export-view.ts';
import { historyFor, isHeavy, shortMemory } from './readout.ts';
import { createReadoutClosing, type ReadoutClosingDeps } from './readout-closing.ts';
import type { Published } from './readout-store.ts';
import type { Summary } from './summary-view.ts';
import { changesBeside } from './what-changed.ts';

export type ReadoutDeps = ReadoutClosingDeps & { readonly clock: Clock };

export type ReadoutService = ReturnType<typeof createReadoutService>;

/** What may be seen: closing a pulse (readout-closing.ts), and reading what was published. */
export function createReadoutService(deps: ReadoutDeps) {
  const { store } = deps;

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
      const questions = tracked(team, await store.read(team.id));
      return questions.filter(({ history }) => isHeavy(history)).map(({ wording }) => wording.question.about);
    },

    /** Everything that was published about a team, whoever may see it: read together with what says who may. */
    published: store.read,

    /** What the person may see of the three tracked questions, and of how the last pulse ended. */
    summaryOf(team: Team, published: Published, user: string): Summary {
      const { last } = published;
      const mayKnowEnd = isManager(team, user) || last?.audience === 'everyone' || last?.kind === 'void';
      return {
        last: mayKnowEnd ? last : undefined,
        questions: tracked(team, published).map(({ wording, history }) => {
          const seen = historyFor(history, team, user);
          const about = { question: wording.question.id, now: deps.clock.now() };
          return { wording, history: seen, changes: changesBeside(seen, published.changes, about) };
        }),
      };
    },

    /** What the person may see of every question that was asked, whether it still is or not. */
    exportOf(team: Team, published: Published, user: string): Exported {
      const now = deps.clock.now();
      return [...published.histories].flatMap(([id, history]) => {
        const wording = deps.wordingOf(id, team.settings.locale);
        // What a content update has removed has no name any more.
        if (wording.question.id !== id) return [];
        return [{ wording, history: historyFor(shortMemory(history, now), team, user) }];
      });
    },
  };

  /** The three tracked questions with what is remembered of each. */
  function tracked({ settings }: Team, { histories }: Published) {
    const { clock, wordingOf } = deps;
    const now = clock.now();
    return subjects.map((subject) => {
      const wording = wordingOf(settings.questions[subject], settings.locale);
      return { wording, history: shortMemory(histories.get(wording.question.id) ?? [], now) };
    });
  }
}
