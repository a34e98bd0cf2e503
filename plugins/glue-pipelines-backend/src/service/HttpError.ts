/** An error for which `@backstage/errors` has no class. */
export class HttpError extends Error {
  constructor(
    readonly name: string,
    readonly statusCode: 405 | 413 | 415 | 429,
    message: string,
  ) {
    super(message);
  }
}
