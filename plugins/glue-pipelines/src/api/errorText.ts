import { ResponseError } from '@backstage/errors';

/** What an error says to a person: the back end's own sentence where there is one. */
export function errorText(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.body.error.message || error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
