import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ColumnsAtFormStep,
  FormColumn,
  FormSteps,
  SuggestedKey,
} from '@glue-pipelines/backstage-plugin-common';
import {
  columnsAtSteps,
  type ColumnsAtStep,
  type PipelineDraft,
} from '@glue-pipelines/pipeline';
import { completeSource } from '../sources/completeSource';
import type { FormClients } from './formClients';
import { pipelineFromForm } from './pipelineFromForm';
import { said } from './said';
import type { SourceBrowser } from './SourceBrowser';
import type { InspectedSource, SourceInspections } from './SourceInspections';
import { suggestKeys, type Joined } from './suggestKeys';

type DraftSource = PipelineDraft['sources'][number];

/** A source of a form, with what could be seen of it. */
interface SeenSource {
  given: JsonObject;
  /** Absent where it is not filled in rightly. */
  source?: DraftSource;
  rows?: readonly (string | null)[][];
}

const objectsOf = (value: JsonValue | undefined): JsonObject[] =>
  (Array.isArray(value) ? value : []).map(item =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? item
      : {},
  );

const columnsOf = (rows: ColumnsAtStep['rows']): FormColumn[] | undefined =>
  rows && [...rows].map(([name, type]) => ({ name, ...(type && { type }) }));

/** What can be known of the steps of a form: columns at each, keys of joins, and what is wrong. */
export class FormStepsReader {
  constructor(
    private readonly inspections: SourceInspections,
    private readonly browser: SourceBrowser,
  ) {}

  async read(
    form: JsonObject,
    clients: FormClients,
    signal: AbortSignal,
  ): Promise<FormSteps> {
    const document = pipelineFromForm({
      sources: form.sources,
      transform: form.transform,
    }) as JsonObject;
    const steps = objectsOf(document.transform);
    const seen = await Promise.all(
      objectsOf(document.sources).map(source =>
        this.#look(source, clients, signal),
      ),
    );
    const columns = this.#columnsAt(seen, steps);
    const sources = seen.map(({ given, source }) => source ?? given);
    return {
      sources: seen.map(({ given, source }) => ({
        name: String(given.name ?? ''),
        columns:
          source && columnsOf(this.#columnsAt([{ given, source }], [])[0].rows),
      })),
      columns: columns.map(({ rows, isSure }): ColumnsAtFormStep => ({
        columns: columnsOf(rows),
        isSure,
      })),
      keys: steps.map((step, index) =>
        step.kind === 'join'
          ? this.#keysOf(String(step.source), seen, columns[index])
          : [],
      ),
      problems: said(
        { sources: [], transform: [] },
        { ...document, sources: sources as JsonValue },
      ).filter(({ field }) => /^transform\b/.test(field)),
    };
  }

  async #look(
    given: JsonObject,
    clients: FormClients,
    signal: AbortSignal,
  ): Promise<SeenSource> {
    const found: InspectedSource = await this.inspections.inspect(
      clients,
      given,
      signal,
    );
    const { source, inspection } = found;
    if (!source || !inspection) {
      return { given, source };
    }
    return {
      given,
      source: completeSource(source, inspection) as DraftSource,
      rows: await this.browser.rowsOf(
        clients.s3,
        String(source.uri ?? ''),
        found,
        signal,
      ),
    };
  }

  #columnsAt(
    seen: readonly SeenSource[],
    steps: readonly JsonObject[],
  ): ColumnsAtStep[] {
    const [first] = seen;
    return first?.source
      ? columnsAtSteps(
          seen.flatMap(({ source }) => source ?? []),
          steps,
        )
      : [...steps, {}].map(() => ({ rows: undefined, isSure: false }));
  }

  /** Of the rows so far only values that come from the first source are there to compare. */
  #keysOf(
    name: string,
    seen: readonly SeenSource[],
    { rows }: ColumnsAtStep,
  ): SuggestedKey[] {
    const joined = seen.slice(1).find(({ given }) => given.name === name);
    const other = joined && this.#columnsAt([joined], [])[0].rows;
    return rows && other
      ? suggestKeys(
          { columns: rows, values: valuesOf(seen[0]) },
          { columns: other, values: valuesOf(joined) },
        )
      : [];
  }
}

/** The values of a sample, by column. */
function valuesOf({ source, rows }: SeenSource): Joined['values'] {
  return (
    rows &&
    source?.columns &&
    new Map(
      source.columns.map(({ name }, index) => [
        name,
        rows.map(row => row[index] ?? null),
      ]),
    )
  );
}
