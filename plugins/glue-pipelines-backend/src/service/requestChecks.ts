import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { json, RequestHandler } from 'express';
import { answerError } from './answerErrors';
import { HttpError } from './HttpError';

const MOST_BYTES = 100 * 1024;

function methodCheck(paths: Record<string, object>): RequestHandler {
  const routes = Object.entries(paths).map(([path, operations]) => ({
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
    methods: Object.keys(operations).map(method => method.toUpperCase()),
  }));
  return (req, res, next) => {
    const route = routes.find(({ pattern }) => pattern.test(req.path));
    const method = req.method === 'HEAD' ? 'GET' : req.method;
    if (!route || route.methods.includes(method)) {
      next();
      return;
    }
    res.set('Allow', route.methods.join(', '));
    next(
      new HttpError(
        'MethodNotAllowedError',
        405,
        `${req.method} is not possible here, only ${route.methods.join(' and ')}`,
      ),
    );
  };
}

const mediaTypeCheck: RequestHandler = (req, _res, next) => {
  const isEmpty = req.headers['content-length'] === '0';
  // `is` answers null for a request that announces no body.
  const isJson = isEmpty ? null : req.is('application/json');
  next(
    isJson === false
      ? new HttpError(
          'UnsupportedMediaTypeError',
          415,
          `The body must be application/json, not ${req.headers['content-type'] ?? 'of no type'}`,
        )
      : undefined,
  );
};

const parseJson = json({ limit: MOST_BYTES });

const readBody: RequestHandler = (req, res, next) => {
  parseJson(req, res, (error?: { status?: number; message: string }) => {
    next(error && bodyError(error));
  });
};

function bodyError({ status, message }: { status?: number; message: string }) {
  switch (status) {
    case 413:
      return new HttpError(
        'PayloadTooLargeError',
        413,
        `The body must have at most ${MOST_BYTES} bytes`,
      );
    case 415:
      return new HttpError(
        'UnsupportedMediaTypeError',
        415,
        `The body cannot be read: ${message}`,
      );
    default:
      return new InputError(`The body is not JSON: ${message}`);
  }
}

/**
 * What is checked of a request before the OpenAPI document's validator sees
 * it, which answers everything with 400: the method, the media type, the size.
 */
export function requestChecks(
  paths: Record<string, object>,
  logger: LoggerService,
): RequestHandler[] {
  const checks = [methodCheck(paths), mediaTypeCheck, readBody];
  return checks.map(check => (req, res, next) => {
    check(req, res, (error?: unknown) => {
      if (error) {
        answerError(error, req, res, logger);
      } else {
        next();
      }
    });
  });
}
