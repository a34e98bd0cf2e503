import { connection, database, partition, table } from './catalogKinds';
import type { Kind } from './Kind';
import { crawler, job, trigger, workflow } from './pipelineKinds';

/** Every kind of resource that has operations to create and delete it. */
export const KINDS: readonly Kind[] = [
  workflow,
  trigger,
  job,
  crawler,
  database,
  table,
  partition,
  connection,
];
