import type { Simulation } from '../../playground/simulation/simulation.ts';

/** A sentence that must hold for every simulation, and what checks it. */
export type Invariant = readonly [sentence: string, check: (simulation: Simulation) => void];
