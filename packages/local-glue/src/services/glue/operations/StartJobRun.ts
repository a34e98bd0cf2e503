import type {
  StartJobRunRequest,
  StartJobRunResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { id, jobArguments, name, notification } from '../validation/common';
import { executionClass, workerType } from '../validation/jobs';
import {
  boolean,
  double,
  integer,
  string,
  structure,
} from '../../../protocol/shape';

export const StartJobRun = glueOperation<
  StartJobRunRequest,
  StartJobRunResponse
>({
  name: 'StartJobRun',
  input: structure(
    { JobName: name },
    {
      JobRunQueuingEnabled: boolean(),
      JobRunId: id,
      Arguments: jobArguments,
      AllocatedCapacity: integer(),
      Timeout: integer({ min: 1 }),
      MaxCapacity: double(),
      SecurityConfiguration: name,
      NotificationProperty: notification,
      WorkerType: workerType,
      NumberOfWorkers: integer({ min: 1 }),
      ExecutionClass: executionClass,
      ExecutionRoleSessionPolicy: string({ min: 2, max: 2048 }),
    },
  ),
  handle({ JobRunId, ...request }, context) {
    const run = context.orchestrator.jobRuns.start(request, JobRunId);
    return { JobRunId: run.Id };
  },
});
