import { WORKER_TYPES } from '../compute';
import { engineOf, type Judged } from './engineOf';

/** Python shell jobs of 1/16 DPU, as parts of the DPU of a worker G.1X. */
const PARTS_OF_DPU = 16;

const TITLES = { spark: 'Spark', duckdb: 'DuckDB' };

/**
 * What computes the rows of a pipeline, why, and what that costs beside the
 * other engine, in DPUs: Glue bills their time, at least a minute of each job
 * run (AWS Glue pricing).
 *
 * @public
 */
export function engineWords(pipeline: Judged): string {
  const { engine, reason } = engineOf(pipeline);
  const { workerType, workers } = pipeline.compute;
  const dpus = WORKER_TYPES[workerType].dpus * workers;
  const most = `the Spark job has up to ${dpus} (${workers} workers ${workerType})`;
  const cost =
    engine === 'duckdb'
      ? `The job takes 1/${PARTS_OF_DPU} of a DPU, and ${most}: for the same time it costs 1/${dpus * PARTS_OF_DPU}`
      : `In DPUs ${most}; a job on DuckDB takes 1/${PARTS_OF_DPU}`;
  return `${TITLES[engine]}: ${reason}. ${cost}.`;
}
