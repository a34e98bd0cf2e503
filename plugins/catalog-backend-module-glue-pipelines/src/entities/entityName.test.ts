import { entityName } from './entityName';

const SUFFIX = '123456789012-eu-west-1';
/** KubernetesValidatorFunctions.isValidObjectName of Backstage's catalog model. */
const VALID = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

describe('entityName', () => {
  it.each([
    ['covid-hiring', /^covid-hiring-123456789012-eu-west-1$/],
    ['sales.v1_daily', /^sales\.v1_daily-123456789012-eu-west-1$/],
    ['Covid Hiring', /^covid-hiring-[0-9a-f]{8}-123456789012-eu-west-1$/],
    ['-daily-', /^daily-[0-9a-f]{8}-123456789012-eu-west-1$/],
    ['売上', /^[0-9a-f]{8}-123456789012-eu-west-1$/],
    ['a'.repeat(255), /^a+-[0-9a-f]{8}-123456789012-eu-west-1$/],
  ])('%s', (text, expected) => {
    const name = entityName(text, SUFFIX);
    expect(name).toMatch(expected);
    expect(name).toMatch(VALID);
    expect(name.length).toBeLessThanOrEqual(63);
    expect(entityName(text, SUFFIX)).toBe(name);
  });

  it('tells apart what only looks alike', () => {
    const texts = [
      'sales daily',
      'Sales daily',
      'sales-daily',
      'sales/daily',
      'SALES-DAILY',
      `${'a'.repeat(60)}1`,
      `${'a'.repeat(60)}2`,
    ];
    expect(new Set(texts.map(text => entityName(text, SUFFIX))).size).toBe(
      texts.length,
    );
  });
});
