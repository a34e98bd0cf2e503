import { RunHealth } from './types';

/**
 * The topic of Backstage's events service on which the back end tells what becomes of runs.
 *
 * @public
 */
export const GLUE_PIPELINES_RUN_TOPIC = 'glue-pipelines.run';

/**
 * The payload: a run is new, or its health is another. Each change is
 * published once; what had ended before the portal first saw the workflow is
 * not. Events are for other plugins of the back end, never for browsers. Times
 * are ISO 8601 in UTC.
 *
 * @public
 */
export type GluePipelinesRunEvent = {
  /** The entities to which the workflow belongs by its tag; none where it has no tag. */
  entityRefs: string[];
  workflowArn: string;
  runId: string;
  /** Absent for a run that is new. */
  healthBefore?: RunHealth;
  healthAfter: RunHealth;
  /** When the portal saw the change. */
  changedAt: string;
  startedAt?: string;
  completedAt?: string;
  /** Which cause of a failure was recognised, e.g. `out-of-memory`. */
  causeId?: string;
};
