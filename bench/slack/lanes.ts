/** A way to hand payloads to a contestant: each lane carries one at a time. */
export type Lanes = {
  readonly count: number;
  /** Does beforehand what can be done beforehand (signing, writing); what it gives back sends it over a lane. */
  readonly prepare: (payload: object) => Send;
  /** Before each use: whoever listens closes connections that were idle for some seconds. */
  readonly renew: () => Promise<void>;
  readonly close: () => void;
};

/** `whenAcked` hears whether the payload was taken. */
export type Send = (lane: number, whenAcked: (wasTaken: boolean) => void) => void;
