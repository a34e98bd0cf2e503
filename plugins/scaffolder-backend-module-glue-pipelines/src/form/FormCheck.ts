import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import {
  InvalidPipelineError,
  parsePipelineDraft,
  type PipelineProblem,
} from '@glue-pipelines/pipeline';
import { assertEntityIsNew } from '../actions/assertEntityIsNew';
import { assertWorkflowIsNew } from '../aws/assertWorkflowIsNew';
import { awsClients, type AwsClients } from '../aws/awsClients';
import { resolveTarget, type PipelineTarget } from '../aws/PipelineTarget';
import { completeSource } from '../sources/completeSource';
import { pipelineFromForm } from './pipelineFromForm';
import { SourceInspections, type InspectedSource } from './SourceInspections';
import { withStandIns } from './standIns';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of one list and no more are looked into: what a pipeline may have at most. */
const MOST_SOURCES = 8;

/** The problem of an error that names its field first, as those of the actions do. */
function problemOf(error: unknown): PipelineProblem {
  if (!isError(error)) {
    throw error;
  }
  const [, field = 'name', message = error.message] =
    /^(name|accountId|region): (.*)$/s.exec(error.message) ?? [];
  return { field, message };
}

/**
 * Says what is wrong with a form as far as it is filled in: each field by
 * itself, how the fields fit together, whether the name is free, and whether
 * the sources can be read and have the columns that are named.
 */
export class FormCheck {
  private readonly inspections = new SourceInspections();

  constructor(
    private readonly services: {
      config: RootConfigService;
      catalog: CatalogService;
      auth: AuthService;
    },
  ) {}

  /** @param form - the values of the form; of pages that were not reached there are none */
  async problems(
    form: JsonObject,
    signal?: AbortSignal,
  ): Promise<PipelineProblem[]> {
    const document: JsonObject = {
      // What nothing is filled in of lacks its fields, and is not missing itself.
      ...(isObject(form.warehouse) && { warehouse: {} }),
      ...(pipelineFromForm(form) as JsonObject),
    };
    const clients = await this.clientsOf(form);
    try {
      const [taken, inspected] = await Promise.all([
        this.takenName(document, clients, signal),
        this.inspected(document, clients, signal),
      ]);
      return [
        ...taken,
        ...inspected.flatMap(({ problems }, index) =>
          problems.map(({ field, message }) => ({
            field: `sources[${index}].${field}`,
            message,
          })),
        ),
        ...said(form, withColumns(document, inspected)),
      ].filter(({ field }) => form[/^\w*/.exec(field)![0]] !== undefined);
    } finally {
      clients?.close();
    }
  }

  /** `undefined` where the form does not say yet in which account the pipeline will run. */
  private async clientsOf(form: JsonObject) {
    const { config } = this.services;
    try {
      const target = resolveTarget(config, {
        accountId: String(form.accountId ?? '').trim(),
        region: String(form.region ?? '').trim(),
      });
      return { target, ...(await awsClients(config, target)) };
    } catch (error) {
      if (isError(error) && error.name === 'InputError') {
        return undefined;
      }
      throw error;
    }
  }

  private async takenName(
    { name }: JsonObject,
    clients: (AwsClients & { target: PipelineTarget }) | undefined,
    signal?: AbortSignal,
  ): Promise<PipelineProblem[]> {
    const free = said({}, { name });
    if (
      typeof name !== 'string' ||
      free.some(({ field }) => field === 'name')
    ) {
      return [];
    }
    try {
      const entityRef = stringifyEntityRef({ kind: 'Component', name });
      await assertEntityIsNew(entityRef, this.services);
      if (clients) {
        await assertWorkflowIsNew(clients.glue, name, clients.target, signal);
      }
      return [];
    } catch (error) {
      return [problemOf(error)];
    }
  }

  private async inspected(
    { sources }: JsonObject,
    clients: (AwsClients & { target: PipelineTarget }) | undefined,
    signal?: AbortSignal,
  ): Promise<InspectedSource[]> {
    if (!Array.isArray(sources) || !clients) {
      return [];
    }
    return Promise.all(
      sources
        .slice(0, MOST_SOURCES)
        .map(source =>
          isObject(source)
            ? this.inspections.inspect(
                clients.s3,
                clients.target,
                source,
                signal,
              )
            : { problems: [] },
        ),
    );
  }
}

/** The document with the columns of the sources that could be read. */
function withColumns(
  { sources, ...document }: JsonObject,
  inspected: readonly InspectedSource[],
): JsonObject {
  return {
    ...document,
    ...(Array.isArray(sources) && {
      sources: sources.map((given, index) => {
        const { source, inspection } = inspected[index] ?? {};
        return source && inspection
          ? (completeSource(source, inspection) as unknown as JsonObject)
          : given;
      }),
    }),
  };
}

/** What the language says of the parts that the form has. */
function said(form: JsonObject, document: JsonObject): PipelineProblem[] {
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
