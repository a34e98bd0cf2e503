import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPipeline } from '../lib/loadPipeline';
import { assumptionsOf, costReport } from '../scripts/cost';
import { smallest } from './smallest';

describe('npm run cost', () => {
  const report = (...args: string[]) =>
    costReport(checkPipeline(smallest), assumptionsOf(args)).split('\n');

  it('says what a run and a month cost, and what it assumes', () => {
    const lines = report();
    assert.ok(lines.includes('A run: about $0.20'), lines.join('\n'));
    assert.match(lines.join('\n'), /A month: about \$6\.16, with 30\.4 runs/);
    assert.match(lines.join('\n'), /a DPU hour 0\.44, with FLEX 0\.29/);
  });

  it('takes what is known better', () => {
    const lines = report('--transform-minutes', '60', '--dpu-hour', '1');
    assert.equal(
      lines[0],
      'transform: $2.00, 2.000 DPU hours (2 workers G.1X for 60 minutes)',
    );
    assert.match(
      report('--runs', '4').join('\n'),
      /with 4 runs \(as you say\)/,
    );
  });

  for (const [args, message] of [
    [['--runs', 'many'], /--runs is "many": give a number/],
    [['--load-minutes', '-1'], /argument is ambiguous|give a number/],
    [['--minutes', '1'], /Unknown option '--minutes'/],
  ] as [string[], RegExp][]) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(() => assumptionsOf(args), message);
    });
  }
});
