import { Operation } from '../../protocol/operation';
import { ServerContext } from '../../server/context';
import { StructureShape } from '../../protocol/shape';
import { validate, Validated } from '../../protocol/validate';

/** An operation with the table of constraints that its input is checked against. */
export interface GlueOperation<Input = any, Output = any> extends Operation<
  Input,
  Output
> {
  readonly input: StructureShape;
}

/**
 * Declares an operation of Glue. `handle` sees only input that satisfies
 * `input`; anything else is answered with ValidationException or
 * SerializationException (see `validate`).
 */
export function glueOperation<Input, Output>(definition: {
  name: string;
  input: StructureShape;
  handle(
    input: Validated<Input>,
    context: ServerContext,
  ): Output | Promise<Output>;
}): GlueOperation<Input, Output> {
  return {
    name: definition.name,
    input: definition.input,
    handle: (input, context) =>
      definition.handle(validate<Input>(definition.input, input), context),
  };
}
