/** By this `ui:field` the catalog's module names the parts of a pipeline. */
export const PART_FIELD = 'GluePipelinePart';
