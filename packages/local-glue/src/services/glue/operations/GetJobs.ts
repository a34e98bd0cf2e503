import type { GetJobsRequest, GetJobsResponse } from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { paging } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetJobs = glueOperation<GetJobsRequest, GetJobsResponse>({
  name: 'GetJobs',
  input: structure({}, paging(1000)),
  handle(input, context) {
    const { jobs } = context.store;
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) => jobs.page(after, limit),
      job => job.Name,
    );
    return { Jobs: rows, NextToken };
  },
});
