import { ServerContext } from '../server/context';

/**
 * One AWS API operation. Input and output have the member names and types of
 * the service's public model; timestamps are `Date` and are serialised by the
 * protocol.
 */
export interface Operation<Input = any, Output = any> {
  readonly name: string;
  /** The table of constraints that the input is checked against, for those who ask what is supported. */
  readonly input?: unknown;
  handle(input: Input, context: ServerContext): Output | Promise<Output>;
}

/** A service as AWS clients address it. */
export interface Service {
  /** The signing name, as in the credential scope of a request: `glue`, `redshift-data`. */
  readonly id: string;
  /** How requests name an operation and how answers are written. */
  readonly protocol: 'aws-json-1.0' | 'aws-json-1.1' | 'aws-query';
  /** For JSON protocols the part of `X-Amz-Target` before the dot: `AWSGlue`. */
  readonly targetPrefix?: string;
  /**
   * For JSON protocols: how timestamps are written; `date-time` is ISO 8601,
   * for services whose model says so (Redshift Serverless). Epoch seconds
   * unless given.
   */
  readonly timestampFormat?: 'epoch-seconds' | 'date-time';
  /** For the query protocol: the XML namespace of answers. */
  readonly xmlNamespace?: string;
  /**
   * For the query protocol: the element name of a list's members, by the
   * list's own name, where the service's model says other than `member`.
   */
  readonly xmlListMembers?: Readonly<Record<string, string>>;
  readonly operations: readonly Operation[];
}
