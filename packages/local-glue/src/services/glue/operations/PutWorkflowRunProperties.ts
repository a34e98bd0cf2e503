import type {
  PutWorkflowRunPropertiesRequest,
  PutWorkflowRunPropertiesResponse,
} from '@aws-sdk/client-glue';
import { glueOperation } from '../operation';
import { requireWorkflowRun } from '../store/requireWorkflowRun';
import { id, name, runProperties } from '../validation/common';
import { structure } from '../../../protocol/shape';

/** Adds to the run's properties; the workflow's defaults stay as they are. */
export const PutWorkflowRunProperties = glueOperation<
  PutWorkflowRunPropertiesRequest,
  PutWorkflowRunPropertiesResponse
>({
  name: 'PutWorkflowRunProperties',
  input: structure({ Name: name, RunId: id, RunProperties: runProperties }),
  handle({ Name, RunId, RunProperties }, context) {
    const { store } = context;
    return store.transaction(() => {
      const run = requireWorkflowRun(store, Name, RunId);
      const { fired } = store.workflowRuns.state(RunId)!;
      store.workflowRuns.update({
        run: {
          ...run,
          WorkflowRunProperties: {
            ...run.WorkflowRunProperties,
            ...RunProperties,
          },
        },
        fired,
      });
      return {};
    });
  },
});
