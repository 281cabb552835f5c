import type { Subject } from '../team/team.ts';
import type { practices } from './prompt.ts';

type Practice = (typeof practices)[number];

/** The practices that answer what a heavy readout says, by what the question was about. */
export const answersTo: { readonly [subject in Subject]: readonly Practice[] } = {
  workload: ['hand-over', 'boundaries', 'rest'],
  asking: ['ask-early', 'welcome-asks'],
  delegation: ['trust-small', 'autonomy', 'share-load'],
};

/** Which of the team's heavy subjects a practice answers, if any. */
export function subjectAnswered(practice: Practice, heavy: readonly Subject[]): Subject | undefined {
  return heavy.find((subject) => answersTo[subject].includes(practice));
}
