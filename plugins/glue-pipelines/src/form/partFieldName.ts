/** By this `ui:field` the catalog's module names the parts of a pipeline. */
export const PART_FIELD = 'GluePipelinePart';

/** The part that is none of the pipeline, but shows what becomes of all of them. */
export const PLAN_PART = 'plan';
