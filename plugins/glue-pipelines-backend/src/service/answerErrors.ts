import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorResponseBody, isError } from '@backstage/errors';
import { ErrorRequestHandler, Request, Response } from 'express';
import { detailsOf } from '../aws/awsErrors';
import { HttpError } from './HttpError';

const STATUSES: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

/** What Backstage's clients throw when another part of the portal refuses or fails. */
function isFromOtherPart(error: unknown) {
  return (
    isError(error) &&
    (error.name === 'ResponseError' || error.name === 'FetchError')
  );
}

/**
 * Answers an error as `schema/openapi.yaml` describes it: its name and its
 * sentence, nothing of its cause, which may name roles of AWS. Causes go to
 * the log.
 */
export function answerError(
  error: unknown,
  req: Request,
  res: Response,
  logger: LoggerService,
): void {
  if (isFromOtherPart(error)) {
    logger.error(
      `${req.method} ${req.path}: another part of the portal failed: ${error}`,
    );
    send(req, res, 503, {
      name: 'ServiceUnavailableError',
      message:
        "The portal's catalog or its permissions cannot be asked now. Try again in a minute",
    });
    return;
  }
  const status =
    error instanceof HttpError
      ? error.statusCode
      : STATUSES[isError(error) ? error.name : ''];
  const request = `${req.method} ${req.path}`;
  if (status === undefined || !isError(error)) {
    const id = randomUUID();
    logger.error(
      `${request} failed (${id})`,
      isError(error) ? error : undefined,
    );
    send(req, res, 500, {
      name: 'InternalError',
      message: `The portal could not answer. Its log says why, at ${id}`,
    });
    return;
  }
  if (isError(error.cause)) {
    logger.warn(`${request} was answered ${status}: ${detailsOf(error)}`);
  }
  send(req, res, status, { name: error.name, message: error.message });
}

export function answerErrors(logger: LoggerService): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    answerError(error, req, res, logger);
  };
}

function send(
  req: Request,
  res: Response,
  statusCode: number,
  error: ErrorResponseBody['error'],
) {
  const body: ErrorResponseBody = {
    error,
    request: { method: req.method, url: req.originalUrl },
    response: { statusCode },
  };
  res.status(statusCode).json(body);
}
