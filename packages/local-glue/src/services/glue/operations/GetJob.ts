import type { GetJobRequest, GetJobResponse } from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { name } from '../validation/common';
import { structure } from '../../../protocol/shape';

export const GetJob = glueOperation<GetJobRequest, GetJobResponse>({
  name: 'GetJob',
  input: structure({ JobName: name }),
  handle({ JobName }, context) {
    const job = context.store.jobs.get(JobName);
    if (!job) throw entityNotFound('Job', JobName);
    return { Job: job };
  },
});
