import { skippedOf } from './skipped';

describe('skippedOf', () => {
  it.each([
    ['nothing-new wr_1', 'succeeded', 'nothing-new'],
    ['nothing-new wr_0', 'succeeded', undefined],
    ['nothing-new wr_1', 'failed', undefined],
    ['nothing-new wr_1', 'running', undefined],
    ['nothing-new', 'succeeded', undefined],
    ['nothing <b>new</b> wr_1', 'succeeded', undefined],
    [undefined, 'succeeded', undefined],
  ] as const)('reads %j of a run that %s as %s', (value, health, reason) => {
    const properties: Record<string, string> =
      value === undefined ? {} : { 'glue-pipelines.io/skipped': value };
    expect(skippedOf({ id: 'wr_1', health, properties })).toBe(reason);
  });
});
