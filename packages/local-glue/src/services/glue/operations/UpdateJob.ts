import type { UpdateJobRequest, UpdateJobResponse } from '@aws-sdk/client-glue';
import { entityNotFound, invalidInput } from '../errors';
import { glueOperation } from '../operation';
import { jobDefinition } from '../outputs/jobDefinition';
import { name } from '../validation/common';
import { jobCommand, jobMembers, role } from '../validation/jobs';
import { structure } from '../../../protocol/shape';

/**
 * "The previous job definition is completely overwritten by this information"
 * (UpdateJob, AWS Glue API reference): what is not given is removed or goes
 * back to its default, and Role and Command, which have none, must be given.
 */
export const UpdateJob = glueOperation<UpdateJobRequest, UpdateJobResponse>({
  name: 'UpdateJob',
  input: structure({
    JobName: name,
    JobUpdate: structure(
      {},
      { Role: role, Command: jobCommand, ...jobMembers },
    ),
  }),
  handle({ JobName, JobUpdate }, context) {
    const { store } = context;
    return store.transaction(() => {
      const job = store.jobs.get(JobName);
      if (!job) throw entityNotFound('Job', JobName);
      for (const member of ['Role', 'Command'] as const) {
        if (JobUpdate[member] === undefined) {
          throw invalidInput(
            `JobUpdate has no ${member}. An update replaces the whole definition of job ${JobName}: give all of it.`,
          );
        }
      }
      store.jobs.put(
        jobDefinition({
          ...JobUpdate,
          Name: JobName,
          CreatedOn: job.CreatedOn,
          LastModifiedOn: new Date(),
        }),
      );
      return { JobName };
    });
  },
});
