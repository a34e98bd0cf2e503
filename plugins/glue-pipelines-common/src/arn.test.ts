import {
  crawlerConsoleUrl,
  jobRunConsoleUrl,
  logConsoleUrl,
  parseWorkflowArn,
  parseWorkflowArnList,
  partitionOf,
  runConsoleUrl,
  workflowConsoleUrl,
} from './arn';

describe('parseWorkflowArn', () => {
  it.each([
    [
      'arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring',
      'aws',
      'eu-west-1',
      'covid-hiring',
    ],
    [
      'arn:aws-cn:glue:cn-north-1:123456789012:workflow/orders',
      'aws-cn',
      'cn-north-1',
      'orders',
    ],
    [
      'arn:aws-us-gov:glue:us-gov-west-1:123456789012:workflow/a:b/c',
      'aws-us-gov',
      'us-gov-west-1',
      'a:b/c',
    ],
  ])('reads %s', (arn, partition, region, name) => {
    expect(parseWorkflowArn(arn)).toEqual({
      arn,
      partition,
      region,
      accountId: '123456789012',
      name,
    });
  });

  it.each([
    ['covid-hiring', "it must begin with 'arn:'"],
    [
      'arn:gcp:glue:eu-west-1:123456789012:workflow/x',
      "'gcp' is not a partition",
    ],
    [
      'arn:aws:s3:eu-west-1:123456789012:workflow/x',
      "the service is 's3', not 'glue'",
    ],
    ['arn:aws:glue::123456789012:workflow/x', 'the region is missing'],
    [
      'arn:aws:glue:europe:123456789012:workflow/x',
      "'europe' is not a region such as",
    ],
    [
      `arn:aws:glue:eu-${'w'.repeat(400)}-1:123456789012:workflow/x`,
      'is not a region such as',
    ],
    [
      'arn:aws-foo:glue:eu-west-1:123456789012:workflow/x',
      "the region 'eu-west-1' is in the partition 'aws', not 'aws-foo'",
    ],
    [
      'arn:aws:glue:cn-north-1:123456789012:workflow/x',
      "the region 'cn-north-1' is in the partition 'aws-cn', not 'aws'",
    ],
    [
      `arn:aws-${'x'.repeat(400)}:glue:eu-west-1:123456789012:workflow/x`,
      'not a partition',
    ],
    [
      'arn:aws:glue:eu-west-1:1234:workflow/x',
      "'1234' is not an account id of 12 digits",
    ],
    [
      'arn:aws:glue:eu-west-1:123456789012:job/x',
      "'job/x' does not begin with 'workflow/'",
    ],
    [
      'arn:aws:glue:eu-west-1:123456789012:workflow/',
      'must have 1 to 255 characters',
    ],
    [
      `arn:aws:glue:eu-west-1:123456789012:workflow/${'x'.repeat(256)}`,
      'must have 1 to 255 characters',
    ],
    [
      'arn:aws:glue:eu-west-1:123456789012:workflow/a\0b',
      'must not contain line breaks or other control characters',
    ],
    [
      'arn:aws:glue:eu-west-1:123456789012:workflow/a\nb',
      'must not contain line breaks or other control characters',
    ],
    [
      'arn:aws:glue:eu-west-1:123456789012:workflow/a\uD800',
      'must not contain line breaks or other control characters',
    ],
    [
      'arn:aws:glue:eu-west-1:123456789012:workflow/ a',
      'must not begin or end with a space',
    ],
  ])('says what is wrong with %j', (arn, problem) => {
    expect(() => parseWorkflowArn(arn)).toThrow(problem);
  });

  it('repeats only the beginning of a long text', () => {
    expect(() => parseWorkflowArn('x'.repeat(10_000))).toThrow(
      /^'x{120}…' is not the ARN/,
    );
  });

  it.each([
    ['eu-west-1', 'aws'],
    ['mx-central-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['us-iso-west-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('knows that %s is in the partition %s alone', (region, partition) => {
    const arn = (of: string) =>
      `arn:${of}:glue:${region}:123456789012:workflow/x`;
    expect(parseWorkflowArn(arn(partition)).partition).toBe(partition);
    expect(() => parseWorkflowArn(arn('aws-other'))).toThrow(
      `in the partition '${partition}'`,
    );
  });
});

describe('parseWorkflowArnList', () => {
  const a = 'arn:aws:glue:eu-west-1:123456789012:workflow/a';
  const b = 'arn:aws:glue:us-east-1:210987654321:workflow/b';

  it.each([
    ['undefined', undefined, []],
    ['an empty text', ' ', []],
    ['one', a, [a]],
    ['commas', `${a},${b}`, [a, b]],
    ['whitespace and line breaks', `\n  ${a}\n\t${b}\n`, [a, b]],
    ['commas with spaces, and a repetition', `${a} , ${b}, ${a}`, [a, b]],
    ['a name with spaces', `${a} and more ${b}`, [`${a} and more`, b]],
  ])('reads %s', (_, value, arns) => {
    const { workflows, problems } = parseWorkflowArnList(value);
    expect(workflows.map(w => w.arn)).toEqual(arns);
    expect(problems).toEqual([]);
  });

  it('keeps what is good and names each part that is not', () => {
    const { workflows, problems } = parseWorkflowArnList(`${a}, nonsense, b`);
    expect(workflows.map(w => w.arn)).toEqual([a]);
    expect(problems).toEqual([
      expect.stringContaining(`'nonsense' is not the ARN of a Glue workflow`),
      expect.stringContaining(`'b' is not the ARN of a Glue workflow`),
    ]);
  });
});

it('never takes the beginning of a name for the name', () => {
  const { workflows, problems } = parseWorkflowArnList(
    'arn:aws:glue:eu-west-1:123456789012:workflow/my\nflow',
  );
  expect(workflows).toEqual([]);
  expect(problems).toEqual([
    expect.stringContaining('must not contain line breaks'),
  ]);
});

describe('console URLs', () => {
  const workflow = (partition: string, region: string, name = 'my flow') =>
    parseWorkflowArn(
      `arn:${partition}:glue:${region}:123456789012:workflow/${name}`,
    );

  it.each([
    [
      'aws',
      'eu-west-1',
      'https://eu-west-1.console.aws.amazon.com/glue/home?region=eu-west-1#/v2/etl-configuration/workflows/view/my%20flow',
    ],
    [
      'aws-cn',
      'cn-north-1',
      'https://cn-north-1.console.amazonaws.cn/glue/home?region=cn-north-1#/v2/etl-configuration/workflows/view/my%20flow',
    ],
    [
      'aws-us-gov',
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/glue/home?region=us-gov-west-1#/v2/etl-configuration/workflows/view/my%20flow',
    ],
  ])('links a workflow in partition %s', (partition, region, url) => {
    expect(workflowConsoleUrl(workflow(partition, region))).toBe(url);
  });

  it('links runs, job runs and crawlers', () => {
    const flow = workflow('aws', 'eu-west-1');
    expect(runConsoleUrl(flow, 'wr_1')).toBe(
      'https://eu-west-1.console.aws.amazon.com/glue/home?region=eu-west-1#/v2/etl-configuration/workflows/run/my%20flow?runId=wr_1',
    );
    expect(jobRunConsoleUrl(flow, 'a/b', 'jr_1')).toBe(
      'https://eu-west-1.console.aws.amazon.com/gluestudio/home?region=eu-west-1#/job/a%2Fb/run/jr_1',
    );
    expect(crawlerConsoleUrl(flow, 'raw')).toBe(
      'https://eu-west-1.console.aws.amazon.com/glue/home?region=eu-west-1#/v2/data-catalog/crawlers/view/raw',
    );
    expect(logConsoleUrl(flow, '/aws-glue/jobs/error')).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws-glue$252Fjobs$252Ferror',
    );
    expect(logConsoleUrl(flow, 'logs', 'a b/c')).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/logs/log-events/a$2520b$252Fc',
    );
  });

  it('has no links into an account that AWS does not have', () => {
    const local = parseWorkflowArn(
      'arn:aws:glue:us-east-1:000000000000:workflow/flow',
    );
    expect(workflowConsoleUrl(local)).toBeUndefined();
    expect(runConsoleUrl(local, 'wr_1')).toBeUndefined();
    expect(jobRunConsoleUrl(local, 'job', 'jr_1')).toBeUndefined();
    expect(crawlerConsoleUrl(local, 'raw')).toBeUndefined();
  });
});

describe('partitionOf', () => {
  it.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ])('%s: %s', (region, partition) =>
    expect(partitionOf(region)).toBe(partition),
  );
});
