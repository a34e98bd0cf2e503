import { LogEvent } from '../aws/LogsApi';
import { insightsOf } from './insightsOf';

const logged = (
  fields: object,
  head = 'ERROR GlueExceptionAnalysisListener',
): LogEvent => ({
  timestamp: 0,
  stream: 'jr_1-job-insights-rca-driver',
  message: `26/11/29 10:00:00 ${head}: [Glue Exception Analysis] \n${JSON.stringify(fields, null, 4)}`,
});

/** As Glue 4 writes it. */
const keyError = {
  Event: 'GlueETLJobExceptionEvent',
  Timestamp: 1_795_946_400_000,
  'Failure Reason':
    'Traceback (most recent call last):\n  File "/tmp/load prices.py", line 51, in <module>\n    clean(rows)\n  File "/tmp/load prices.py", line 32, in clean\n    for name in tables[row][\'columns\']:\nKeyError: \'2026_1\'',
  'Stack Trace': [
    {
      'Declaring Class': 'clean',
      'Method Name': "for name in tables[row]['columns']:",
      'File Name': '/tmp/load prices.py',
      'Line Number': 32,
    },
    {
      'Declaring Class': '<module>',
      'Method Name': 'clean(rows)',
      'File Name': '/tmp/load prices.py',
      'Line Number': 51,
    },
  ],
  'Last Executed Line number': 51,
  script: 'load prices.py',
};
const taskFailed = {
  Event: 'GlueExceptionAnalysisTaskFailed',
  Timestamp: 1_795_946_399_000,
  'Failure Reason':
    "ModuleNotFoundError: No module named 'tensorflow'\n\tat org.apache.spark.A.b(A.scala:1)",
  'Stack Trace': [],
  'Executor ID': 3,
};

describe('insightsOf', () => {
  it('tells where the script was and what failed beneath it', () => {
    expect(insightsOf([logged(taskFailed), logged(keyError)])).toEqual({
      script: 'load prices.py',
      failedAt: { line: 32, code: "for name in tables[row]['columns']:" },
      lastExecuted: { line: 51, code: 'clean(rows)' },
      reason: "KeyError: '2026_1'",
      events: [
        {
          name: 'GlueExceptionAnalysisTaskFailed',
          at: '2026-11-29T09:59:59.000Z',
          executor: '3',
          reason: "ModuleNotFoundError: No module named 'tensorflow'",
        },
      ],
      recommendations: [],
    });
  });

  it.each([
    [
      'a frame of a library',
      { 'Stack Trace': [{ 'File Name': '/x/py4j.py', 'Line Number': 1 }] },
    ],
    ['no frames', { 'Stack Trace': undefined }],
  ])('does without what is not there: %s', (_, more) => {
    expect(insightsOf([logged({ ...keyError, ...more })])).toMatchObject({
      failedAt: undefined,
      lastExecuted: { line: 51 },
    });
  });

  it.each([
    ['nothing', []],
    ['what is no JSON', [{ ...logged({}), message: 'ERROR {broken' }]],
    ['what is no object', [{ ...logged({}), message: 'null' }]],
  ])('makes nothing of %s', (_, events) => {
    expect(insightsOf(events)).toEqual({ events: [], recommendations: [] });
  });

  it('hides what looks like a secret', () => {
    const { reason } = insightsOf([
      logged({
        ...keyError,
        'Failure Reason': 'RuntimeError: password=hunter2 is wrong',
      }),
    ]);
    expect(reason).not.toContain('hunter2');
  });

  it('repeats what rules recommend, each once', () => {
    const rule = {
      'Root Cause': 'A Python module is missing.',
      Recommendation: 'Set --additional-python-modules.',
      'Basis Event': { Event: 'GlueExceptionAnalysisTaskFailed' },
    };
    const { recommendations } = insightsOf(
      [],
      [
        logged(rule, 'INFO GlueInsights'),
        logged(rule, 'INFO GlueInsights'),
        { ...logged({}), message: 'Use larger workers.' },
      ],
    );
    expect(recommendations).toEqual([
      'A Python module is missing.',
      'Set --additional-python-modules.',
      'Use larger workers.',
    ]);
  });
});
