import type { Row } from './table.ts';

/** What every section is told. */
export type Settings = {
  /** Rounds per contestant, and how many answers make one. */
  readonly rounds: number;
  readonly answers: number;
  /** Opens what the section needs; it is closed when the section is over, or the bench interrupted, the last first. */
  readonly open: <T extends Closable>(opening: Promise<T>) => Promise<T>;
  /** Told what is being measured, for whoever waits. */
  readonly progress: (words: string) => void;
};

export type Closable = { readonly close: () => Promise<void> };

/** One part of the bench; each brings its own Redis and leaves nothing behind. */
export type Section = {
  /** For `--only`. */
  readonly name: string;
  readonly run: (settings: Settings) => Promise<readonly Row[]>;
};
