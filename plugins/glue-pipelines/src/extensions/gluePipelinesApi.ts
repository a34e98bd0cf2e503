import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { gluePipelinesApiRef } from '../api/GluePipelinesApi';
import { GluePipelinesClient } from '../api/GluePipelinesClient';

/** `api:glue-pipelines` */
export const gluePipelinesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gluePipelinesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new GluePipelinesClient(apis),
    }),
});
