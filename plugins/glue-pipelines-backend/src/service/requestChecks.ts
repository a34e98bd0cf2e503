import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { json, Request, RequestHandler } from 'express';
import { answerError } from './answerErrors';
import { HttpError } from './HttpError';

const MOST_BYTES = 100 * 1024;

/** A path of the document, and what can be done there. */
interface Route {
  pattern: RegExp;
  methods: string[];
  /** Methods that take a body. */
  withBody: string[];
}

/** What the paths look like that a path of the document stands for, e.g. `/v1/runs/{runId}`. */
export function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
}

function routesOf(paths: Record<string, object>): Route[] {
  return Object.entries(paths).map(([path, operations]) => {
    const entries = Object.entries(operations);
    const names = (some: typeof entries) =>
      some.map(([method]) => method.toUpperCase());
    return {
      pattern: pathPattern(path),
      methods: names(entries),
      withBody: names(entries.filter(([, { requestBody }]) => requestBody)),
    };
  });
}

function routeAt(routes: Route[], { path }: Request): Route | undefined {
  return routes.find(({ pattern }) => pattern.test(path));
}

function methodCheck(routes: Route[]): RequestHandler {
  return (req, res, next) => {
    const route = routeAt(routes, req);
    if (!route || route.methods.includes(req.method)) {
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

/**
 * HEAD is GET without the body, which Node leaves out by itself. The document
 * has no HEAD, so that nothing would check its parameters.
 */
const headAsGet: RequestHandler = (req, _res, next) => {
  if (req.method === 'HEAD') {
    req.method = 'GET';
  }
  next();
};

/** Elsewhere a body means nothing (RFC 9110, 9.3.1) and is not looked at. */
function whereBodiesAre(
  routes: Route[],
  check: RequestHandler,
): RequestHandler {
  return (req, res, next) => {
    if (routeAt(routes, req)?.withBody.includes(req.method)) {
      check(req, res, next);
    } else {
      next();
    }
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
  const routes = routesOf(paths);
  const checks = [
    headAsGet,
    methodCheck(routes),
    whereBodiesAre(routes, mediaTypeCheck),
    whereBodiesAre(routes, readBody),
  ];
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
