import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pythonEnvironment } from './environment';
import { expect, test } from './fixtures';

test('an unmodified boto3 sees the workflow, follows a run, keeps objects intact and queries the table', async () => {
  const { stdout } = await promisify(execFile)(
    join(pythonEnvironment, 'bin/python'),
    [join(__dirname, 'awsClients.py'), 'http://127.0.0.1:4566', 'covid-hiring'],
  );
  const seen = JSON.parse(stdout);
  const count = (type: string) =>
    seen.nodes.filter(([nodeType]: [string]) => nodeType === type).length;
  expect(seen.account).toBe('000000000000');
  expect([count('JOB'), count('CRAWLER'), count('TRIGGER')]).toEqual([3, 2, 5]);
  // Five triggers start one node each; four of them wait for one node each.
  expect(seen.edges).toBe(9);
  expect(seen.intact).toBe(true);
  expect(seen.listed).toEqual([['folder/a b+ü.bin', 12 * 1024 * 1024]]);
  expect(seen.statuses).toEqual(['RUNNING', 'COMPLETED']);
  expect(seen.rows.longValue).toBe(787);
});
