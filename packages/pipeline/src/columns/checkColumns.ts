import { checkLayoutColumns, checkLoadColumns } from '../checkLoad';
import type { PipelineDraft } from '../pipelineFields';
import type { Report } from '../report';
import { columnsAfterSteps } from '../transforms/steps';
import { expectColumn, type Columns } from './Columns';

/** Checks every column that a pipeline names against the columns there are at that place. */
export function checkColumns(
  { sources, transform, output, warehouse }: PipelineDraft,
  report: Report,
) {
  const bySource = new Map(
    sources.map(({ name, columns }) => [
      name,
      columns &&
        new Map(columns.map(column => [column.name, column.type] as const)),
    ]),
  );
  const source = (name: string): Columns | undefined => bySource.get(name);
  const result = columnsAfterSteps(
    transform,
    source(sources[0].name),
    source,
    report,
  );
  if (result) {
    checkPartitions(output.partitionBy, result, report);
    checkLoadColumns(warehouse, result, report);
    checkLayoutColumns(warehouse, result, report);
  }
}

function checkPartitions(
  partitionBy: string[],
  result: Columns,
  report: Report,
) {
  const path = ['output', 'partitionBy'];
  partitionBy.forEach((name, index) =>
    expectColumn([...path, index], name, result, report, 'the resulting rows'),
  );
  if ([...result.keys()].every(name => partitionBy.includes(name))) {
    report(
      path,
      'names every column of the result, which leaves nothing for the files: leave out at least one',
    );
  }
}
