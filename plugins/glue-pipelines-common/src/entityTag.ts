/**
 * The tag of a Glue workflow that names the catalog entity to which it belongs,
 * e.g. `component:default/covid-hiring`. An annotation alone does not prove
 * that: whoever may edit an entity can write any ARN into it.
 *
 * Tags take letters, digits, spaces and `_.:/=+-@`, at most 128 of them in a
 * key and 256 in a value ("Tag naming limits and requirements", Tagging AWS
 * Resources User Guide): so does every entity ref.
 *
 * @public
 */
export const WORKFLOW_ENTITY_TAG = 'glue-pipelines.io/entity';
