import type { StructureShape } from './shape';
import { validate, Validated } from './validate';

/**
 * One AWS API operation, as a service declares it. Input and output have the
 * member names and types of the service's public model; timestamps are `Date`
 * and are serialised by the protocol. `Context` is what the service's
 * operations reach.
 */
export interface Declaration<Context, Input = any, Output = unknown> {
  readonly name: string;
  /** What the input is checked against, before `handle` sees it. */
  readonly input?: StructureShape;
  handle(input: Validated<Input>, context: Context): Output | Promise<Output>;
}

/** An operation that can be called. Throws `AwsError`. */
export interface Operation {
  readonly name: string;
  /** The table of constraints that the input is checked against, for those who ask what is supported. */
  readonly input?: StructureShape;
  handle(input: any): unknown;
}

/** How a service declares its operations: `const glueOperation = operationOf<GlueContext>()`. */
export function operationOf<Context>() {
  return <Input, Output = unknown>(
    declaration: Declaration<Context, Input, Output>,
  ): Declaration<Context> => declaration;
}

/**
 * Operations with what they reach. Their input is checked first.
 *
 * @param code - what the service calls a broken constraint
 */
export function withContext<Context>(
  context: Context,
  declarations: readonly Declaration<Context>[],
  code: string = 'ValidationException',
): Operation[] {
  return declarations.map(({ name, input, handle }) => ({
    name,
    input,
    handle: given =>
      handle(input ? validate(input, given, code) : given, context),
  }));
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
