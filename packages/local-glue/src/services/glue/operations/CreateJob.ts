import type { CreateJobRequest, CreateJobResponse } from '@aws-sdk/client-glue';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { jobDefinition } from '../outputs/jobDefinition';
import { tagCreated } from '../tagged';
import { name, tags } from '../validation/common';
import { jobCommand, jobMembers, role } from '../validation/jobs';
import { structure } from '../../../protocol/shape';

export const CreateJob = glueOperation<CreateJobRequest, CreateJobResponse>({
  name: 'CreateJob',
  input: structure(
    { Name: name, Role: role, Command: jobCommand },
    { ...jobMembers, Tags: tags },
  ),
  handle({ Tags, ...definition }, context) {
    const { store } = context;
    const { Name } = definition;
    return store.transaction(() => {
      if (store.jobs.get(Name)) throw alreadyExists('Job', Name);
      const now = new Date();
      store.jobs.put(
        jobDefinition({ ...definition, CreatedOn: now, LastModifiedOn: now }),
      );
      tagCreated(context, 'job', Name, Tags);
      return { Name };
    });
  },
});
