import { findingsOf } from './validationReport';

const violation = (severity: string) => ({
  ruleName: 'AwsSolutions-S10',
  description: 'The bucket does not require requests to use SSL.',
  suggestedFix: 'Enforce SSL.',
  severity,
  violatingConstructs: [
    { constructPath: 'a-workflow/Data' },
    { constructPath: 'a-workflow/Logs' },
  ],
});

describe('findingsOf', () => {
  it('lists every construct of every error of a failed report', () => {
    expect(
      findingsOf({
        pluginReports: [
          {
            pluginName: 'cdk-nag',
            conclusion: 'failure',
            violations: [violation('error'), violation('warning')],
          },
          {
            pluginName: 'other',
            conclusion: 'success',
            violations: [violation('error')],
          },
        ],
      }),
    ).toEqual([
      'AwsSolutions-S10 at a-workflow/Data: The bucket does not require requests to use SSL. Enforce SSL.',
      'AwsSolutions-S10 at a-workflow/Logs: The bucket does not require requests to use SSL. Enforce SSL.',
    ]);
  });
});
