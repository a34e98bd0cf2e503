import { secretArnRules } from './arnRules';
import { REGION_PATTERN } from './region';

describe('names of regions', () => {
  it.each([
    ['eu-west-1', true],
    ['us-gov-west-1', true],
    ['us-isob-east-1', true],
    ['eusc-de-east-1', true],
    ['ap-southeast-10', true],
    ['europe', false],
    ['eu-west', false],
    ['EU-west-1', false],
    ['eu-west-1a', false],
  ])('%s: %s, alone and in an ARN', (region, isRegion) => {
    expect(new RegExp(REGION_PATTERN).test(region)).toBe(isRegion);
    const arn = `arn:aws:secretsmanager:${region}:123456789012:secret:admin-a1B2c3`;
    const problems = secretArnRules.map(rule => rule(arn)).filter(Boolean);
    expect(problems).toHaveLength(isRegion ? 0 : 1);
  });
});
