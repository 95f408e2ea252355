import type { ServiceLevelObjective } from '../model/service-level-objective.ts';

/** The objectives that files in the OpenSLO form give to a service. */
export interface OpenSloService {
  readonly name: string;
  /** What it is called for people, where an object of kind Service says so. */
  readonly aliases: readonly string[];
  readonly objectives: readonly { readonly line: number; readonly objective: ServiceLevelObjective }[];
}
