import {
  InvalidPipelineError,
  parsePipeline,
  parsePipelineDraft,
  type Pipeline,
} from '@glue-pipelines/pipeline';
import type { AwsClients } from '../aws/awsClients';
import { completeSource } from './completeSource';
import type { CsvOptions } from './csvSample';
import { inspectSources } from './inspectSources';
import type { DeclaredColumn } from './SourceColumns';

/**
 * A pipeline as it is filled in: its sources may lack their columns.
 *
 * @public
 */
export interface PipelineDocument {
  sources?: readonly { csv?: object }[];
}

const words = ({ name, type, precision, scale, format }: DeclaredColumn) =>
  `${name} ${type}${type === 'decimal' ? `(${precision},${scale})` : ''}${
    format ? ` (${format})` : ''
  }`;

/**
 * Makes a whole pipeline of one that is filled in: looks into its sources and
 * declares their columns and how their CSV is written, where that is not said.
 *
 * @param input - the content of `pipeline.yaml`, parsed
 * @param log - receives what was found, a sentence each
 * @throws InvalidPipelineError with everything that is wrong
 *
 * @public
 */
export async function completePipeline(
  input: PipelineDocument,
  clients: Pick<AwsClients, 's3' | 'glue'>,
  log: (message: string) => void,
  signal?: AbortSignal,
): Promise<Pipeline> {
  const draft = parsePipelineDraft(input);
  const { inspections, problems } = await inspectSources(
    clients,
    draft.sources,
    (input.sources ?? []).map(({ csv = {} }): Partial<CsvOptions> => csv),
    signal,
  );
  for (const [name, { objects, columns, csv, notes }] of inspections) {
    log(
      `${name}: ${objects[0]} has the columns ${columns.map(words).join(', ')}`,
    );
    for (const [option, value] of Object.entries(csv ?? {})) {
      log(
        `${name}: csv.${option} is ${JSON.stringify(value)}, as the file tells`,
      );
    }
    notes.forEach(note => log(`${name}: ${note}`));
  }
  if (problems.length > 0) {
    throw new InvalidPipelineError(problems);
  }
  return parsePipeline({
    ...input,
    sources: draft.sources.map(source =>
      completeSource(source, inspections.get(source.name)!),
    ),
  });
}
