import { mockServices } from '@backstage/backend-test-utils';
import {
  LogLine,
  NodeAttempt,
  parseWorkflowArn,
  RunDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueEndpoint } from '../__testUtils__/GlueEndpoint';
import { collectedRun, COVID_HIRING_ARN } from '../__testUtils__/runs';
import { ScriptedEvent, ScriptedLogs } from '../__testUtils__/ScriptedLogs';
import { AwsCalls } from '../aws/AwsCalls';
import { AwsClients } from '../aws/AwsClients';
import { SdkGlueApi } from '../aws/SdkGlueApi';
import { SdkLogsApi } from '../aws/SdkLogsApi';
import { AttemptLogs, LogQuery } from './AttemptLogs';

const OUTPUT = '/aws-glue/jobs/output';
const ERROR = '/aws-glue/jobs/error';
const CONTINUOUS = '/aws-glue/jobs/logs-v2';
// The SDK waits between its attempts where AWS throttles.
jest.setTimeout(60_000);

const START = Date.parse('2026-11-20T10:00:00Z');

const events = (name: string, count: number, step = 1_000): ScriptedEvent[] =>
  Array.from({ length: count }, (_, i) => [START + i * step, `${name} ${i}`]);
const texts = ({ lines }: { lines: LogLine[] }) =>
  lines.map(({ text }) => text);

