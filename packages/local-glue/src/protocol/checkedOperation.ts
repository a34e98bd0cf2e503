import { Operation } from './operation';
import { StructureShape } from './shape';
import { validate } from './validate';

/**
 * An operation whose input is checked against its table first.
 * `code` is what the service calls a broken constraint.
 */
export function checkedOperation(
  operation: Operation,
  input: StructureShape,
  code: string = 'ValidationException',
): Operation {
  return {
    name: operation.name,
    input,
    handle: (given, context) =>
      operation.handle(validate(input, given, code), context),
  };
}
