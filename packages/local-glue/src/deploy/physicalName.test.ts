import { physicalBucketName, physicalName } from './physicalName';

describe('physicalBucketName', () => {
  it.each([
    ['covid-hiring-workflow', 'DataBucketE3889A50'],
    ['a', 'B'],
    ['A_very.long-stack-name'.repeat(6), 'AnExtremelyLongLogicalId'.repeat(4)],
  ])('of %s, %s follows the rules of S3', (stack, logicalId) => {
    expect(physicalBucketName(stack, logicalId)).toMatch(
      /^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$/,
    );
  });

  it('reads well and is always the same', () => {
    const name = physicalBucketName('covid-hiring-workflow', 'DataBucketE38');
    expect(name).toMatch(/^covid-hiring-workflow-databuckete38-[0-9a-f]{12}$/);
    expect(physicalBucketName('covid-hiring-workflow', 'DataBucketE38')).toBe(
      name,
    );
  });
});

it('tells apart what is cut to the same beginning', () => {
  const long = 'x'.repeat(300);
  const one = physicalName(long, `${long}1`, 64);
  const two = physicalName(long, `${long}2`, 64);
  expect(one).not.toBe(two);
  expect(one.length).toBeLessThanOrEqual(64);
});
