// npm run contract: writes the data contract of the table, which follows from pipeline.yaml.
//
//   npm run contract -- --check    fails where data-contract.yaml is not up to date
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { dataContract } from '../lib/language.mjs';
import { loadPipeline } from '../lib/loadPipeline';
import type { Pipeline } from '../lib/pipeline';
import { pipelineFile, runScript } from './command';

export const CONTRACT_FILE = 'data-contract.yaml';

/** @throws Error unless the text is the contract of the pipeline */
export function checkContract(pipeline: Pipeline, text: string | undefined) {
  if (
    text === undefined ||
    !isDeepStrictEqual(parse(text), dataContract(pipeline))
  ) {
    throw new Error(
      `${CONTRACT_FILE} is not what pipeline.yaml says: "npm run contract" writes it`,
    );
  }
}

await runScript(import.meta.url, args => {
  const { values } = parseArgs({
    args,
    options: { check: { type: 'boolean', default: false } },
  });
  const pipeline = loadPipeline(pipelineFile());
  if (values.check) {
    const text = existsSync(CONTRACT_FILE)
      ? readFileSync(CONTRACT_FILE, 'utf8')
      : undefined;
    checkContract(pipeline, text);
    return;
  }
  writeFileSync(
    CONTRACT_FILE,
    stringify(dataContract(pipeline), { lineWidth: 0 }),
  );
  console.log(`Wrote ${CONTRACT_FILE}`);
});
