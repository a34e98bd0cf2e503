import type { PipelineDraft } from '../pipelineFields';
import type { Report } from '../report';
import { columnsAfterSteps } from '../transforms/steps';
import type { Columns } from './Columns';
import { declaredType } from './rowTypes';

/** The columns of each source by its name; `undefined` where they are not known yet. */
export function sourceColumns(
  sources: PipelineDraft['sources'],
): (name: string) => Columns | undefined {
  const byName = new Map(
    sources.map(({ name, columns }) => [
      name,
      columns &&
        new Map(
          columns.map(column => [column.name, declaredType(column)] as const),
        ),
    ]),
  );
  return name => byName.get(name);
}

/**
 * The columns of the result; `undefined` where they are not known yet.
 *
 * @param report - is told of columns that steps name and that are not there
 */
export function resultColumns(
  { sources, transform }: Pick<PipelineDraft, 'sources' | 'transform'>,
  report: Report,
): Columns | undefined {
  const source = sourceColumns(sources);
  return columnsAfterSteps(transform, source(sources[0].name), source, report);
}
