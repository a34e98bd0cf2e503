import {
  QUALITY_PROPERTY,
  qualityOf,
} from '@glue-pipelines/backstage-plugin-common';
import type { Endpoint } from './Endpoint';
import type { InputCase, Outcome, Right } from './InputCase';
import { placeFiles } from './placeFiles';

/** How a case came out. A wrong one says what happened instead. */
export interface Verdict {
  kind: 'right' | 'refused' | 'wrong';
  detail: string;
}

const wrong = (detail: string): Verdict => ({ kind: 'wrong', detail });

const TABLE = 'public.result';

/** Rows in an order of their own, as text that a person can compare. */
const sorted = (rows: readonly (readonly (string | null)[])[]) =>
  rows.map(row => JSON.stringify(row)).sort();

function difference(actual: (string | null)[][] | undefined, expected: Right) {
  if (!actual) {
    return 'there is no table';
  }
  const [is, should] = [sorted(actual), sorted(expected.rows)];
  return JSON.stringify(is) === JSON.stringify(should)
    ? undefined
    : `the table has ${is.join(' ')} instead of ${should.join(' ')}`;
}

const NAMES_OF_TYPES = `SELECT column_name, data_type, character_maximum_length, numeric_precision, numeric_scale
  FROM svv_columns WHERE table_schema = 'public' AND table_name = 'result' ORDER BY ordinal_position`;

async function columnsDifference(
  endpoint: Endpoint,
  pipeline: string,
  expected: readonly string[],
) {
  const columns = (await endpoint.query(pipeline, NAMES_OF_TYPES)) ?? [];
  const actual = columns.map(([name, type, length, precision, scale]) => {
    switch (type) {
      case 'character varying':
        return `${name} ${type}(${length})`;
      case 'numeric':
        return `${name} ${type}(${precision},${scale})`;
      default:
        return `${name} ${type}`;
    }
  });
  return JSON.stringify(actual) === JSON.stringify(expected)
    ? undefined
    : `the columns are ${actual.join(', ')} instead of ${expected.join(', ')}`;
}

/** Compares what a run told of its rules, as the portal reads it. */
async function outcomesDifference(
  endpoint: Endpoint,
  pipeline: string,
  id: string,
  expected: readonly string[],
) {
  const told = await endpoint.propertyOf(pipeline, id, QUALITY_PROPERTY);
  const properties = { [QUALITY_PROPERTY]: told ?? '' };
  const outcomes = qualityOf({ id, properties })?.rules.map(
    ({ outcome }) => outcome,
  );
  return JSON.stringify(outcomes) === JSON.stringify(expected)
    ? undefined
    : `the rules are ${outcomes?.join(', ')} instead of ${expected.join(', ')}`;
}

/** Compares a refusal with the expected one. */
export function judgeRefusal(
  by: 'form' | 'run',
  message: string,
  { expect }: { expect: Outcome },
): Verdict {
  if (!('refused' in expect)) {
    return wrong(`refused by the ${by}: ${message}`);
  }
  const { refused } = expect;
  if (refused.by !== by) {
    return wrong(`refused by the ${by}, not by the ${refused.by}: ${message}`);
  }
  return refused.says.test(message)
    ? { kind: 'refused', detail: message }
    : wrong(`refused without ${refused.says}: ${message}`);
}

/** One run, and the table before and after it. */
async function tryRun(
  endpoint: Endpoint,
  pipeline: string,
  expect: Outcome,
): Promise<Verdict> {
  const rows = () => endpoint.query(pipeline, `SELECT * FROM ${TABLE}`);
  const before = await rows();
  const run = await endpoint.start(pipeline);
  const failure = await endpoint.end(pipeline, run);
  const after = await rows();
  if (failure !== undefined) {
    const touched =
      JSON.stringify(sorted(after ?? [])) !==
      JSON.stringify(sorted(before ?? []));
    return touched
      ? wrong(`a run that failed changed the table: ${failure}`)
      : judgeRefusal('run', failure, { expect });
  }
  if (!('right' in expect)) {
    return wrong(
      `succeeded with ${sorted(after ?? []).join(' ')}, and ought to fail`,
    );
  }
  const { columns, outcomes } = expect.right;
  const problem =
    difference(after, expect.right) ??
    (columns && (await columnsDifference(endpoint, pipeline, columns))) ??
    (outcomes && (await outcomesDifference(endpoint, pipeline, run, outcomes)));
  return problem ? wrong(problem) : { kind: 'right', detail: '' };
}

/** Runs a deployed pipeline as often as its case says, and judges each run. */
export async function tryCase(
  endpoint: Endpoint,
  pipeline: string,
  folder: string,
  { later = {}, expect, then = [] }: InputCase,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const step of [{ files: later, expect }, ...then]) {
    await placeFiles(folder, step.files);
    const verdict = await tryRun(endpoint, pipeline, step.expect);
    verdicts.push(verdict);
    if (verdict.kind === 'wrong') {
      break;
    }
  }
  return verdicts;
}
