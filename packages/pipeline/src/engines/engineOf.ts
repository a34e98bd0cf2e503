import { MIN_WORKERS } from '../compute';
import { fieldPath } from '../fieldPath';
import type { PipelineDraft } from '../pipelineFields';
import type { Report } from '../report';
import { MOST_MIB, type Engine } from './Engine';
import { sparkNeeds } from './sparkNeeds';

/**
 * What computes the rows of a pipeline, and why.
 *
 * @public
 */
export interface EngineChoice {
  engine: Engine;
  /** Why, as a sentence without its full stop. */
  reason: string;
}

/** What of a pipeline decides its engine. */
export type Judged = Pick<
  PipelineDraft,
  'sources' | 'transform' | 'quality' | 'output' | 'compute'
>;

/** Whether a pipeline asks for more than the least that Spark has on Glue. */
const asksForWorkers = ({ compute }: Judged) =>
  compute.workers > MIN_WORKERS || compute.workerType !== 'G.1X';

/**
 * The engine of a pipeline. Each run on DuckDB looks at the size of its
 * sources, and leaves itself to Spark where they are too large.
 *
 * @public
 */
export function engineOf(pipeline: Judged): EngineChoice {
  const { engine } = pipeline.compute;
  if (engine !== 'auto') {
    return { engine, reason: `compute.engine is ${engine}` };
  }
  const [need] = sparkNeeds(pipeline);
  if (need) {
    return {
      engine: 'spark',
      reason: `only Spark does what ${fieldPath(need.path)} says: ${need.what}`,
    };
  }
  if (asksForWorkers(pipeline)) {
    return {
      engine: 'spark',
      reason: `compute asks for ${pipeline.compute.workers} workers ${pipeline.compute.workerType}`,
    };
  }
  return {
    engine: 'duckdb',
    reason: `all of it means the same on DuckDB, which takes sources of up to ${MOST_MIB} MB; a run with larger ones goes to Spark`,
  };
}

/** Says what DuckDB does not run of a pipeline that asks for it. */
export function checkEngine(pipeline: Judged, report: Report) {
  if (pipeline.compute.engine !== 'duckdb') {
    return;
  }
  for (const { path, what } of sparkNeeds(pipeline)) {
    report(
      path,
      `is ${what}, which DuckDB does not do as Spark does: change it, or set compute.engine to auto or spark`,
    );
  }
}
