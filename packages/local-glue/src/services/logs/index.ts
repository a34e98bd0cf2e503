import { Operation, Service } from '../../protocol/operation';
import { checkedOperation } from '../../protocol/checkedOperation';
import { StructureShape } from '../../protocol/shape';
import { describeLogGroups } from './describeLogGroups';
import { describeLogStreams } from './describeLogStreams';
import { filterLogEvents } from './filterLogEvents';
import { getLogEvents } from './getLogEvents';
import { inputs } from './inputs';

/** CloudWatch Logs calls every broken constraint an InvalidParameterException. */
const checked = (operation: Operation, input: StructureShape) =>
  checkedOperation(operation, input, 'InvalidParameterException');

/** Reading of CloudWatch Logs: what jobs and crawlers wrote, served from their files. */
export const logsService: Service = {
  id: 'logs',
  protocol: 'aws-json-1.1',
  targetPrefix: 'Logs_20140328',
  operations: [
    checked(describeLogGroups, inputs.DescribeLogGroups),
    checked(describeLogStreams, inputs.DescribeLogStreams),
    checked(filterLogEvents, inputs.FilterLogEvents),
    checked(getLogEvents, inputs.GetLogEvents),
  ],
};
