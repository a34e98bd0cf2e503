import type { Account } from '../../base/Account';
import { Service, withContext } from '../../protocol/operation';
import { GetCallerIdentity } from './operations/GetCallerIdentity';

export function stsService(account: Account): Service {
  return {
    id: 'sts',
    protocol: 'aws-query',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: withContext(account, [GetCallerIdentity]),
  };
}
