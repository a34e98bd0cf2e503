import { CauseRemedy, CauseTitle } from './texts';

/**
 * Why something failed, and what to do about it.
 *
 * @public
 */
export interface Cause {
  /** Stable, for filters and for what others add, e.g. `out-of-memory`. */
  id: string;
  /** What happened, in one sentence. */
  title: string;
  /** What to do, in one or two sentences. */
  remedy: string;
  /** Where AWS, Spark or the format describes it. */
  documentation?: string;
  /** The texts that title and remedy are, for other languages. Absent where others added the cause. */
  text?: CauseText;
}

/** Which of `causeTexts` a cause says, and what belongs into them. */
export interface CauseText {
  title: CauseTitle;
  remedy: CauseRemedy;
  values: Record<string, string>;
}

/**
 * A failure that is recognised by what its message says.
 *
 * @public
 */
export interface CauseRule {
  id: string;
  /** The first that matches counts: what is told by more goes first. */
  patterns: readonly RegExp[];
  /** Made of the match, so that it names the table, the bucket or the action. */
  explain(match: RegExpExecArray): Pick<Cause, 'title' | 'remedy'>;
  documentation?: string;
}

/** A rule that comes with the product, whose texts are known. */
export interface KnownRule extends Omit<CauseRule, 'id' | 'explain'> {
  id: CauseTitle & CauseRemedy;
  /** What of the match belongs into the texts, and which they are where not those of the id. */
  explain?(match: RegExpExecArray): Partial<CauseText>;
}

const GLUE = 'https://docs.aws.amazon.com/glue/latest/dg';
const REDSHIFT = 'https://docs.aws.amazon.com/redshift/latest/dg';

export const documents = {
  setup: `${GLUE}/glue-troubleshooting-errors.html`,
  statuses: `${GLUE}/job-run-statuses.html`,
  outOfMemory: `${GLUE}/monitor-profile-debug-oom-abnormalities.html`,
  stragglers: `${GLUE}/monitor-profile-debug-straggler.html`,
  bookmarks: `${GLUE}/monitor-continuations.html`,
  arguments: `${GLUE}/aws-glue-programming-etl-glue-arguments.html`,
  loads: `${REDSHIFT}/t_Troubleshooting_load_errors.html`,
  serializable: `${REDSHIFT}/r_STL_TR_CONFLICT.html`,
  ansi: 'https://spark.apache.org/docs/latest/sql-ref-ansi-compliance.html',
  sparkErrors: 'https://spark.apache.org/docs/latest/sql-error-conditions.html',
  iceberg: 'https://iceberg.apache.org/docs/latest/reliability/',
  delta: 'https://docs.delta.io/latest/concurrency-control.html',
} as const;
