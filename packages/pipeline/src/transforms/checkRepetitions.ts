import { repeated } from '../repeated';
import type { Report } from '../report';

/** Says which columns of the field `columns` occur a second time. */
export function checkRepetitions(columns: readonly string[], report: Report) {
  for (const { value, index } of repeated(columns)) {
    report(['columns', index], `"${value}" occurs twice: remove one`);
  }
}
