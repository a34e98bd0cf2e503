import { Service } from '../../protocol/operation';
import { glueOperations } from './operations';

/** AWS Glue: workflows, triggers, jobs, crawlers and the Data Catalog. */
export const glueService: Service = {
  id: 'glue',
  protocol: 'aws-json-1.1',
  targetPrefix: 'AWSGlue',
  operations: glueOperations,
};
