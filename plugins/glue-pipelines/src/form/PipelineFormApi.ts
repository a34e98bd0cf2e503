import { createApiRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { PipelineProblem } from '@glue-pipelines/pipeline';

/** What the pages of the form ask the scaffolder's back end. */
export interface PipelineFormApi {
  /**
   * What is wrong with a form as far as it is filled in.
   * @param form - The values of the pages that were reached
   */
  check(form: JsonObject): Promise<PipelineProblem[]>;
}

/** @public */
export const pipelineFormApiRef = createApiRef<PipelineFormApi>({
  id: 'plugin.glue-pipelines.form',
});
