import type {
  GetJobRunsRequest,
  GetJobRunsResponse,
} from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { name, paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Newest first. The runs of a deleted job can still be read. */
export const GetJobRuns = glueOperation<GetJobRunsRequest, GetJobRunsResponse>({
  name: 'GetJobRuns',
  input: structure({ JobName: name }, paging(200)),
  handle(input, context) {
    const { jobs, jobRuns } = context.store;
    const { rows, NextToken } = page(
      input,
      200,
      (before, limit) => jobRuns.page(input.JobName, before, limit),
      row => row.sequence,
    );
    if (rows.length === 0 && !jobs.get(input.JobName)) {
      throw entityNotFound('Job', input.JobName);
    }
    return { JobRuns: rows.map(({ run }) => run), NextToken };
  },
});
