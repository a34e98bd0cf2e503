import type {
  BatchGetJobsRequest,
  BatchGetJobsResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import { list, structure } from '../../../protocol/shape';

export const BatchGetJobs = glueOperation<
  BatchGetJobsRequest,
  BatchGetJobsResponse
>({
  name: 'BatchGetJobs',
  input: structure({ JobNames: list(name) }),
  handle({ JobNames }, context) {
    const { jobs } = context.store;
    return {
      Jobs: JobNames.flatMap(each => jobs.get(each) ?? []),
      JobsNotFound: JobNames.filter(each => !jobs.get(each)),
    };
  },
});
