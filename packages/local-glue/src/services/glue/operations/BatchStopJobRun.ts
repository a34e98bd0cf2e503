import type {
  BatchStopJobRunError,
  BatchStopJobRunRequest,
  BatchStopJobRunResponse,
} from '@aws-sdk/client-glue';
import { isActiveJobState } from '../engine/progress';
import { glueOperation } from '../operation';
import { id, name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

/** Answers at once; a run is STOPPING until its process has ended. */
export const BatchStopJobRun = glueOperation<
  BatchStopJobRunRequest,
  BatchStopJobRunResponse
>({
  name: 'BatchStopJobRun',
  input: structure({
    JobName: name,
    JobRunIds: list(id, { min: 1, max: 25 }),
  }),
  handle({ JobName, JobRunIds }, context) {
    const { jobRuns } = context.store;
    const orchestrator = context.orchestrator;
    const Errors: BatchStopJobRunError[] = [];
    const SuccessfulSubmissions: { JobName: string; JobRunId: string }[] = [];
    for (const JobRunId of JobRunIds) {
      const record = jobRuns.get(JobRunId);
      const refuse = (ErrorCode: string, ErrorMessage: string) =>
        Errors.push({
          JobName,
          JobRunId,
          ErrorDetail: { ErrorCode, ErrorMessage },
        });
      if (record?.run.JobName !== JobName) {
        refuse(
          'EntityNotFoundException',
          `Job ${JobName} has no run ${JobRunId}.`,
        );
      } else if (!isActiveJobState(record.run.JobRunState)) {
        refuse(
          'InvalidInputException',
          `Job run ${JobRunId} has ended already: ${record.run.JobRunState}.`,
        );
      } else {
        orchestrator.stopJobRun(record);
        SuccessfulSubmissions.push({ JobName, JobRunId });
      }
    }
    return { SuccessfulSubmissions, Errors };
  },
});
