import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pipelineDiagram } from '../lib/language.mjs';
import { checkPipeline } from '../lib/loadPipeline';
import { withPicture } from '../scripts/picture';
import { largest, onDuckDb } from './example';

describe('the picture of a pipeline', () => {
  it('takes the place of the one before, and of nothing else', () => {
    const text = '# A\n\n```mermaid\nold\nlines\n```\n\n```sh\nnpm\n```\n';
    assert.equal(
      withPicture(text, 'new $&'),
      '# A\n\n```mermaid\nnew $&\n```\n\n```sh\nnpm\n```\n',
    );
    assert.equal(withPicture('# A\n', 'new'), '# A\n');
  });

  it('has the steps that the pipeline has', () => {
    const steps = (input: unknown) =>
      pipelineDiagram(checkPipeline(input)).match(/\w+( --> \w+){1,}$/gm);
    assert.equal(
      steps(largest)![0],
      'prepare --> crawlRaw --> transform --> crawlResult --> load',
    );
    assert.equal(steps(onDuckDb)![0], 'transform --> load');
  });
});
