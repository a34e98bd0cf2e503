import type { Pipeline } from './pipeline';

/**
 * Names that are the same in every deployment, because the developer portal
 * and people find the pipeline by them. Everything else (bucket, roles, secret)
 * gets a name from CloudFormation.
 */
export function namesOf({ name, warehouse }: Pipeline) {
  return {
    workflow: name,
    /** Names in the catalog take underscores, and Athena takes no hyphens. */
    database: name.replaceAll('-', '_'),
    connection: `${name}-redshift`,
    namespace: name,
    workgroup: name,
    /** A job, crawler or trigger of the workflow. */
    step: (step: string) => `${name}-${step}`,
    rawPrefix: (source: string) => `raw/${source}/`,
    processedPrefix: `processed/${warehouse.table}/`,
    temporaryPrefix: 'temporary/',
  };
}

export type Names = ReturnType<typeof namesOf>;
