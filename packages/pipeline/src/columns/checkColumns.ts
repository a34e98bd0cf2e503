import { checkLayoutColumns, checkLoadColumns } from '../checkLoad';
import type { PipelineDraft } from '../pipelineFields';
import { checkQualityColumns } from '../quality/rules';
import type { Report } from '../report';
import { expectColumn, RESULTING_ROWS, type Columns } from './Columns';
import { resultColumns, sourceColumns } from './resultColumns';

/** Checks every column that a pipeline names against the columns there are at that place. */
export function checkColumns(pipeline: PipelineDraft, report: Report) {
  const { sources, output, warehouse, quality } = pipeline;
  const result = resultColumns(pipeline, report);
  if (result) {
    checkQualityColumns(quality, result, sourceColumns(sources), report);
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
    expectColumn([...path, index], name, result, report, RESULTING_ROWS),
  );
  if ([...result.keys()].every(name => partitionBy.includes(name))) {
    report(
      path,
      'names every column of the result, which leaves nothing for the files: leave out at least one',
    );
  }
}