/** Over the wire, with what CloudWatch Logs has in each test. */
describe('AttemptLogs', () => {
  let glue: GlueEndpoint;
  let clients: AwsClients;
  let logs: ScriptedLogs;
  let attemptLogs: AttemptLogs;
  let run: RunDetail;

  function setUp(
    attempt: Partial<NodeAttempt> = {},
    type: 'JOB' | 'CRAWLER' = 'JOB',
  ) {
    run = {
      ...collectedRun(),
      consoleUrl: undefined,
      graph: {
        nodes: [
          {
            id: 'wnode_1',
            type,
            name: type === 'JOB' ? 'load' : 'cases',
            state: 'succeeded',
            attempts: [
              { id: 'jr_1', attempt: 0, rawState: 'SUCCEEDED', ...attempt },
            ],
          },
        ],
        edges: [],
      },
    };
  }

  beforeEach(async () => {
    glue = await GlueEndpoint.start();
    logs = new ScriptedLogs(glue);
    clients = new AwsClients({
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ({
            accessKeyId: 'test',
            secretAccessKey: 'test',
          }),
        }),
      },
      endpoint: glue.url,
    });
    const calls = new AwsCalls(clients);
    attemptLogs = new AttemptLogs({
      glue: new SdkGlueApi(calls),
      logs: new SdkLogsApi(calls),
      logger: mockServices.logger.mock(),
    });
    setUp();
  });

  afterEach(async () => {
    await clients.close();
    await glue.close();
  });

  const read = (query: Partial<LogQuery> = {}) =>
    attemptLogs.read(parseWorkflowArn(COVID_HIRING_ARN), run, {
      attempt: 'jr_1',
      ...query,
    });

  it('gives the newest lines of the driver, and leads back to all', async () => {
    logs.put(OUTPUT, 'jr_1-driver', events('out', 7));
    logs.put(ERROR, 'jr_1-driver', events('err', 4, 2_000));
    logs.put(ERROR, 'jr_1-1', events('executor', 4));
    const tail = await read({ limit: 4 });
    expect(texts(tail)).toEqual(['err 2', 'out 5', 'out 6', 'err 3']);
    expect(tail.lines[0]).toEqual({
      time: '2026-11-20T10:00:04.000Z',
      stream: `${ERROR}:jr_1-driver`,
      text: 'err 2',
    });
    expect(tail.streams).toMatchObject([
      { id: `${OUTPUT}:jr_1-driver`, kind: 'output', part: 'driver' },
      { name: 'jr_1-1', logGroup: ERROR, part: 'executor' },
      { id: `${ERROR}:jr_1-driver`, kind: 'error', part: 'driver' },
    ]);
    expect(tail.complete).toBe(true);
    expect(Date.now() - Date.parse(tail.readAt)).toBeLessThan(60_000);
    expect(tail.nextCursor).toBeUndefined();
    const before = await read({ limit: 4, cursor: tail.previousCursor });
    expect(texts(before)).toEqual(['out 2', 'err 1', 'out 3', 'out 4']);
    const first = await read({
      limit: 4,
      cursor: before.previousCursor,
    });
    expect(texts(first)).toEqual(['out 0', 'err 0', 'out 1']);
    expect(first.previousCursor).toBeUndefined();
    const again = await read({ limit: 4, cursor: first.nextCursor });
    expect(texts(again)).toEqual(texts(before));
  });

  it.each([
    ['output', ['out 0']],
    ['error', ['err 0']],
    ['driver', ['out 0', 'err 0', 'all 0']],
    ['jr_1_g-1f', ['executor 0']],
    [`${CONTINUOUS}:jr_1-progress-bar`, ['progress 0']],
    ['payments', []],
  ])('reads %s', async (stream, lines) => {
    logs.put(OUTPUT, 'jr_1', events('out', 1));
    logs.put(ERROR, 'jr_1', events('err', 1));
    logs.put(ERROR, 'jr_1_g-1f', events('executor', 1));
    logs.put(ERROR, 'jr_1_attempt_1', events('retry', 1));
    logs.put(ERROR, 'payments', events('secret', 1));
    logs.put(CONTINUOUS, 'jr_1-driver', events('all', 1));
    logs.put(CONTINUOUS, 'jr_1-progress-bar', events('progress', 1));
    const answer = await read({ stream });
    expect(texts(answer)).toEqual(lines);
    expect(answer.streams).toHaveLength(5);
  });

  it('reads no log that is not of the run, whatever its job says', async () => {
    logs.job = {
      Job: {
        DefaultArguments: {
          '--continuous-log-logGroup': '/payments',
          '--continuous-log-logStreamPrefix': 'production',
        },
      },
      JobRun: {},
    };
    logs.put('/payments', 'production', events('secret', 1));
    logs.put('/payments', 'production-jr_1-driver', events('mine', 1));
    expect(texts(await read())).toEqual(['mine 0']);
  });

  it('follows a job that runs', async () => {
    setUp({ rawState: 'RUNNING' });
    const output = events('out', 2);
    logs.put(OUTPUT, 'jr_1-driver', output);
    const tail = await read();
    expect(texts(tail)).toEqual(['out 0', 'out 1']);
    expect(tail).toMatchObject({ complete: false });
    output.push([START + 9_000, 'news']);
    logs.put(ERROR, 'jr_1-driver', [[START + 9_500, 'an error']]);
    const news = await read({ cursor: tail.nextCursor });
    expect(texts(news)).toEqual(['news']);
    const none = await read({ cursor: news.nextCursor });
    expect(none).toMatchObject({
      lines: [],
      emptyBecause: {
        reason: 'no-more-yet',
        text: 'There are no more lines so far.',
      },
      nextCursor: expect.any(String),
    });
  });

  it('begins at a time, and ends before one', async () => {
    logs.put(OUTPUT, 'jr_1-driver', events('out', 9));
    const at = (seconds: number) => START + seconds * 1_000;
    const from = await read({ from: at(3), limit: 2 });
    expect(texts(from)).toEqual(['out 3', 'out 4']);
    const on = await read({
      from: at(3),
      limit: 2,
      cursor: from.nextCursor,
    });
    expect(texts(on)).toEqual(['out 5', 'out 6']);
    expect(texts(await read({ from: at(3), until: at(5) }))).toEqual([
      'out 3',
      'out 4',
    ]);
    expect(texts(await read({ until: at(2) }))).toEqual(['out 0', 'out 1']);
    expect((await read({ from: at(60) })).emptyBecause).toEqual({
      reason: 'none-in-time',
      text: 'No line was written in this time.',
    });
  });

  it.each([
    ['two words'],
    ['"quoted"'],
    [String.raw`back\slash`],
    ['{ $.level = "x" }'],
    ['%regex.*%'],
    ['-minus ?question [a, b]'],
  ])('finds %s as it stands', async search => {
    logs.put(OUTPUT, 'jr_1-driver', [
      [START, 'before'],
      [START + 1, `<${search}>`],
      [START + 2, 'after'],
    ]);
    expect(texts(await read({ search }))).toEqual([`<${search}>`]);
    expect(logs.asked.at(-1)?.filterPattern).toMatch(/^".*"$/);
  });

  it('finds page by page, in several logs', async () => {
    logs.put(OUTPUT, 'jr_1-driver', events('found', 5, 2_000));
    logs.put(ERROR, 'jr_1-driver', events('error found', 5));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await read({
        search: 'found',
        limit: 3,
        ...(cursor && { cursor }),
      });
      found.push(...texts(answer));
      cursor = answer.nextCursor;
    } while (cursor);
    expect(found).toEqual([
      'found 0',
      'error found 0',
      'error found 1',
      'found 1',
      'error found 2',
      'error found 3',
      'found 2',
      'error found 4',
      'found 3',
      'found 4',
    ]);
    expect((await read({ search: 'FOUND' })).emptyBecause).toMatchObject({
      reason: 'none-found',
      text: expect.stringContaining('No line contains the text'),
    });
  });

  it.each([
    ['FAILED', 'no-log', /its role may not write logs .* older than/],
    ['RUNNING', 'nothing-yet', /has not written anything yet/],
    ['WAITING', 'waiting', /waits to begin/],
    ['ERROR', 'never-began', /never began/],
  ])(
    'says why there is no log of a job that is %s',
    async (rawState, reason, why) => {
      setUp({ rawState });
      const { lines, streams, emptyBecause } = await read();
      expect([lines, streams]).toEqual([[], []]);
      expect(emptyBecause).toMatchObject({
        reason,
        text: expect.stringMatching(why),
      });
    },
  );

  it('says where it has looked for a log', async () => {
    const { emptyBecause } = await read();
    expect(emptyBecause?.groups).toEqual(
      expect.arrayContaining([OUTPUT, ERROR]),
    );
  });

  it('waits for what a job that has just ended wrote', async () => {
    setUp({ completedAt: new Date().toISOString() });
    const { complete, emptyBecause, nextCursor } = await read();
    expect([complete, emptyBecause]).toEqual([
      false,
      {
        reason: 'just-ended',
        text: expect.stringContaining('Look again in a minute'),
      },
    ]);
    expect(nextCursor).toBeDefined();
  });

  it('reads of a crawler what it wrote in this run', async () => {
    setUp(
      {
        id: undefined,
        startedAt: new Date(START).toISOString(),
        completedAt: new Date(START + 60_000).toISOString(),
        logGroupName: '/aws-glue/crawlers',
      },
      'CRAWLER',
    );
    logs.put('/aws-glue/crawlers', 'cases', [
      [START - 1_000, 'another crawl'],
      [START + 1_000, 'began'],
      [START + 70_000, 'ended'],
      [START + 3_600_000, 'another crawl'],
    ]);
    expect(texts(await read({ attempt: 'cases' }))).toEqual(['began', 'ended']);
    expect(texts(await read({ attempt: 'cases', search: 'e' }))).toEqual([
      'began',
      'ended',
    ]);
  });

  it('tells the cause of a failure by the log, without the secrets in it', async () => {
    setUp({
      rawState: 'FAILED',
      errorMessage: 'Command failed with exit code 1',
    });
    logs.put(ERROR, 'jr_1-driver', [
      [START, 'connecting with password=hunter2\n'],
      [START, "ModuleNotFoundError: No module named 'awswrangler'"],
      [START, 'x'.repeat(9_000)],
    ]);
    const body = await read();
    expect(body.cause).toMatchObject({
      id: 'module-not-found',
      line: "ModuleNotFoundError: No module named 'awswrangler'",
    });
    const earlier = await read({ until: START + 1 });
    expect(earlier.cause).toBeUndefined();
    expect(body.lines[0].text).toBe('connecting with password=***');
    expect(body.lines[2]).toMatchObject({ cut: true });
    expect(body.lines[2].text).toHaveLength(8_000);
  });

  it('bounds an answer in bytes', async () => {
    logs.put(OUTPUT, 'jr_1-driver', events('x'.repeat(50_000), 20));
    expect((await read()).lines).toHaveLength(5);
  });

  it('asks AWS once for those who ask the same', async () => {
    logs.put(OUTPUT, 'jr_1-driver', events('out', 3));
    glue.delayMs = 50;
    await Promise.all([read(), read(), read()]);
    const { length } = logs.asked;
    await read();
    expect(logs.asked).toHaveLength(length);
    expect(glue.count('GetJob')).toBe(1);
  });

  it('reads the rest where it may not read one log, and says so', async () => {
    logs.put(OUTPUT, 'jr_1-driver', events('out', 1));
    logs.put(ERROR, 'jr_1-driver', events('err', 1));
    logs.denied.add(ERROR);
    const body = await read();
    expect(body.lines).toHaveLength(1);
    expect(body.problems).toEqual([
      expect.stringContaining(
        `may not call logs:DescribeLogStreams for log group '${ERROR}'`,
      ),
    ]);
  });

  it.each([
    ['AccessDeniedException', 'may not call logs:DescribeLogStreams'],
    ['ThrottlingException', 'throttles DescribeLogStreams'],
  ])('throws %s of AWS in words', async (code, message) => {
    glue.fail('DescribeLogStreams', code, 20);
    await expect(read()).rejects.toThrow(message);
  });
});
