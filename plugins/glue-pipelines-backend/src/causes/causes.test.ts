import {
  CauseRule,
  NodeAttempt,
} from '@glue-pipelines/backstage-plugin-common';
import { collectedRun } from '../__testUtils__/runs';
import { explainAttempt } from '../logs/explainAttempt';
import { AddedCauses } from './AddedCauses';
import { explainedChange, explainedRun } from './explained';

const LATE_FILE = 'LateFileError: orders_2026-11-28.csv';
const lateFile: CauseRule = {
  id: 'sales-late-file',
  patterns: [/LateFileError: (\S+)/],
  explain: match => ({
    title: `The shop has not sent ${match[1]}.`,
    remedy: 'Ask the shop, then resume the run.',
  }),
};
const told = {
  id: 'sales-late-file',
  title: 'The shop has not sent orders_2026-11-28.csv.',
};
const failed = (errorMessage: string, rawState = 'FAILED'): NodeAttempt => ({
  id: 'jr_1',
  attempt: 0,
  rawState,
  errorMessage,
});

describe('AddedCauses', () => {
  it('keeps what modules add, in their order', () => {
    const causes = new AddedCauses();
    causes.addCauses(lateFile, { ...lateFile, id: 'sales-other' });
    expect(causes.rules.map(({ id }) => id)).toEqual([
      'sales-late-file',
      'sales-other',
    ]);
  });

  it.each(['out-of-memory', 'sales-late-file'])(
    'refuses the id %s, which is taken',
    id => {
      const causes = new AddedCauses();
      causes.addCauses(lateFile);
      expect(() => causes.addCauses({ ...lateFile, id })).toThrow(
        `There is a cause ${id} already`,
      );
    },
  );
});

describe('an added cause', () => {
  it.each([
    ['the error', LATE_FILE, []],
    ['the log', 'Command failed with exit code 1', [LATE_FILE]],
  ])('is told by %s of an attempt', (_, error, lines) => {
    expect(explainAttempt(failed(error), lines, [lateFile])).toMatchObject(
      told,
    );
    expect(explainAttempt(failed(error), lines)).toBeUndefined();
  });

  it('leaves what the plugin recognises as it is', () => {
    const greedy = { ...lateFile, patterns: [/.*/] };
    expect(
      explainAttempt(failed('java.lang.OutOfMemoryError: x'), [], [greedy]),
    ).toMatchObject({ id: 'out-of-memory' });
  });

  it('stands at the failed attempts of a run', () => {
    const attempts = [
      failed(LATE_FILE),
      failed(LATE_FILE, 'SUCCEEDED'),
      failed('odd'),
    ];
    const run = explainedRun(
      {
        ...collectedRun(),
        graph: {
          nodes: [
            {
              id: 'wnode_1',
              type: 'JOB',
              name: 'load',
              state: 'failed',
              attempts,
            },
          ],
          edges: [],
        },
      },
      [lateFile],
    );
    expect(run.graph.nodes[0].attempts.map(({ cause }) => cause?.id)).toEqual([
      'sales-late-file',
      undefined,
      undefined,
    ]);
  });

  it('is in the news of a failure, without what AWS says', () => {
    const change = {
      workflowArn: 'arn',
      runId: 'wr_1',
      after: 'failed' as const,
      superseded: false,
      at: '2026-11-28T12:00:00.000Z',
      failure: { nodeName: 'load', message: LATE_FILE },
    };
    expect(explainedChange(change, [lateFile]).failure).toEqual({
      nodeName: 'load',
      cause: expect.objectContaining(told),
    });
  });
});
