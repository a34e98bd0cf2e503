import type { DeleteJobRequest, DeleteJobResponse } from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { untagDeleted } from '../tagged';
import { name } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** A job that does not exist is no error (DeleteJob, AWS Glue API reference). */
export const DeleteJob = glueOperation<DeleteJobRequest, DeleteJobResponse>({
  name: 'DeleteJob',
  input: structure({ JobName: name }),
  handle({ JobName }, context) {
    const { store } = context;
    return store.transaction(() => {
      store.jobs.delete(JobName);
      store.bookmarks.delete(JobName);
      untagDeleted(context, 'job', JobName);
      return { JobName };
    });
  },
});
