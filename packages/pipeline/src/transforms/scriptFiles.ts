import type { z } from 'zod';
import type { Columns } from '../columns/Columns';
import { sourceColumns } from '../columns/resultColumns';
import { declaredType } from '../columns/rowTypes';
import { functionRules } from '../nameRules';
import type { PipelineDraft } from '../pipelineFields';
import { repeated } from '../repeated';
import type { Report } from '../report';
import { firstProblem } from '../rule';
import type { script } from './script';
import { columnsAfterSteps, type Step } from './steps';

type Script = z.output<typeof script.fields>;

const isScript = (step: Step): step is Script => step.kind === 'script';

/** Says where two steps call one function: its file declares the columns of one step. */
export function checkScripts(steps: readonly Step[], report: Report) {
  for (const { value, index } of repeated(
    steps.map((step, at) => (isScript(step) ? step.function : `\n${at}`)),
  )) {
    report(
      ['transform', index, 'function'],
      `"${value}" is called twice: give each step a function of its own`,
    );
  }
}

/** The longest line of the repository's Python (`jobs/pyproject.toml`). */
const LONGEST_LINE = 100;

/** A string of Python, in the quotes that need the fewest escapes. */
const string = (value: string) =>
  value.includes('"') && !value.includes("'")
    ? `'${value.replaceAll('\\', '\\\\')}'`
    : JSON.stringify(value);

const line = (text: string) =>
  text.length > LONGEST_LINE ? `${text}  # noqa: E501\n` : `${text}\n`;

/** The parameters: the rows so far, then those of each source. */
function parametersOf({ sources }: Script): string[] {
  const names = sources.map(name =>
    name === 'rows' || firstProblem(name, functionRules)
      ? `${name}_rows`
      : name,
  );
  return ['rows', ...names];
}

/** The parameters within parentheses; those of sources are not used yet. */
function signatureOf(step: Script): string {
  const [rows, ...others] = parametersOf(step).map(
    name => `${name}: DataFrame`,
  );
  return others.length === 0
    ? rows
    : `\n    ${rows},\n${others
        .map(other => `    ${other},  # noqa: ARG001\n`)
        .join('')}`;
}

const functionFile = (
  step: Script,
) => `"""The step \`script\` of \`pipeline.yaml\` that calls \`${step.function}\`."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

# The columns after the step with their types, as \`pipeline.yaml\` declares them.
COLUMNS = {
${step.columns
  .map(column =>
    line(`    ${string(column.name)}: ${string(declaredType(column))},`),
  )
  .join('')}}


def ${step.function}(${signatureOf(step)}) -> DataFrame:
    """The rows after the step, made of those before it.

    What is written here is yours. Until then columns of the same name are cast, and others have
    no value.
    """
    return rows.select(
        [
            (F.col(name) if name in rows.columns else F.lit(None)).cast(kind).alias(name)
            for name, kind in COLUMNS.items()
        ]
    )
`;

/** Columns as the parts of a schema of Spark, a line each. What only a run can tell is a text. */
const schemaOf = (columns: Columns = new Map([['value', 'string']])) =>
  [...columns]
    .map(([name, type = 'string']) => {
      const kind = type === 'decimal' ? 'decimal(38,9)' : type;
      const quoted = `\`${name.replaceAll('`', '``')}\``;
      return line(`    ${string(`${quoted} ${kind}`)},`);
    })
    .join('');

function testFile(step: Script, inputs: (Columns | undefined)[]): string {
  const name = step.function;
  const constants = parametersOf(step).map(one => one.toUpperCase());
  const schemas = constants
    .map((constant, at) => `${constant} = [\n${schemaOf(inputs[at])}]\n`)
    .join('');
  return `"""What \`${name}\` makes of rows."""

from __future__ import annotations

from pyspark.sql import DataFrame, SparkSession

from scripts.${name} import COLUMNS, ${name}

# What it is given, each column with its type.
${schemas}

def row_of_nothing(spark: SparkSession, columns: list[str]) -> DataFrame:
    return spark.createDataFrame([tuple(None for _ in columns)], ", ".join(columns))


def test_the_columns_are_those_of_the_pipeline(spark: SparkSession) -> None:
    result = ${name}(
${constants.map(constant => `        row_of_nothing(spark, ${constant}),\n`).join('')}    )
    assert result.dtypes == list(COLUMNS.items())
    assert result.count() == 1
`;
}

/**
 * The files that the steps `script` of a pipeline need, by their paths in its
 * repository: a function each, ready to run, and its test. They are written
 * once, and belong to the people of the repository from then on.
 *
 * @public
 */
export function scriptFiles({
  sources,
  transform,
}: Pick<PipelineDraft, 'sources' | 'transform'>): Record<string, string> {
  const source = sourceColumns(sources);
  const rowsBefore = (index: number) =>
    columnsAfterSteps(
      transform.slice(0, index),
      source(sources[0].name),
      source,
      () => {},
    );
  const files = transform.flatMap((step, index) =>
    isScript(step)
      ? [
          [`jobs/scripts/${step.function}.py`, functionFile(step)],
          [
            `jobs/tests/scripts/test_${step.function}.py`,
            testFile(step, [rowsBefore(index), ...step.sources.map(source)]),
          ],
        ]
      : [],
  );
  const scripts =
    '"""The functions of the steps `script` of `pipeline.yaml`, a file each."""\n';
  return files.length > 0
    ? Object.fromEntries([['jobs/scripts/__init__.py', scripts], ...files])
    : {};
}
