/** What happened to one resource of a stack. */
export type ResourceChange =
  | 'created'
  | 'updated'
  | 'replaced'
  | 'unchanged'
  /** It was deployed and somebody has deleted it since. */
  | 'made-again'
  | 'deleted'
  | 'retained'
  | 'rolled-back';

/** A resource that has no meaning on this machine; references to it still resolve. */
export interface LeftOut {
  stack: string;
  logicalId: string;
  resourceType: string;
}

/**
 * Progress of a deployment: the lines that `POST /_local-glue/deploy` streams.
 *
 * @public
 */
export type DeployEvent =
  | {
      type: 'asset';
      /** `s3://bucket/key` */
      location: string;
      action: 'published' | 'present';
    }
  | {
      type: 'stack';
      stack: string;
      action: 'deploying' | 'deployed' | 'destroying' | 'destroyed';
    }
  | {
      type: 'resource';
      stack: string;
      logicalId: string;
      resourceType: string;
      physicalId: string;
      action: ResourceChange;
    }
  | DeployResult;

/**
 * The last line of a deployment.
 *
 * @public
 */
export type DeployResult =
  | {
      type: 'result';
      ok: true;
      stacks: {
        stack: string;
        changes: Partial<Record<ResourceChange, number>>;
        outputs: Record<string, string>;
      }[];
      leftOut: LeftOut[];
    }
  | {
      type: 'result';
      ok: false;
      /** One sentence or two for a person: which thing, why, what to do. */
      message: string;
      stack?: string;
      logicalId?: string;
      resourceType?: string;
      reason?: string;
    };
