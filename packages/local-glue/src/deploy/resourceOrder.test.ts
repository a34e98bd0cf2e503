import { resourceOrder } from './resourceOrder';

const resource = (Properties: Record<string, unknown>, DependsOn?: string) => ({
  Type: 'T',
  Properties,
  DependsOn,
});

describe('resourceOrder', () => {
  it.each<[string, Record<string, unknown>]>([
    ['Ref', { x: [{ Ref: 'B' }] }],
    ['GetAtt as a list', { x: { 'Fn::GetAtt': ['B', 'Arn'] } }],
    ['GetAtt as text', { x: { 'Fn::GetAtt': 'B.Arn' } }],
    // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
    ['Sub', { x: { 'Fn::Sub': 'a ${B.Arn}' } }],
    // eslint-disable-next-line no-template-curly-in-string -- CloudFormation's syntax
    ['a variable of Sub', { x: { 'Fn::Sub': ['${v}', { v: { Ref: 'B' } }] } }],
    ['a branch of If', { x: { 'Fn::If': ['C', { Ref: 'B' }, 1] } }],
  ])('puts what %s names first', (_what, properties) => {
    expect(resourceOrder({ A: resource(properties), B: resource({}) })).toEqual(
      ['B', 'A'],
    );
  });

  it('puts what DependsOn names first and else keeps the order', () => {
    expect(
      resourceOrder({
        D: resource({}),
        A: resource({}, 'C'),
        B: resource({}),
        C: resource({ region: { Ref: 'AWS::Region' } }),
      }),
    ).toEqual(['D', 'C', 'A', 'B']);
  });

  it('spells a circle out', () => {
    expect(() =>
      resourceOrder({
        A: resource({ x: { Ref: 'B' } }),
        B: resource({ x: { Ref: 'C' } }),
        C: resource({ x: { Ref: 'B' } }),
      }),
    ).toThrow('B -> C -> B');
  });
});
