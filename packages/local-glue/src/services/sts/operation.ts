import type { Account } from '../../base/Account';
import { operationOf } from '../../protocol/operation';

/** Declares an operation of STS. */
export const stsOperation = operationOf<Account>();
