import {
  lowerCaseNameByStack,
  nameByLogicalId,
  nameByStack,
} from './physicalName';

it.each([
  ['Login', /^Login-[A-Za-z0-9]{12}$/],
  ['LoginSecretC9203AE3', /^LoginSecretC9203AE3-[A-Za-z0-9]{12}$/],
  ['A'.repeat(60), /^A{27}-[A-Za-z0-9]{12}$/],
])('names %s by its logical id', (logicalId, expected) => {
  expect(nameByLogicalId(logicalId)).toMatch(expected);
});

it.each([
  ['orders', 'Rule', 64, /^orders-Rule-[A-Za-z0-9]{12}$/],
  ['s'.repeat(60), 'Rule', 64, /^s{46}-Rule-[A-Za-z0-9]{12}$/],
  ['orders', 'R'.repeat(60), 64, /^orders-R{44}-[A-Za-z0-9]{12}$/],
  ['s'.repeat(60), 'R'.repeat(60), 64, /^s{25}-R{25}-[A-Za-z0-9]{12}$/],
])('names of the stack %s the resource %s', (stack, id, maximum, expected) => {
  const name = nameByStack(stack, id, maximum);
  expect(name).toMatch(expected);
  expect(name.length).toBeLessThanOrEqual(maximum);
});

it.each([
  ['covid-hiring-workflow', 'DataBucketE3889A50'],
  ['a', 'B'],
  ['A_very.long-stack-name'.repeat(6), 'AnExtremelyLongLogicalId'.repeat(4)],
  [`${'a'.repeat(24)}-b`, 'X'.repeat(60)],
])('follows the rules of S3 and Redshift for %s, %s', (stack, logicalId) => {
  expect(lowerCaseNameByStack(stack, logicalId)).toMatch(
    /^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$/,
  );
});

it('never gives the same name twice', () => {
  expect(nameByLogicalId('Job')).not.toBe(nameByLogicalId('Job'));
  expect(nameByStack('s', 'Rule', 64)).not.toBe(nameByStack('s', 'Rule', 64));
});
