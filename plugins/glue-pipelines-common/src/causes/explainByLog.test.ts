import { explainByLog, lastMeaningfulLine } from './explainByLog';

const MISSING = "ModuleNotFoundError: No module named 'awswrangler'";
const DENIED =
  'Caused by: java.net.ConnectException: Connection to db.example:5439 refused';

describe('explainByLog', () => {
  it.each<[string, string[], string | undefined]>([
    [
      'the last line of a Python traceback',
      [
        'Traceback (most recent call last):',
        '  File "job.py", line 3',
        MISSING,
      ],
      MISSING,
    ],
    [
      'the root of what failed, not what was survived before it',
      [DENIED, 'copied 2 rows', MISSING],
      MISSING,
    ],
    [
      'a line before the farewell of Spark',
      [
        MISSING,
        '26/11/28 10:00:00 INFO ShutdownHookManager: Deleting /tmp/spark',
      ],
      MISSING,
    ],
    [
      'no warning of what is tried again',
      [
        `26/11/28 10:00:00 WARN TaskSetManager: ${DENIED}`,
        `2026-11-28 10:00:00,123 INFO retry after ${MISSING}`,
        `2026-11-28T10:00:00.123Z [WARN] ${MISSING}`,
        `WARNING:root:${MISSING}`,
      ],
      undefined,
    ],
    [
      'an error of a logger',
      [`26/11/28 10:00:00 ERROR GlueExceptionAnalysisListener: ${MISSING}`],
      `26/11/28 10:00:00 ERROR GlueExceptionAnalysisListener: ${MISSING}`,
    ],
    ['nothing in nothing', [], undefined],
    ['nothing where nothing is known', ['the total is negative'], undefined],
  ])('finds %s', (_, lines, line) =>
    expect(explainByLog(lines)?.line).toBe(line),
  );

  it('gives the cause with its line', () =>
    expect(explainByLog([MISSING])).toMatchObject({
      id: 'module-not-found',
      title: 'The job has no Python module awswrangler.',
      line: MISSING,
    }));

  it('reads many long lines in no time worth speaking of', () => {
    const line = `${'at org.apache.spark.scheduler.Task.run '.repeat(200)}x`;
    const from = performance.now();
    expect(explainByLog(Array(1_000).fill(line))).toBeUndefined();
    expect(performance.now() - from).toBeLessThan(5_000);
  });
});

describe('lastMeaningfulLine', () => {
  it.each<[string, string[], string | undefined]>([
    ['nothing', [], undefined],
    [
      'the line of a known cause, whatever follows',
      [MISSING, 'closing the session'],
      MISSING,
    ],
    [
      'what was said last before a stack trace of Java',
      [
        'row 17 has no key',
        'java.lang.IllegalStateException: row 17 has no key',
        '\tat org.example.Load.run(Load.java:17)',
        '\t... 12 more',
        '26/11/28 10:00:00 INFO ShutdownHookManager: Deleting /tmp/spark',
        '',
      ],
      'java.lang.IllegalStateException: row 17 has no key',
    ],
    [
      'the end of a traceback of Python',
      [
        'Traceback (most recent call last):',
        '  File "job.py", line 3, in <module>',
        '    main()',
        '    ^^^^^^',
        'LookupError: no such quarter: 2026Q5',
      ],
      'LookupError: no such quarter: 2026Q5',
    ],
    [
      'nothing of a log of chatter',
      ['2026-11-28 10:00:00,123 INFO done'],
      undefined,
    ],
  ])('finds %s', (_, lines, line) => {
    expect(lastMeaningfulLine(lines)).toBe(line);
  });
});
