import type { Columns } from '../columns/Columns';
import { resultColumns, sourceColumns } from '../columns/resultColumns';
import type { PipelineDraft } from '../pipelineFields';
import { step, type Step } from './steps';

/**
 * The columns that a step of a form finds.
 *
 * @public
 */
export interface ColumnsAtStep {
  /** Those of the rows so far; `undefined` where they are not known. */
  rows: Columns | undefined;
  /** Whether all steps before it are filled in: else they are the rows before the first that is not. */
  isSure: boolean;
}

/**
 * The columns before each step of a pipeline that is being written, and after
 * the last one. A step that is not filled in yet leaves the rows as they are.
 *
 * @param steps - as they are written
 * @returns one more than there are steps
 *
 * @public
 */
export function columnsAtSteps(
  sources: PipelineDraft['sources'],
  steps: readonly unknown[],
): ColumnsAtStep[] {
  const filledIn: Step[] = [];
  let isSure = true;
  const found: ColumnsAtStep[] = [
    { rows: sourceColumns(sources)(sources[0].name), isSure },
  ];
  for (const one of steps) {
    const { success, data } = step.safeParse(one);
    if (success) {
      filledIn.push(data);
    }
    isSure &&= success;
    found.push({
      rows: resultColumns({ sources, transform: filledIn }, () => {}),
      isSure,
    });
  }
  return found;
}
