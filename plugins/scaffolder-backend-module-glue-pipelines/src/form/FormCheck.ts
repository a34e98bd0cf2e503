import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { PipelineProblem } from '@glue-pipelines/pipeline';
import { assertEntityIsNew } from '../actions/assertEntityIsNew';
import { assertWorkflowIsNew } from '../aws/assertWorkflowIsNew';
import { completeSource } from '../sources/completeSource';
import { formClients, type FormClients } from './formClients';
import { pipelineFromForm } from './pipelineFromForm';
import { said } from './said';
import type { InspectedSource, SourceInspections } from './SourceInspections';

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

/** A thing is told once, whoever found it. */
const isFirst = (
  { field, message }: PipelineProblem,
  index: number,
  all: readonly PipelineProblem[],
) =>
  all.findIndex(other => other.field === field && other.message === message) ===
  index;

/** How the fields of each source fit together, told even where its name or another source is missing. */
const eachSource = ({ sources }: JsonObject): PipelineProblem[] =>
  (Array.isArray(sources) ? sources : []).flatMap((source, index) =>
    isObject(source)
      ? said({}, { sources: [{ name: 'not_named_yet', ...source }] }).map(
          ({ field, message }) => ({
            field: field.replace(/^sources\[0\]/, `sources[${index}]`),
            message,
          }),
        )
      : [],
  );

/**
 * Says what is wrong with a form as far as it is filled in: each field by
 * itself, how the fields fit together, whether the name is free, and whether
 * the sources can be read and have the columns that are named.
 */
export class FormCheck {
  constructor(
    private readonly services: {
      config: RootConfigService;
      catalog: CatalogService;
      auth: AuthService;
    },
    private readonly inspections: SourceInspections,
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
    const clients = await formClients(this.services.config, form);
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
        ...eachSource(document),
        ...said(form, withColumns(document, inspected)),
      ]
        .filter(({ field }) => form[/^\w*/.exec(field)![0]] !== undefined)
        .filter(isFirst);
    } finally {
      clients?.close();
    }
  }

  private async takenName(
    { name }: JsonObject,
    clients: FormClients | undefined,
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
    clients: FormClients | undefined,
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
            ? this.inspections.inspect(clients, source, signal)
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
