import type { UpdateJobRequest, UpdateJobResponse } from '@aws-sdk/client-glue';
import { entityNotFound } from '../errors';
import { glueOperation } from '../operation';
import { jobDefinition } from '../outputs/jobDefinition';
import { glueStore } from '../store/GlueStore';
import { name } from '../validation/common';
import { jobCommand, jobMembers, role } from '../validation/jobs';
import { structure } from '../validation/shape';

/** What is not given is removed or goes back to its default (UpdateJob, AWS Glue API reference). */
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
    const { jobs } = glueStore(context);
    const job = jobs.get(JobName);
    if (!job) throw entityNotFound('Job', JobName);
    jobs.put(
      jobDefinition({
        Role: job.Role,
        Command: job.Command,
        ...JobUpdate,
        Name: JobName,
        CreatedOn: job.CreatedOn,
        LastModifiedOn: new Date(),
      }),
    );
    return { JobName };
  },
});
