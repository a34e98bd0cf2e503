import { parse } from 'yaml';
import { parsePipeline } from './parsePipeline';
import { aggregatedPipeline, joinedPipeline } from './testing/pipelines';
import { toYaml } from './toYaml';

describe('toYaml', () => {
  it.each([
    joinedPipeline(),
    aggregatedPipeline(),
    { ...joinedPipeline(), description: '- "a": {b} # c \' & *d !e |' },
    { ...joinedPipeline(), description: 'yes', tags: ['null', '1e3', '#x'] },
  ])('is read back as it was', input => {
    const pipeline = parsePipeline(input);
    expect(parsePipeline(parse(toYaml(pipeline)))).toEqual(pipeline);
  });

  it('names the schema for editors', () => {
    expect(toYaml(parsePipeline(joinedPipeline())).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./pipeline.schema.json',
    );
  });
});
