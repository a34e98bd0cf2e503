import { Operation } from '../../protocol/operation';
import { ServerContext } from '../../server/context';
import { StructureShape } from '../../protocol/shape';
import { validate, Validated } from '../../protocol/validate';

/** Declares an operation whose input is checked against its table first. */
export function dataOperation<Input>(
  name: string,
  input: StructureShape,
  handle: (input: Validated<Input>, context: ServerContext) => unknown,
): Operation & { readonly input: StructureShape } {
  return {
    name,
    input,
    handle: (given, context) => handle(validate<Input>(input, given), context),
  };
}
