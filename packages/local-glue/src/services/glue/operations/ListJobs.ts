import type { ListJobsRequest, ListJobsResponse } from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { namesWithTags } from '../tagged';
import { paging, tags } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const ListJobs = glueOperation<ListJobsRequest, ListJobsResponse>({
  name: 'ListJobs',
  input: structure({}, { Tags: tags, ...paging(1000) }),
  handle(input, context) {
    const { rows, NextToken } = page(
      input,
      1000,
      namesWithTags(context, 'job', input.Tags),
      jobName => jobName,
    );
    return { JobNames: rows, NextToken };
  },
});
