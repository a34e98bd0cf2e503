import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { InvalidPipelineError, parsePipeline } from './parsePipeline';
import { AGGREGATE_FAULTS } from './testing/faultyAggregates';
import { FAULTS } from './testing/faultyPipelines';
import { aggregatedPipeline, joinedPipeline } from './testing/pipelines';
import SCHEDULES from './testing/schedules.json';

const BUNDLE = resolve(
  __dirname,
  '../../../templates/glue-redshift-pipeline/skeleton/lib/language.mjs',
);

/** Parses each document of standard input by the rules that repositories carry. */
const PROGRAM = `
import { InvalidPipelineError, parsePipeline } from ${JSON.stringify(
  pathToFileURL(BUNDLE).href,
)};
import { readFileSync } from 'node:fs';
const answers = JSON.parse(readFileSync(0, 'utf8')).map(document => {
  try {
    return parsePipeline(document);
  } catch (error) {
    if (!(error instanceof InvalidPipelineError)) throw error;
    return error.problems;
  }
});
process.stdout.write(JSON.stringify(answers));
`;

/** A document as a file has it: nothing is undefined there. */
function changed<T>(document: T, change: (document: any) => void): T {
  change(document);
  return JSON.parse(JSON.stringify(document));
}

const answerOf = (document: unknown) => {
  try {
    return parsePipeline(document);
  } catch (error) {
    return (error as InvalidPipelineError).problems;
  }
};

describe('the rules that a generated repository carries', () => {
  it('give the answers of the portal, to good and to faulty pipelines', () => {
    const documents = [
      joinedPipeline(),
      aggregatedPipeline(),
      ...FAULTS.map(([, change]) => changed(joinedPipeline(), change)),
      ...AGGREGATE_FAULTS.map(([, change]) =>
        changed(aggregatedPipeline(), ({ transform }) => change(transform[0])),
      ),
      ...[...SCHEDULES.valid, ...SCHEDULES.invalid].map(cron => ({
        ...joinedPipeline(),
        start: { cron },
      })),
    ];
    expect(documents.length).toBeGreaterThan(80);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', PROGRAM],
      { encoding: 'utf8', input: JSON.stringify(documents) },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(documents.map(answerOf));
  });
});
