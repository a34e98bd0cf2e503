import {
  InvalidPipelineError,
  parsePipelineDraft,
  type PipelineDraft,
  type PipelineProblem,
} from '@glue-pipelines/pipeline';
import type { JsonObject } from '@backstage/types';
import type { CsvOptions } from '../sources/csvSample';
import { findFirstObjects, type FindObjects } from '../sources/findObjects';
import type { SourceInspection } from '../sources/inspectSource';
import { inspectSources } from '../sources/inspectSources';
import type { FormClients } from './formClients';
import { withStandIns } from './standIns';

type DraftSource = PipelineDraft['sources'][number];

/** What a look into one source shows. */
export interface InspectedSource {
  /** The source with its defaults; absent where it is not filled in rightly. */
  source?: DraftSource;
  /** Absent where it cannot be read. */
  inspection?: SourceInspection;
  /** What is wrong with its files, at paths within the source, for example `uri`. */
  problems: PipelineProblem[];
}

/** How long what was seen of a source is taken for what is there, in ms. */
const FRESH_MS = 60_000;

/** How many sources are remembered. */
const MOST = 200;

/** What is said of a source whose bucket does not answer in time. */
const LATE = {
  inspections: new Map<string, SourceInspection>(),
  problems: [
    {
      field: 'sources[0].uri',
      message: 'S3 does not answer in time to look into it: try again',
    },
  ],
};

/** The source of a form by itself; `undefined` where its own fields are wrong, which is said elsewhere. */
function draftOf(source: JsonObject): DraftSource | undefined {
  try {
    return parsePipelineDraft(withStandIns({}, { sources: [source] }))
      .sources[0];
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Looks into the sources of forms. Each page of a form asks again, so that what
 * was seen of a source that can be read is remembered for a minute.
 */
export class SourceInspections {
  private readonly seen = new Map<
    string,
    { at: number; found: InspectedSource }
  >();

  constructor(private readonly now: () => number = Date.now) {}

  async inspect(
    { target, ...clients }: FormClients,
    document: JsonObject,
    signal?: AbortSignal,
    find: FindObjects = findFirstObjects,
  ): Promise<InspectedSource> {
    const source = draftOf(document);
    if (!source) {
      return { problems: [] };
    }
    const key = JSON.stringify([target, document]);
    const seen = this.seen.get(key);
    if (seen && this.now() - seen.at < FRESH_MS) {
      return seen.found;
    }
    const { inspections, problems } = await inspectSources(
      clients,
      [source],
      [(document.csv ?? {}) as Partial<CsvOptions>],
      signal,
      find,
    ).catch((error: unknown) => {
      if (signal?.aborted) {
        return LATE;
      }
      throw error;
    });
    const found: InspectedSource = {
      source,
      inspection: inspections.get(source.name),
      problems: problems.map(({ field, message }) => ({
        field: field.replace(/^sources\[0\]\.?/, ''),
        message,
      })),
    };
    if (problems.length === 0) {
      this.remember(key, found);
    }
    return found;
  }

  private remember(key: string, found: InspectedSource) {
    this.seen.delete(key);
    this.seen.set(key, { at: this.now(), found });
    const [oldest] = this.seen.keys();
    if (this.seen.size > MOST) {
      this.seen.delete(oldest);
    }
  }
}
