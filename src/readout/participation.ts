export const participations = [
  'fewer than half',
  'half to three quarters',
  'more than three quarters',
] as const;
export type Participation = (typeof participations)[number];

/** Below this electorate the words would give the number of answers away (rule 6). */
const SMALLEST_ELECTORATE = 16;

/** How many answered, in coarse words, for larger teams only. */
export function participationOf(answers: number, electorate: number): Participation | null {
  if (electorate < SMALLEST_ELECTORATE) return null;
  const share = answers / electorate;
  if (share < 0.5) return participations[0];
  return share <= 0.75 ? participations[1] : participations[2];
}
