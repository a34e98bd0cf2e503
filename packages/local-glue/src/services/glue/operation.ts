import { operationOf } from '../../protocol/operation';
import type { GlueContext } from './context';

/**
 * Declares an operation of Glue. `handle` sees only input that satisfies
 * `input`; anything else is answered with ValidationException or
 * SerializationException (see `validate`).
 */
export const glueOperation = operationOf<GlueContext>();
