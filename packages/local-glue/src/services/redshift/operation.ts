import { operationOf } from '../../protocol/operation';
import type { RedshiftContext } from './context';

/** Declares an operation of Redshift. */
export const redshiftOperation = operationOf<RedshiftContext>();
