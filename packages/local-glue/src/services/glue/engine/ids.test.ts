import {
  newCrawlId,
  newJobRunId,
  newWorkflowRunId,
  nodeId,
  retryId,
} from './ids';

describe('ids', () => {
  it.each([
    [newWorkflowRunId(), /^wr_[0-9a-f]{64}$/],
    [newJobRunId(), /^jr_[0-9a-f]{64}$/],
    [newCrawlId(), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
    [nodeId('w', 'JOB', 'a'), /^wnode_[0-9a-f]{64}$/],
  ])('%s has the form of Glue', (id, form) => {
    expect(id).toMatch(form);
  });

  it('of a node depends on its workflow, kind and name alone', () => {
    expect(nodeId('w', 'JOB', 'a')).toBe(nodeId('w', 'JOB', 'a'));
    const others = [
      nodeId('w', 'JOB', 'a'),
      nodeId('w', 'CRAWLER', 'a'),
      nodeId('w', 'JOB', 'b'),
      nodeId('v', 'JOB', 'a'),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it.each([
    ['jr_ab', 1, 'jr_ab_attempt_1'],
    ['jr_ab_attempt_1', 2, 'jr_ab_attempt_2'],
  ])('of the retry of %s is %s', (id, attempt, expected) => {
    expect(retryId(id, attempt)).toBe(expected);
  });
});
