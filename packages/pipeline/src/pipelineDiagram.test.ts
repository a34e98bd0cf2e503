import { pipelineDiagram } from './pipelineDiagram';
import { parsePipeline } from './parsePipeline';
import { joinedPipeline } from './testing/pipelines';

describe('pipelineDiagram', () => {
  it('shows what starts a pipeline, its steps, what they read and write', () => {
    const input = joinedPipeline();
    const [first, ...others] = input.sources;
    const diagram = pipelineDiagram(
      parsePipeline({
        ...input,
        sources: [{ ...first, copy: true }, ...others],
        catalog: { tables: 'crawled' },
        start: { cron: 'cron(0 6 * * ? *)' },
      }),
    );
    expect(diagram.split('\n').map(line => line.trim())).toEqual([
      'flowchart LR',
      'start(["cron(0 6 * * ? *)"])',
      expect.stringMatching(/^source0\[\("\w+<br>s3:/),
      expect.stringMatching(/^source1\[\("\w+<br>s3:/),
      expect.stringMatching(/^subgraph workflow \["Glue workflow [\w-]+"\]$/),
      'prepare["prepare"]',
      'crawlRaw["crawl copies"]',
      'transform["transform"]',
      'crawlResult["crawl result"]',
      'load["load"]',
      'prepare --> crawlRaw --> transform --> crawlResult --> load',
      'end',
      expect.stringMatching(/^table\[\("[\w.]+"\)\]$/),
      'start --> prepare',
      'source0 -.-> prepare',
      'source1 -.-> transform',
      'load --> table',
    ]);
  });
});
