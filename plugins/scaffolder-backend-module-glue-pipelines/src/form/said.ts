import type { JsonObject } from '@backstage/types';
import {
  InvalidPipelineError,
  parsePipelineDraft,
  type PipelineProblem,
} from '@glue-pipelines/pipeline';
import { withStandIns } from './standIns';

/** What the language says of the parts that a form has. */
export function said(
  form: JsonObject,
  document: JsonObject,
): PipelineProblem[] {
  try {
    parsePipelineDraft(withStandIns(form, document));
    return [];
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      return error.problems;
    }
    throw error;
  }
}
