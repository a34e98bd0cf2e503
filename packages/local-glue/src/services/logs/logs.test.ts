import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { CapturedStream } from '../../jobs/capture/CapturedStream';
import { writeMetadata } from '../../jobs/capture/metadata';
import { logsService } from '.';

const etlRun = `jr_${'a'.repeat(64)}`;
const laterRun = `jr_${'b'.repeat(64)}`;
const shellRun = `jr_${'c'.repeat(64)}`;
const output = '/aws-glue/jobs/output';

describe('CloudWatch Logs', () => {
  let dataDir: string;

  async function capture(
    jobRunId: string,
    commandName: 'glueetl' | 'pythonshell',
    stdout: string,
    stderr: string,
    jobArguments: Record<string, string> = {},
  ) {
    const folder = join(dataDir, 'logs', jobRunId);
    mkdirSync(folder, { recursive: true });
    await writeMetadata(folder, {
      jobRunId,
      jobName: 'demo',
      commandName,
      scriptLocation: '',
      glueVersion: '5.1',
      arguments: jobArguments,
      timeoutMinutes: 1,
    });
    for (const [name, text] of [
      ['stdout', stdout],
      ['stderr', stderr],
    ] as const) {
      const stream = new CapturedStream(folder, name);
      stream.end(text);
      await finished(stream);
    }
  }

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-glue-logs-'));
    const lines = Array.from({ length: 25 }, (_, n) => `row ${n}\n`).join('');
    await capture(etlRun, 'glueetl', lines, 'ERROR one\nfine\n');
    await new Promise(resolve => setTimeout(resolve, 5));
    await capture(laterRun, 'glueetl', 'second run\n', 'ERROR two\n');
    await capture(shellRun, 'pythonshell', 'copied\n', '');
    mkdirSync(join(dataDir, 'logs', 'crawlers'));
    writeFileSync(
      join(dataDir, 'logs', 'crawlers', 'covid%20raw.log'),
      '2026-01-02T03:04:05.000Z 2 tables\n',
    );
  });

  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function call(name: string, input: object) {
    const service = logsService({
      dataDir,
      accountId: '000000000000',
      region: 'us-east-1',
    });
    const operation = service.operations.find(
      candidate => candidate.name === name,
    )!;
    return operation.handle(input) as any;
  }

  it('lists the groups of Glue that have streams', async () => {
    const { logGroups } = await call('DescribeLogGroups', {
      logGroupNamePrefix: '/aws-glue/',
    });
    expect(
      logGroups.map((group: { logGroupName: string }) => group.logGroupName),
    ).toEqual([
      '/aws-glue/crawlers',
      '/aws-glue/jobs/error',
      output,
      '/aws-glue/python-jobs/error',
      '/aws-glue/python-jobs/output',
    ]);
    expect(logGroups[2]).toMatchObject({
      arn: `arn:aws:logs:us-east-1:000000000000:log-group:${output}:*`,
      storedBytes: 176,
    });
    const page = await call('DescribeLogGroups', {
      logGroupNamePattern: 'PYTHON',
      limit: 1,
    });
    expect(page.logGroups).toHaveLength(1);
    expect(page.nextToken).toBe('1');
  });

  it('has a stream for what job run insights tell of a failure', async () => {
    writeFileSync(
      join(dataDir, 'logs', laterRun, 'insights.log'),
      '2026-01-02T03:04:05.678Z ERROR GlueExceptionAnalysisListener: [Glue Exception Analysis] {}\n',
    );
    const logStreamName = `${laterRun}-job-insights-rca-driver`;
    const { logStreams } = await call('DescribeLogStreams', {
      logGroupName: '/aws-glue/jobs/error',
      logStreamNamePrefix: laterRun,
    });
    expect(
      logStreams.map((s: { logStreamName: string }) => s.logStreamName),
    ).toEqual([laterRun, logStreamName]);
    const { events } = await call('GetLogEvents', {
      logGroupName: '/aws-glue/jobs/error',
      logStreamName,
    });
    expect(events).toMatchObject([
      {
        timestamp: Date.parse('2026-01-02T03:04:05.678Z'),
        message:
          'ERROR GlueExceptionAnalysisListener: [Glue Exception Analysis] {}',
      },
    ]);
    rmSync(join(dataDir, 'logs', laterRun, 'insights.log'));
  });

  it('has the groups that jobs name, which have streams of those alone', async () => {
    const ownRun = `jr_${'d'.repeat(64)}`;
    await capture(ownRun, 'glueetl', 'of its own\n', '', {
      '--custom-logGroup-prefix': '/aws-glue/jobs/orders/',
    });
    const group = '/aws-glue/jobs/orders/output';
    const { logGroups } = await call('DescribeLogGroups', {
      logGroupNamePrefix: '/aws-glue/jobs/orders',
    });
    expect(logGroups[1]).toMatchObject({ logGroupName: group });
    const { events } = await call('FilterLogEvents', { logGroupName: group });
    expect(events).toMatchObject([
      { logStreamName: ownRun, message: 'of its own' },
    ]);
    await expect(
      call('GetLogEvents', { logGroupName: output, logStreamName: ownRun }),
    ).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });

  it('lists a group’s streams, newest event first where asked', async () => {
    const { logStreams } = await call('DescribeLogStreams', {
      logGroupName: output,
      orderBy: 'LastEventTime',
      descending: true,
    });
    expect(
      logStreams.map((s: { logStreamName: string }) => s.logStreamName),
    ).toEqual([laterRun, etlRun]);
    expect(logStreams[1].lastEventTimestamp).toBeGreaterThan(1.7e12);
  });

  it('pages forward until the token stays the same', async () => {
    const messages: string[] = [];
    let nextToken: string | undefined;
    for (;;) {
      const answer: {
        events: { message: string }[];
        nextForwardToken: string;
      } = await call('GetLogEvents', {
        logGroupName: output,
        logStreamName: etlRun,
        startFromHead: true,
        limit: 10,
        nextToken,
      });
      messages.push(...answer.events.map(event => event.message));
      if (answer.nextForwardToken === nextToken) break;
      nextToken = answer.nextForwardToken;
    }
    expect(messages).toEqual(Array.from({ length: 25 }, (_, n) => `row ${n}`));
  });

  it('begins with the latest events and pages backward', async () => {
    const request = { logGroupName: output, logStreamName: etlRun, limit: 20 };
    const latest = await call('GetLogEvents', request);
    expect(latest.events[0].message).toBe('row 5');
    expect(latest.events[19].message).toBe('row 24');
    const earlier = await call('GetLogEvents', {
      ...request,
      nextToken: latest.nextBackwardToken,
    });
    expect(earlier.events).toHaveLength(5);
    expect(earlier.events[0].message).toBe('row 0');
    const none = await call('GetLogEvents', {
      ...request,
      nextToken: earlier.nextBackwardToken,
    });
    expect(none.events).toEqual([]);
    expect(none.nextBackwardToken).toBe(earlier.nextBackwardToken);
  });

  it('shows only events of the time asked for', async () => {
    const { events } = await call('GetLogEvents', {
      logGroupName: output,
      logStreamName: etlRun,
      endTime: 1,
    });
    expect(events).toEqual([]);
  });

  it('serves crawlers’ logs with the times of their lines', async () => {
    const { events } = await call('GetLogEvents', {
      logGroupIdentifier:
        'arn:aws:logs:us-east-1:000000000000:log-group:/aws-glue/crawlers',
      logStreamName: 'covid raw',
    });
    expect(events).toEqual([
      {
        timestamp: Date.parse('2026-01-02T03:04:05Z'),
        ingestionTime: Date.parse('2026-01-02T03:04:05Z'),
        message: '2 tables',
      },
    ]);
  });

  it('filters across streams and pages', async () => {
    const request = {
      logGroupName: '/aws-glue/jobs/error',
      filterPattern: 'ERROR',
      limit: 1,
    };
    const first = await call('FilterLogEvents', request);
    expect(first.events).toMatchObject([
      { logStreamName: etlRun, message: 'ERROR one' },
    ]);
    const second = await call('FilterLogEvents', {
      ...request,
      nextToken: first.nextToken,
    });
    expect(second.events).toMatchObject([
      { logStreamName: laterRun, message: 'ERROR two' },
    ]);
    const end = await call('FilterLogEvents', {
      ...request,
      nextToken: second.nextToken,
    });
    expect(end).toEqual({ events: [], searchedLogStreams: [] });
  });

  it.each([
    [
      'GetLogEvents',
      { logGroupName: '/other', logStreamName: 'x' },
      'ResourceNotFoundException',
      'log group /other',
    ],
    [
      'GetLogEvents',
      { logGroupName: output, logStreamName: '../../state' },
      'ResourceNotFoundException',
      'log stream ../../state',
    ],
    [
      'GetLogEvents',
      { logGroupName: output, logStreamName: etlRun, nextToken: 'x' },
      'InvalidParameterException',
      'nextToken',
    ],
    [
      'GetLogEvents',
      { logGroupName: output, logStreamName: etlRun, limit: 0 },
      'InvalidParameterException',
      "Value '0' at 'limit'",
    ],
    ['DescribeLogStreams', {}, 'InvalidParameterException', 'logGroupName'],
    [
      'FilterLogEvents',
      { logGroupName: output, logStreamNames: ['nothing'] },
      'ResourceNotFoundException',
      'nothing',
    ],
    [
      'FilterLogEvents',
      { logGroupName: output, nextToken: 'x' },
      'InvalidParameterException',
      'nextToken',
    ],
  ])('%s of %p: %s', async (name, input, code, message) => {
    await expect(call(name, input)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});
