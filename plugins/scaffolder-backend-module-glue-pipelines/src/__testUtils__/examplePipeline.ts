import { parsePipeline, type Pipeline } from '@glue-pipelines/pipeline';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { findAssets } from '../repository/assets';

export const TEMPLATE_DIR = dirname(findAssets().skeletonDir);

/** One of the pipelines that come with the template. */
export function examplePipeline(
  name: 'covid-hiring' | 'flight-delays',
): Pipeline {
  return parsePipeline(
    parse(readFileSync(join(TEMPLATE_DIR, `examples/${name}.yaml`), 'utf8')),
  );
}
