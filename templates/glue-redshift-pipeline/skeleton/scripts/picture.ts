// npm run picture: draws the pipeline in README.md, which follows from pipeline.yaml.
//
//   npm run picture -- --check    fails where it is not up to date
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pipelineDiagram } from '../lib/language.mjs';
import { loadPipeline } from '../lib/loadPipeline';
import { pipelineFile, runScript } from './command';

const FILE = 'README.md';
const PICTURE = /(?<=^```mermaid\n)[^]*?(?=\n```$)/m;

/** A text with another picture in the place of its first one; as it is where it has none. */
export const withPicture = (text: string, picture: string): string =>
  text.replace(PICTURE, () => picture);

await runScript(import.meta.url, args => {
  const { values } = parseArgs({
    args,
    options: { check: { type: 'boolean', default: false } },
  });
  const text = readFileSync(FILE, 'utf8');
  const drawn = withPicture(
    text,
    pipelineDiagram(loadPipeline(pipelineFile())),
  );
  if (values.check && drawn !== text) {
    throw new Error(
      `The picture in ${FILE} is not what pipeline.yaml says: "npm run picture" draws it`,
    );
  }
  if (!values.check) {
    writeFileSync(FILE, drawn);
    console.log(`Drew the pipeline in ${FILE}`);
  }
});
