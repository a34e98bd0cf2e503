import { runbook } from './runbook';

describe('runbook', () => {
  it('has a row for each symptom and each cause that the portal knows', () => {
    const lines = runbook().split('\n');
    const rows = lines.filter(line => line.startsWith('| '));
    expect(rows.length).toBeGreaterThan(40);
    for (const line of rows) {
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
    }
    expect(rows).toContainEqual(
      expect.stringMatching(/^\| The job ran out of memory\. \| Use a larger/),
    );
  });
});
