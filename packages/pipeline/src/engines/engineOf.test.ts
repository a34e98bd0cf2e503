import { parsePipeline, InvalidPipelineError } from '../parsePipeline';
import { aggregatedPipeline, joinedPipeline } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { engineOf } from './engineOf';
import { engineWords } from './engineWords';

const joined = (compute: object, more: object = {}) =>
  parsePipeline({ ...joinedPipeline(), ...more, compute });

const COLUMNS = [
  { name: 'id', type: 'bigint' as const },
  { name: 'price', type: 'double' as const },
  { name: 'at', type: 'timestamp' as const },
  { name: 'note', type: 'string' as const },
];
const KEPT = { kind: 'select', columns: ['id', 'note'] };
const withStep = (...steps: object[]) => ({
  ...stepsOn({ orders: COLUMNS }, ...steps, KEPT),
  compute: parsePipeline({
    ...joinedPipeline(),
    compute: { engine: 'auto' as const },
  }).compute,
});

describe('engineOf', () => {
  it.each([
    [{}, 'spark', /compute.engine is spark/],
    [{ engine: 'spark' }, 'spark', /compute.engine is spark/],
    [{ engine: 'duckdb' }, 'duckdb', /compute.engine is duckdb/],
    [{ engine: 'auto' }, 'duckdb', /means the same on DuckDB.*128 MB/],
    [{ engine: 'auto', workers: 4 }, 'spark', /asks for 4 workers G\.1X/],
    [
      { engine: 'auto', workerType: 'G.2X' },
      'spark',
      /asks for 2 workers G\.2X/,
    ],
  ])('takes for %j the engine %s', (compute, engine, reason) => {
    const choice = engineOf(joined(compute));
    expect(choice.engine).toBe(engine);
    expect(choice.reason).toMatch(reason);
  });

  it.each([
    [{ kind: 'sample', fraction: 0.5 }, 'transform[0].kind', 'sample'],
    [
      { kind: 'filter', condition: "note RLIKE 'a'" },
      'transform[0].condition',
      'rlike',
    ],
    [
      { kind: 'derive', columns: [{ as: 'n', expression: 'reverse(note)' }] },
      'transform[0].columns[0].expression',
      'reverse',
    ],
    [
      {
        kind: 'window',
        partitionBy: ['id'],
        measures: [{ function: 'sum', column: 'price', as: 's' }],
      },
      'transform[0].measures[0]',
      'sum of a double',
    ],
    [
      {
        kind: 'cast',
        columns: [{ column: 'note', type: 'date', format: 'd.M.yyyy' }],
      },
      'transform[0].columns[0].format',
      'd.M.yyyy',
    ],
  ])('leaves %j to Spark', (step, field, what) => {
    const choice = engineOf(withStep(step));
    expect(choice.engine).toBe('spark');
    expect(choice.reason).toContain(field);
    expect(choice.reason).toContain(what);
  });

  it.each([
    ['a result with a moment', { transform: [] }, 'timestamp at'],
    ['rules', { quality: [{ kind: 'rowCount', min: 1 }] }, 'rules of quality'],
    ['a document', { json: { path: '$[*]' }, format: 'json' }, 'one document'],
    ['line breaks', { csv: { multiLine: true } }, 'line breaks'],
    ['backslashes', { csv: { escape: 'backslash' } }, 'backslashes'],
    ['bzip2', { uri: 's3://shop/a.csv.bz2' }, 'bzip2'],
    ['Avro', { format: 'avro' }, 'files of avro'],
    ['ORC', { format: 'orc' }, 'files of orc'],
  ])('leaves %s to Spark', (_, change, what) => {
    const { transform, quality, ...source } = change as Record<string, object>;
    const first = { name: 'orders', uri: 's3://shop/orders/', format: 'csv' };
    const { reason } = engineOf(
      parsePipeline({
        ...aggregatedPipeline(),
        sources: [{ ...first, ...source, columns: COLUMNS }],
        transform: transform ?? [KEPT],
        output: {},
        ...(quality && { quality }),
        compute: { engine: 'auto' },
      }),
    );
    expect(reason).toContain(what);
  });

  it('says what it costs beside the other engine', () => {
    expect(engineWords(joined({ engine: 'auto' }))).toMatch(
      /^DuckDB: all of it .*\. The job takes 1\/16 of a DPU, and the Spark job has up to 2 \(2 workers G\.1X\): for the same time it costs 1\/32\.$/,
    );
    expect(engineWords(joined({ workerType: 'G.2X', workers: 5 }))).toBe(
      'Spark: compute.engine is spark. In DPUs the Spark job has up to 10 (5 workers G.2X); a job on DuckDB takes 1/16.',
    );
  });

  it('refuses duckdb with what it does not run, by the field and the remedy', () => {
    const asked = () =>
      joined(
        { engine: 'duckdb' },
        {
          transform: [
            ...joinedPipeline().transform!,
            { kind: 'filter', condition: 'soundex(iso_code) = 1' },
          ],
        },
      );
    expect(asked).toThrow(InvalidPipelineError);
    expect(asked).toThrow(
      /^transform\[2\]\.condition: is the function or operator soundex, which DuckDB does not do as Spark does: change it, or set compute\.engine to auto or spark$/,
    );
  });
});
