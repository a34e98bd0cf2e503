import { ServerContext } from '../../server/context';

/** One resource of a template, ready to be made. */
export interface ResourceRequest {
  stack: string;
  logicalId: string;
  /** The name it has or is to have. */
  name: string;
  /** Every reference resolved, secrets included. */
  properties: Record<string, any>;
  context: ServerContext;
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
 * Each method throws the service's own `AwsError`.
 */
export interface ResourceHandler {
  /** `AWS::Glue::Job` */
  readonly type: string;
  /** What people call it, with its article: `A Glue job`. */
  readonly noun: string;
  /** The name that the template gives, if it does. */
  givenName(properties: Record<string, any>): string | undefined;
  /** The name when the template gives none. */
  generatedName(stack: string, logicalId: string): string;
  /** Properties of which a change means another resource ("Update requires: Replacement"). */
  readonly replacedBy: readonly string[];
  /** What of such a resource has no meaning on this machine; nothing unless given. */
  leavesOut?(properties: Record<string, any>): 'nothing' | 'part' | 'all';
  create(request: ResourceRequest): Promise<ResourceState>;
  update(request: ResourceUpdate): Promise<ResourceState>;
  delete(request: ResourceRequest): Promise<void>;
}
