import type { DeployContext } from '../DeployContext';

/** One resource of a template. */
export interface ResourceRequest {
  stack: string;
  logicalId: string;
  /** The name it has or is to have. */
  name: string;
  /** Every reference resolved. What creates or updates has the secrets in it, too. */
  properties: Record<string, any>;
  context: DeployContext;
}

export interface ResourceUpdate extends ResourceRequest {
  /** What was deployed before: properties with dynamic references as written. */
  previous: { properties: Record<string, any>; physicalId: string };
  /** The new ones, with dynamic references as written: to compare with the previous. */
  written: Record<string, any>;
}

/** A resource that exists: what references to it give. */
export interface ResourceState {
  /** What Ref gives. */
  physicalId: string;
  /** What Fn::GetAtt gives, by attribute name. */
  attributes: Record<string, unknown>;
}

/**
 * Makes one CloudFormation resource type out of a service's operations.
 * Each method throws the service's own `AwsError`. Where a template gives the
 * name, and which changes mean another resource, is told by `updateBehaviours`.
 */
export interface ResourceHandler {
  /** `AWS::Glue::Job` */
  readonly type: string;
  /** What people call it, with its article: `A Glue job`. */
  readonly noun: string;
  /** The name when the template gives none, as CloudFormation forms it; not there where the template has to give one. */
  generatedName?(stack: string, logicalId: string): string;
  /** What tells it from others of its type, where its name does not. */
  uniqueName?(name: string, properties: Record<string, any>): string;
  /** What of such a resource has no meaning on this machine; nothing unless given. */
  leavesOut?(properties: Record<string, any>): 'nothing' | 'part' | 'all';
  create(request: ResourceRequest): Promise<ResourceState>;
  /** Changes in place what is not create-only. */
  update(request: ResourceUpdate): Promise<ResourceState>;
  delete(request: ResourceRequest): Promise<void>;
  /** Whether what was deployed is still there. */
  isThere(request: ResourceRequest): Promise<boolean>;
}
