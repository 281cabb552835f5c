import { WEEK } from '../duration.ts';
import type { Prompt } from './prompt.ts';

/** Weeks in which only light questions come, and weeks until all may. */
const LIGHT_WEEKS = 4;
const MIDDLE_WEEKS = 12;

/** How deep a prompt may go at `instant` for a team enrolled at `enrolledAt` (both ms): it grows with the team's age. */
export function deepestAt(instant: number, enrolledAt: number): Prompt['depth'] {
  const week = Math.floor(Math.max(0, instant - enrolledAt) / WEEK) + 1;
  if (week <= LIGHT_WEEKS) return 1;
  return week <= MIDDLE_WEEKS ? 2 : 3;
}
