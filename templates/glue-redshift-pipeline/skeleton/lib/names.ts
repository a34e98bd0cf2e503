import type { Pipeline } from './pipeline';

/** A job, crawler, classifier or trigger of the workflow of a pipeline. */
export const stepName = (pipeline: string, step: string) =>
  `${pipeline}-${step}`;

/**
 * Names that are the same in every deployment, because the developer portal
 * and people find the pipeline by them. Everything else (bucket, roles, secret)
 * gets a name from CloudFormation, which may then replace it at any time. What
 * is named here has no property but its name that CloudFormation changes only
 * by replacing the resource.
 */
export function namesOf({ name, warehouse }: Pipeline) {
  return {
    workflow: name,
    /** Names in the catalog take underscores, and Athena takes no hyphens. */
    database: name.replaceAll('-', '_'),
    step: (step: string) => stepName(name, step),
    /** The files of the jobs, a folder for each version. */
    scriptsPrefix: 'scripts/',
    /** The log groups of the jobs on Spark, below those that Glue has for all jobs. */
    logGroupPrefix: `/aws-glue/jobs/${name}`,
    rawPrefix: (source: string) => `raw/${source}/`,
    rejectedPrefix: (source: string) => `rejected/${source}/`,
    processedPrefix: `processed/${warehouse.table}/`,
    /** The table of the result in the catalog, whether a crawler or transform makes it. */
    processedTable: `processed_${warehouse.table}`,
    quarantinePrefix: `quarantine/${warehouse.table}/`,
    /** What runs found of the rules of the result. */
    qualityPrefix: `quality/${warehouse.table}/`,
    /** What Redshift loads, and what transform tells of it. */
    loadingPrefix: 'loading/',
    /** Which files runs have loaded. */
    loadedFiles: `loading/${warehouse.table}.loaded.json`,
    temporaryPrefix: 'temporary/',
  };
}

export type Names = ReturnType<typeof namesOf>;
