import { AwsError } from '../../../base/AwsError';
import { inputs } from '../inputs';
import { logsOperation } from '../operation';
import { LogGroup, logGroups, nameOfIdentifier } from '../logGroups';
import { offsetPage } from '../../../protocol/offsetPage';
import { invalidToken } from '../errors';

export interface DescribeLogGroupsInput {
  logGroupNamePrefix?: string;
  /** Part of a name, in any case. */
  logGroupNamePattern?: string;
  /** Every group here is of the class STANDARD. */
  logGroupClass?: string;
  /** Names or ARNs. */
  logGroupIdentifiers?: string[];
  accountIdentifiers?: string[];
  includeLinkedAccounts?: boolean;
  nextToken?: string;
  /** At most 50. */
  limit?: number;
}

/** The groups that have at least one stream, by name. */
export const DescribeLogGroups = logsOperation<DescribeLogGroupsInput>({
  name: 'DescribeLogGroups',
  input: inputs.DescribeLogGroups,
  async handle(input, { accountId, dataDir, region }) {
    const { logGroupNamePrefix = '', logGroupNamePattern = '' } = input;
    if (input.includeLinkedAccounts || input.accountIdentifiers?.length) {
      throw new AwsError(
        'InvalidParameterException',
        'local-glue has one account: leave out includeLinkedAccounts and accountIdentifiers.',
      );
    }
    const isOtherClass = (input.logGroupClass ?? 'STANDARD') !== 'STANDARD';
    const named = input.logGroupIdentifiers?.map(nameOfIdentifier);
    const wanted = (await logGroups(dataDir)).filter(
      ({ name }) =>
        !isOtherClass &&
        (named?.includes(name) ?? true) &&
        name.startsWith(logGroupNamePrefix) &&
        name.toLowerCase().includes(logGroupNamePattern.toLowerCase()),
    );
    const described = [];
    for (const group of wanted) {
      const description = await describe(group, dataDir);
      if (!description) continue;
      const logGroupArn = `arn:aws:logs:${region}:${accountId}:log-group:${group.name}`;
      described.push({ ...description, arn: `${logGroupArn}:*`, logGroupArn });
    }
    const { items, nextToken } = offsetPage(
      described,
      input.nextToken,
      undefined,
      input.limit ?? 50,
      invalidToken,
    );
    return { logGroups: items, nextToken };
  },
});

async function describe(group: LogGroup, dataDir: string) {
  const streams = await group.streams(dataDir);
  if (streams.length === 0) return undefined;
  let storedBytes = 0;
  for (const stream of streams) {
    storedBytes += (await stream.open()).storedBytes;
  }
  return {
    logGroupName: group.name,
    creationTime: streams[0].createdAt,
    metricFilterCount: 0,
    storedBytes,
    logGroupClass: 'STANDARD',
  };
}
