import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { JsonObject } from '@backstage/types';
import { gluePipelinesSourceReadPermission } from '@glue-pipelines/backstage-plugin-common';
import express, { Router, type Request } from 'express';
import type { FormBeginnings } from '../begin/FormBeginnings';
import type { FormCheck } from './FormCheck';
import { formClients, type FormClients } from './formClients';
import type { FormStepsReader } from './FormStepsReader';
import type { SourceBrowser } from './SourceBrowser';
import type { PlanMaker } from '../plan/PlanMaker';

/** Where the routes lie below the scaffolder's own. */
export const FORM_PATH = '/glue-pipelines/v1/form';

/** A form has texts, not files. */
const MOST_BYTES = '1mb';

/** A person waits for the answer: after this what could not be asked is left to the task. In ms. */
const TIMEOUT_MS = 15_000;

/** A plan is the whole repository, generated and proven: seconds, and those of who asked before. In ms. */
const PLAN_TIMEOUT_MS = 180_000;

export interface FormRouterDeps {
  config: RootConfigService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  check: FormCheck;
  sources: SourceBrowser;
  steps: FormStepsReader;
  beginnings: FormBeginnings;
  plans: PlanMaker;
}

function objectOf(value: unknown, name: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${name}: is missing: give an object`);
  }
  return value as JsonObject;
}

const formOf = (body: unknown) =>
  objectOf((body as { form?: unknown } | undefined)?.form, 'form');

interface RouteOptions {
  /** What is needed beside creating something. */
  more?: BasicPermission[];
  timeoutMs?: number;
}

/** The routes that the pages of the form ask, for who may create something of a template. */
export function formRouter(deps: FormRouterDeps) {
  const {
    config,
    httpAuth,
    permissions,
    check,
    sources,
    steps,
    beginnings,
    plans,
  } = deps;
  const router = Router();

  async function authorize(req: Request, more: BasicPermission[]) {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const asked = [taskCreatePermission, ...more];
    const decisions = await permissions.authorize(
      asked.map(permission => ({ permission })),
      { credentials },
    );
    const refused = asked.find(
      (_, index) => decisions[index].result !== AuthorizeResult.ALLOW,
    );
    if (refused) {
      throw new NotAllowedError(
        `You may not do this: ask who runs the portal for the permission ${refused.name}`,
      );
    }
    return credentials;
  }

  const route = (
    question: string,
    make: (
      body: JsonObject,
      signal: AbortSignal,
      credentials: BackstageCredentials,
    ) => Promise<object>,
    { more = [], timeoutMs = TIMEOUT_MS }: RouteOptions = {},
  ) =>
    router.post(`${FORM_PATH}/${question}`, (req, res, next) => {
      const gone = new AbortController();
      res.on('close', () => gone.abort());
      const signal = AbortSignal.any([
        gone.signal,
        AbortSignal.timeout(timeoutMs),
      ]);
      authorize(req, more)
        .then(credentials => make(formOf(req.body), signal, credentials))
        .then(body => res.json(body))
        .catch(next);
    });

  async function withClients<Answer>(
    form: JsonObject,
    make: (clients: FormClients) => Promise<Answer>,
  ): Promise<Answer> {
    const clients = await formClients(config, form);
    if (!clients) {
      throw new InputError(
        'The portal knows several AWS accounts, and which one it is to be is chosen on the last page: the sources are looked at once it is',
      );
    }
    try {
      return await make(clients);
    } finally {
      clients.close();
    }
  }

  router.use(FORM_PATH, express.json({ limit: MOST_BYTES }));
  route('check', async (form, signal) => ({
    problems: await check.problems(form, signal),
  }));
  route(
    'browse',
    async ({ uri, ...form }, signal) =>
      typeof uri === 'string'
        ? withClients(form, ({ s3 }) => sources.browse(s3, uri, signal))
        : {
            folders: sources.buckets().map(name => `s3://${name}/`),
            files: [],
          },
    { more: [gluePipelinesSourceReadPermission] },
  );
  route(
    'preview',
    async ({ source, ...form }, signal) =>
      withClients(form, clients =>
        sources.preview(clients, objectOf(source, 'source'), signal),
      ),
    { more: [gluePipelinesSourceReadPermission] },
  );
  route(
    'steps',
    async (form, signal) =>
      withClients(form, clients => steps.read(form, clients, signal)),
    { more: [gluePipelinesSourceReadPermission] },
  );
  route('examples', async () => ({ examples: await beginnings.examples() }));
  route('begin', (asked, _, credentials) =>
    beginnings.begin(asked, credentials),
  );
  route(
    'plan',
    async (form, signal) =>
      withClients(form, clients => plans.make(form, clients, signal)),
    { timeoutMs: PLAN_TIMEOUT_MS },
  );
  return router;
}
