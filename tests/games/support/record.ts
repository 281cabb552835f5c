import { appendFileSync } from 'node:fs';

/** One row of the table that `npm run games` prints. */
export type GameResult = {
  readonly game: string;
  /** What an attacker gains, in a few words with a number. */
  readonly attacker: string;
  /** What the same attacker gains where the mechanism is missing. */
  readonly control: string;
};

/** Appends a game's row to the file named by `GAMES_REPORT`, one JSON object per line; nothing without it. */
export function recordGame(result: GameResult): void {
  const report = process.env.GAMES_REPORT;
  if (report === undefined || report === '') return;
  appendFileSync(report, `${JSON.stringify(result)}\n`);
}
