import type { Pipeline } from '../pipelineFields';
import { literalsOf } from './literals';
import { sampleFile } from './samplePipeline';
import { sampleValue } from './sampleValue';

/** Rows of each source: enough for joins and groups, few enough to be read by people. */
const ROWS = 20;

/**
 * A made-up sample of each source, by its path in the repository: made of the
 * declared columns and of what the steps compare them with. The same pipeline
 * always makes the same sample.
 *
 * @public
 */
export function syntheticSample({
  sources,
  transform,
}: Pick<Pipeline, 'sources' | 'transform'>): Record<string, string> {
  const literals = literalsOf(transform);
  return Object.fromEntries(
    sources.map(({ name, columns }) => [
      sampleFile(name),
      Array.from({ length: ROWS }, (_, index) => {
        const members = columns.map(
          column =>
            `${JSON.stringify(column.name)}: ${sampleValue(column, index, literals.get(column.name))}`,
        );
        return `{${members.join(', ')}}\n`;
      }).join(''),
    ]),
  );
}
