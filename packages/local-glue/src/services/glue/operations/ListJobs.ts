import type { ListJobsRequest, ListJobsResponse } from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { page } from '../paging';
import { glueStore } from '../store/GlueStore';
import { hasTags } from '../tagged';
import { paging, tags } from '../validation/common';
import { structure } from '../validation/shape';

export const ListJobs = glueOperation<ListJobsRequest, ListJobsResponse>({
  name: 'ListJobs',
  input: structure({}, { Tags: tags, ...paging(1000) }),
  handle(input, context) {
    const { jobs } = glueStore(context);
    const { rows, NextToken } = page(
      input,
      1000,
      (after, limit) =>
        jobs
          .page(after, -1)
          .filter(job => hasTags(context, 'job', job.Name, input.Tags))
          .slice(0, limit),
      job => job.Name,
    );
    return { JobNames: rows.map(job => job.Name), NextToken };
  },
});
