import { IndexableDocument } from '@backstage/plugin-search-common';

/**
 * The type of pipelines among the results of Backstage's search.
 *
 * @public
 */
export const GLUE_PIPELINES_SEARCH_TYPE = 'glue-pipelines';

/**
 * A workflow as Backstage's search knows it.
 *
 * @public
 */
export interface GluePipelineDocument extends IndexableDocument {
  arn: string;
  entityRef: string;
  /** Entity ref. */
  owner?: string;
}
