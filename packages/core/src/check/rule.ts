import type { Contradiction } from '../measure/contradictions/contradiction.ts';
import type { Measurement } from '../measure/measurement.ts';
import type { Place, ProseBlock, Reading, RuleLevel, RuleLevels, Splice, StageName } from '../model/index.ts';

/** What is not in the text, but decides what is asked for. */
export interface CheckContext {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  readonly stage: StageName;
  /** 1 (worst) to 5 by the house's scale, null where it is not known. */
  readonly severityLevel: number | null;
  /** Names and handles of people and of teams, as the roster of the house writes them. */
  readonly people: readonly string[];
  readonly teams: readonly string[];
  /** The house's levels for this stage, by rule id or group; what it does not name keeps the rule's own. */
  readonly levels: RuleLevels;
  /** Ids and file names of the post-mortems that are known, to find dead references; null where nobody can tell. */
  readonly knownIncidents: Pick<ReadonlySet<string>, 'has'> | null;
  /** Which other documents carry an id, written as `foldId` does; null where none does, absent where nobody can tell. */
  readonly idElsewhere?: (folded: string) => IdElsewhere | null;
}

/** Other documents that carry an id. */
export interface IdElsewhere {
  /** Names of a few of them, as a user would write them. */
  readonly names: readonly string[];
  /** How many there are in all. */
  readonly count: number;
}

/** All that a rule may look at. */
export interface Checked {
  readonly reading: Reading;
  readonly prose: readonly ProseBlock[];
  readonly measurements: readonly Measurement[];
  readonly contradictions: readonly Contradiction[];
  readonly context: CheckContext;
}

/** What a rule found; the rest of a finding is the rule's own. */
export interface Hit {
  readonly place: Place;
  readonly message: string;
  /** Where the rule's own question does not fit this case. */
  readonly question?: string;
  /** Where this case weighs less than the rule's level says: a hit at `info` is never raised. */
  readonly atMost?: Exclude<RuleLevel, 'off'>;
  readonly fix?: readonly Splice[];
}

/** One thing that a kind and experienced reviewer would ask. */
export interface Rule {
  /** `<group>/<file name>` */
  readonly id: string;
  /** One sentence: what it looks for. */
  readonly about: string;
  /** Why that matters, in a sentence or two. */
  readonly reason: string;
  /** To the writer, about the system. */
  readonly question: string;
  readonly source?: string;
  readonly levels: Readonly<Record<StageName, RuleLevel>>;
  /** On what its findings depend besides the document, so that they come and go while nobody edits it. */
  readonly dependsOn?: 'time' | 'stage' | 'workspace';
  readonly find: (document: Checked) => readonly Hit[];
}
