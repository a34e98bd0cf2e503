import { Service } from '../../protocol/operation';
import { getCallerIdentity } from './operations/getCallerIdentity';

export const stsService: Service = {
  id: 'sts',
  protocol: 'aws-query',
  xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  operations: [getCallerIdentity],
};
