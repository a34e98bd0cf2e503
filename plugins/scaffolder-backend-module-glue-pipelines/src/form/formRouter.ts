import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { JsonObject } from '@backstage/types';
import express, { Router, type Request, type Response } from 'express';
import type { FormCheck } from './FormCheck';

/** Where the routes lie below the scaffolder's own. */
export const FORM_PATH = '/glue-pipelines/v1/form';

/** A form has texts, not files. */
const MOST_BYTES = '1mb';

/** A person waits for the answer: after this what could not be asked is left to the task. In ms. */
const TIMEOUT_MS = 15_000;

export interface FormRouterDeps {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  check: FormCheck;
}

/** The routes that the pages of the form ask, for who may create something of a template. */
export function formRouter({ httpAuth, permissions, check }: FormRouterDeps) {
  const router = Router();

  async function authorize(req: Request) {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const [{ result }] = await permissions.authorize(
      [{ permission: taskCreatePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not create pipelines: ask who runs the portal for the permission ${taskCreatePermission.name}`,
      );
    }
  }

  const answer =
    (make: (req: Request, signal: AbortSignal) => Promise<object>) =>
    (req: Request, res: Response, next: (error: unknown) => void) => {
      const gone = new AbortController();
      res.on('close', () => gone.abort());
      const signal = AbortSignal.any([
        gone.signal,
        AbortSignal.timeout(TIMEOUT_MS),
      ]);
      authorize(req)
        .then(() => make(req, signal))
        .then(body => res.json(body))
        .catch(next);
    };

  router.use(FORM_PATH, express.json({ limit: MOST_BYTES }));
  router.post(
    `${FORM_PATH}/check`,
    answer(async ({ body }, signal) => ({
      problems: await check.problems(formOf(body), signal),
    })),
  );
  return router;
}

function formOf(body: unknown): JsonObject {
  const { form } = (body ?? {}) as { form?: unknown };
  if (typeof form !== 'object' || form === null || Array.isArray(form)) {
    throw new InputError('form: is missing: give the values of the form');
  }
  return form as JsonObject;
}
