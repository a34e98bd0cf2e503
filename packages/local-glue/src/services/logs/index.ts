import { Service } from '../../protocol/operation';
import { describeLogGroups } from './describeLogGroups';
import { describeLogStreams } from './describeLogStreams';
import { filterLogEvents } from './filterLogEvents';
import { getLogEvents } from './getLogEvents';

/** Reading of CloudWatch Logs: what jobs and crawlers wrote, served from their files. */
export const logsService: Service = {
  id: 'logs',
  protocol: 'aws-json-1.1',
  targetPrefix: 'Logs_20140328',
  operations: [
    describeLogGroups,
    describeLogStreams,
    filterLogEvents,
    getLogEvents,
  ],
};
