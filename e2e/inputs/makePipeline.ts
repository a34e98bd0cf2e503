import { GlueClient } from '@aws-sdk/client-glue';
import { S3Client } from '@aws-sdk/client-s3';
import { completePipeline } from '@glue-pipelines/backstage-plugin-scaffolder-backend-module';
import {
  InvalidPipelineError,
  PIPELINE_API_VERSION,
  type Pipeline,
} from '@glue-pipelines/pipeline';
import type { CaseSource, InputCase } from './InputCase';

export type Made = { pipeline: Pipeline } | { refusal: string };

const sourceOf = (
  { key = '', ...source }: CaseSource,
  folder: string,
): object => ({
  name: 'rows',
  format: 'csv',
  ...source,
  ...(source.format !== 'table' && { uri: `${folder}${key}` }),
});

/** What the form makes of a case: a pipeline, or a refusal in its words. */
export async function makePipeline(
  endpoint: string,
  name: string,
  folder: string,
  {
    name: description,
    sources = [{}],
    transform,
    quality,
    output,
    catalog,
    load,
  }: Omit<InputCase, 'files' | 'expect'>,
): Promise<Made> {
  const common = {
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const s3 = new S3Client({ ...common, forcePathStyle: true });
  const glue = new GlueClient(common);
  const document = {
    apiVersion: PIPELINE_API_VERSION,
    name,
    description,
    owner: 'group:default/data-engineering',
    sources: sources.map(source => sourceOf(source, folder)),
    ...(transform && { transform }),
    ...(quality && { quality }),
    ...(output && { output }),
    ...(catalog && { catalog }),
    warehouse: { table: 'result', ...(load && { load }) },
  };
  try {
    return {
      pipeline: await completePipeline(document, { s3, glue }, () => {}),
    };
  } catch (error) {
    if (error instanceof InvalidPipelineError) {
      return { refusal: error.message };
    }
    throw error;
  } finally {
    s3.destroy();
    glue.destroy();
  }
}
