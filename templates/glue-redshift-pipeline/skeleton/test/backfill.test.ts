import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { WorkflowRuns } from '../scripts/workflowRuns';
import { glueEndpoint } from './glueEndpoint';

process.env.BACKFILL_POLL_MS = '1';
const { backfillOf, runBackfill } = await import('../scripts/backfill');

const pipeline = { defaultRunProperties: { day: '2026-01-01' } };
const RANGE = ['--from', '2026-01-01', '--to', '2026-01-03'];

describe('the options of npm run backfill', () => {
  it('name a range of the only property', () => {
    assert.deepEqual(backfillOf(pipeline, RANGE), {
      property: 'day',
      values: ['2026-01-01', '2026-01-02', '2026-01-03'],
      again: false,
      dryRun: false,
    });
    assert.deepEqual(
      backfillOf(pipeline, [...RANGE, '--every', 'month']).values,
      ['2026-01'],
    );
  });

  for (const [args, message, of = pipeline] of [
    [['--from', '2026-01-01'], /--to is missing/],
    [[], /--from is missing/],
    [
      ['--from', '2026-01-01', '--to', 'soon'],
      /--to: 'soon' is no date such as/,
    ],
    [[...RANGE, '--every', 'year'], /--every is "year": use hour, day, month/],
    [[...RANGE, '--property', 'x'], /--property is "x": name one of .*: day/],
    [
      RANGE,
      /--property is missing: name one of .*: day, country/,
      { defaultRunProperties: { day: '', country: '' } },
    ],
    [RANGE, /has no property, so every run .* does the same/, {}],
  ] as [string[], RegExp, object?][]) {
    it(`are refused: ${message.source.slice(0, 40)}`, () => {
      assert.throws(() => backfillOf(of, args), message);
    });
  }
});

describe('npm run backfill', () => {
  const closing: (() => void)[] = [];
  afterEach(() => closing.splice(0).forEach(close => close()));

  /** A workflow whose runs take a second look to end; that of one value fails. */
  async function workflow(failing?: string) {
    const started: string[] = [];
    const looks = new Map<string, number>();
    const run = (id: string, succeeded: boolean, ended = true) => ({
      WorkflowRunId: id,
      Status: ended ? 'COMPLETED' : 'RUNNING',
      Statistics: { TotalActions: 2, SucceededActions: succeeded ? 2 : 1 },
      WorkflowRunProperties: { day: id },
    });
    let busy = true;
    const { glue, close } = await glueEndpoint((operation, input) => {
      switch (operation) {
        case 'GetWorkflowRuns':
          return input.NextToken
            ? { Runs: [run('2026-01-03', false)] }
            : { Runs: [run('2026-01-01', true)], NextToken: 'more' };
        case 'StartWorkflowRun': {
          if (busy) {
            busy = false;
            return { __type: 'ConcurrentRunsExceededException' };
          }
          started.push(input.RunProperties.day);
          return { RunId: input.RunProperties.day };
        }
        case 'GetWorkflowRun': {
          const id = input.RunId;
          looks.set(id, (looks.get(id) ?? 0) + 1);
          return { Run: run(id, id !== failing, looks.get(id)! > 1) };
        }
        default:
          return { __type: 'UnknownOperationException' };
      }
    });
    closing.push(close);
    return { runs: new WorkflowRuns(glue, 'orders'), started };
  }

  const backfill = backfillOf(pipeline, RANGE);

  it('runs what has not succeeded, one after the other', async () => {
    const { runs, started } = await workflow();
    await runBackfill(backfill, runs);
    assert.deepEqual(started, ['2026-01-02', '2026-01-03']);
  });

  it('runs all again where that is asked for, and none in a dry run', async () => {
    const { runs, started } = await workflow();
    await runBackfill({ ...backfill, dryRun: true }, runs);
    assert.deepEqual(started, []);
    await runBackfill({ ...backfill, again: true }, runs);
    assert.deepEqual(started, backfill.values);
  });

  it('ends at the first failure, and names its run', async () => {
    const { runs, started } = await workflow('2026-01-02');
    await assert.rejects(
      runBackfill(backfill, runs),
      /day=2026-01-02 failed in the run 2026-01-02/,
    );
    assert.deepEqual(started, ['2026-01-02']);
  });

  it('says what to do where the workflow is not there', async () => {
    const { glue, close } = await glueEndpoint(() => ({
      __type: 'EntityNotFoundException',
    }));
    closing.push(close);
    await assert.rejects(
      runBackfill(backfill, new WorkflowRuns(glue, 'orders')),
      /There is no Glue workflow orders .* deploy it first/,
    );
  });
});
