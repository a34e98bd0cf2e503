import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { pipelineFormApiRef } from '../form/PipelineFormApi';
import { PipelineFormClient } from '../form/PipelineFormClient';

/** `api:glue-pipelines/form` */
export const pipelineFormApi = ApiBlueprint.make({
  name: 'form',
  params: defineParams =>
    defineParams({
      api: pipelineFormApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new PipelineFormClient(apis),
    }),
});
