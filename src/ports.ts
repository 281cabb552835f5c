/**
 * What the world gives us, as arguments: time, chance and a place to write lines. `main.ts` passes the real
 * ones, tests and the playground pass their own. Nothing else in `src/` reads a clock or rolls a die.
 */
export type Clock = {
  /** Now, in milliseconds since the epoch. */
  readonly now: () => number;
};

export type Random = {
  /** `size` bytes from a cryptographically secure source (a seeded one in simulations). */
  readonly bytes: (size: number) => Buffer;
};

/** The only fields a log line may have. An allow-list: see "Logs" in docs/privacy.md. */
export type LogFields = {
  readonly event?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly kind?: string;
  readonly milliseconds?: number;
  readonly count?: number;
};

export type Log = {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
};
