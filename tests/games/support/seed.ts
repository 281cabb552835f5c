import { randomBytes } from 'node:crypto';

/** The seed of a randomised game: `SEED=` repeats one; without it each run has its own. Printed either way. */
export function seedOf(game: string): string {
  const given = process.env.SEED;
  const seed = given === undefined || given === '' ? randomBytes(8).toString('hex') : given;
  process.stderr.write(`${game}: SEED=${seed}\n`);
  return seed;
}
