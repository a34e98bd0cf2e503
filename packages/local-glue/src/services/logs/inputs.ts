import {
  boolean,
  integer,
  list,
  oneOf,
  string,
  structure,
} from '../../protocol/shape';

/** The constraints of the Amazon CloudWatch Logs API Reference, a table for each operation. */

const groupName = string({
  min: 1,
  max: 512,
  pattern: {
    expression: /^[.\-_/#A-Za-z0-9]+$/,
    says: 'must consist of letters, digits and .-_/#',
  },
});

const groupIdentifier = string({
  min: 1,
  max: 2048,
  pattern: {
    expression: /^[\w#+=/:,.@-]*$/,
    says: 'must be the name or the ARN of a log group',
  },
});

const streamName = string({
  min: 1,
  max: 512,
  pattern: {
    expression: /^[^:*]*$/,
    says: 'must have no colon and no asterisk',
  },
});

const group = {
  logGroupName: groupName,
  logGroupIdentifier: groupIdentifier,
};

const between = {
  startTime: integer({ min: 0 }),
  endTime: integer({ min: 0 }),
};

const paging = (most: number) => ({
  nextToken: string({ min: 1 }),
  limit: integer({ min: 1, max: most }),
});

export const inputs = {
  DescribeLogGroups: structure(
    {},
    {
      accountIdentifiers: list(
        string({
          min: 12,
          max: 12,
          pattern: { expression: /^\d{12}$/, says: 'must be an account id' },
        }),
        { max: 20 },
      ),
      logGroupNamePrefix: groupName,
      logGroupNamePattern: string({
        max: 512,
        pattern: {
          expression: /^[.\-_/#A-Za-z0-9]*$/,
          says: 'must consist of letters, digits and .-_/#',
        },
      }),
      includeLinkedAccounts: boolean(),
      logGroupClass: oneOf('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'),
      logGroupIdentifiers: list(groupIdentifier, { min: 1, max: 50 }),
      ...paging(50),
    },
  ),
  DescribeLogStreams: structure(
    {},
    {
      ...group,
      logStreamNamePrefix: streamName,
      orderBy: oneOf('LogStreamName', 'LastEventTime'),
      descending: boolean(),
      ...paging(50),
    },
  ),
  FilterLogEvents: structure(
    {},
    {
      ...group,
      ...between,
      logStreamNames: list(streamName, { min: 1, max: 100 }),
      logStreamNamePrefix: streamName,
      filterPattern: string({ max: 1024 }),
      startFromHead: boolean(),
      interleaved: boolean(),
      unmask: boolean(),
      ...paging(10_000),
    },
  ),
  GetLogEvents: structure(
    { logStreamName: streamName },
    {
      ...group,
      ...between,
      startFromHead: boolean(),
      unmask: boolean(),
      ...paging(10_000),
    },
  ),
};
