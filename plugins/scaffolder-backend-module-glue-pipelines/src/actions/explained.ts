import { InputError } from '@backstage/errors';
import { InvalidPipelineError } from '@glue-pipelines/pipeline';

/** What is wrong with a pipeline or a warehouse is for the person who filled it in. */
export async function explained<T>(make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      const problem = new InputError(error.message);
      // The task's log shows the stack, which says nothing to who filled in the form.
      problem.stack = problem.message;
      throw problem;
    }
    throw error;
  }
}
