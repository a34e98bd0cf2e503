import type {
  CreateWorkflowRequest,
  CreateWorkflowResponse,
} from '@aws-sdk/client-glue';
import { alreadyExists } from '../errors';
import { glueOperation } from '../operation';
import { tagCreated } from '../tagged';
import { name, runProperties, tags } from '../validation/common';
import { integer, string, structure } from '../../../protocol/shape';

export const CreateWorkflow = glueOperation<
  CreateWorkflowRequest,
  CreateWorkflowResponse
>({
  name: 'CreateWorkflow',
  input: structure(
    { Name: name },
    {
      Description: string({ max: 120_000 }),
      DefaultRunProperties: runProperties,
      Tags: tags,
      MaxConcurrentRuns: integer({ min: 1 }),
    },
  ),
  handle({ Tags, ...definition }, context) {
    const { store } = context;
    const { Name } = definition;
    return store.transaction(() => {
      if (store.workflows.get(Name)) throw alreadyExists('Workflow', Name);
      const now = new Date();
      store.workflows.put({
        ...definition,
        DefaultRunProperties: definition.DefaultRunProperties ?? {},
        CreatedOn: now,
        LastModifiedOn: now,
      });
      tagCreated(context, 'workflow', Name, Tags);
      return { Name };
    });
  },
});
