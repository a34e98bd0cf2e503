import { Service, withContext } from '../../protocol/operation';
import { LogsContext } from './operation';
import { DescribeLogGroups } from './operations/DescribeLogGroups';
import { DescribeLogStreams } from './operations/DescribeLogStreams';
import { FilterLogEvents } from './operations/FilterLogEvents';
import { GetLogEvents } from './operations/GetLogEvents';

/**
 * Reading of CloudWatch Logs: what jobs and crawlers wrote, served from their
 * files. It calls every broken constraint an InvalidParameterException.
 */
export function logsService(context: LogsContext): Service {
  return {
    id: 'logs',
    protocol: 'aws-json-1.1',
    targetPrefix: 'Logs_20140328',
    operations: withContext(
      context,
      [DescribeLogGroups, DescribeLogStreams, FilterLogEvents, GetLogEvents],
      'InvalidParameterException',
    ),
  };
}
