import type { GetJobRunRequest, GetJobRunResponse } from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { id, name } from '../validation/common';
import { boolean, structure } from '../../../protocol/shape';

export const GetJobRun = glueOperation<GetJobRunRequest, GetJobRunResponse>({
  name: 'GetJobRun',
  input: structure(
    { JobName: name, RunId: id },
    { PredecessorsIncluded: boolean() },
  ),
  handle({ JobName, RunId, PredecessorsIncluded }, context) {
    const run = context.store.jobRuns.get(RunId)?.run;
    if (run?.JobName !== JobName) throw entityNotFound('Job run', RunId);
    return {
      JobRun: PredecessorsIncluded ? run : { ...run, PredecessorRuns: [] },
    };
  },
});
