import { catalogType } from './catalog';

describe('catalogType', () => {
  it.each([
    ['BIGINT', 'int8', 0, 0],
    ['VARCHAR', 'varchar', 0, 0],
    ['DECIMAL(10,2)', 'numeric', 10, 2],
    ['TIMESTAMP WITH TIME ZONE', 'timestamptz', 0, 0],
    ['STRUCT(a INTEGER)', 'super', 0, 0],
    ['JSON', 'super', 0, 0],
  ])('%s is %s', (type, typeName, precision, scale) => {
    expect(catalogType(type)).toEqual({ typeName, precision, scale });
  });
});
