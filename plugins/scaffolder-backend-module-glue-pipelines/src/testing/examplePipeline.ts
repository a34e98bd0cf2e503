import {
  parsePipeline,
  type Pipeline,
} from '@glue-pipelines/backstage-plugin-common';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const TEMPLATE_DIR = resolve(
  __dirname,
  '../../../../templates/glue-redshift-pipeline',
);

/** One of the pipelines that come with the template. */
export function examplePipeline(
  name: 'covid-hiring' | 'flight-delays',
): Pipeline {
  return parsePipeline(
    parse(readFileSync(join(TEMPLATE_DIR, `examples/${name}.yaml`), 'utf8')),
  );
}
