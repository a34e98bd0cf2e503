import { InputError, isError } from '@backstage/errors';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { InvalidPipelineError } from '@glue-pipelines/pipeline';

/** Errors whose message is a sentence for who filled in the form; of all others the stack may tell something. */
const FOR_PEOPLE = [
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
];

/** What is wrong with a pipeline or a warehouse is for the person who filled it in. */
export async function explained<T>(make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const problem =
      error instanceof InvalidPipelineError
        ? new InputError(error.message)
        : error;
    if (isError(problem) && FOR_PEOPLE.includes(problem.name)) {
      // The log of a task shows the stack of what failed.
      problem.stack = problem.message;
    }
    throw problem;
  }
}

/** An action of which the log of a task shows sentences where it fails, and no stack. */
export const explaining = <Action extends TemplateAction<any, any, any>>(
  action: Action,
): Action => ({
  ...action,
  handler: context => explained(() => action.handler(context)),
});
