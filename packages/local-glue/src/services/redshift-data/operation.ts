import { operationOf } from '../../protocol/operation';
import type { RedshiftDataContext } from './context';

/** Declares an operation of the Data API. */
export const dataOperation = operationOf<RedshiftDataContext>();
