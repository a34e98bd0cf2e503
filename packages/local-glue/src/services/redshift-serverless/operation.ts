import { operationOf } from '../../protocol/operation';
import type { ServerlessContext } from './context';

/** Declares an operation of Redshift Serverless. */
export const serverlessOperation = operationOf<ServerlessContext>();
