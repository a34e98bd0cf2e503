import { createApiRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  BrowsedBucket,
  FormBeginning,
  FormExample,
  FormSteps,
  PipelinePlan,
  SourcePreview,
} from '@glue-pipelines/backstage-plugin-common';
import type { PipelineProblem } from '@glue-pipelines/pipeline';

/** One of an example by its name, an entity by its reference, and a `pipeline.yaml`. */
export type BeginWith =
  { example: string } | { entityRef: string } | { yaml: string };

/** What the pages of the form ask the scaffolder's back end. */
export interface PipelineFormApi {
  /**
   * What is wrong with a form as far as it is filled in.
   * @param form - The values of the pages that were reached
   */
  check(form: JsonObject): Promise<PipelineProblem[]>;

  /**
   * The buckets that may be browsed, or what follows a prefix.
   * @param uri - `s3://bucket/prefix`; absent: the buckets
   * @param form - Says in which account and region the pipeline will run
   */
  browse(uri: string | undefined, form: JsonObject): Promise<BrowsedBucket>;

  /**
   * What the files of a source hold, and where it has no format how they are
   * written.
   */
  preview(source: JsonObject, form: JsonObject): Promise<SourcePreview>;

  /** The columns at each step, the keys of joins, and what is wrong with the steps. */
  steps(form: JsonObject, signal: AbortSignal): Promise<FormSteps>;

  /** The pipelines that come with the template. */
  examples(): Promise<FormExample[]>;

  /** The values of a form that begins with an example, a pipeline of the catalog or a file. */
  begin(asked: BeginWith): Promise<FormBeginning>;

  /** What becomes of a form: takes seconds, and is given up by the signal. */
  plan(form: JsonObject, signal: AbortSignal): Promise<PipelinePlan>;
}

/** @public */
export const pipelineFormApiRef = createApiRef<PipelineFormApi>({
  id: 'plugin.glue-pipelines.form',
});
