import { Service } from '../protocol/operation';
import { ServiceRegistry } from './ServiceRegistry';

const glue: Service = {
  id: 'glue',
  protocol: 'aws-json-1.1',
  targetPrefix: 'AWSGlue',
  operations: [{ name: 'GetWorkflow', handle: () => ({}) }],
};
const redshift: Service = {
  id: 'redshift',
  protocol: 'aws-query',
  operations: [{ name: 'DescribeClusters', handle: () => ({}) }],
};

describe('ServiceRegistry', () => {
  const registry = new ServiceRegistry([glue, redshift]);

  it('finds services by signing name, target and action', () => {
    expect(registry.byId('redshift')).toBe(redshift);
    expect(registry.byTarget('AWSGlue')).toBe(glue);
    expect(registry.byAction('DescribeClusters')).toBe(redshift);
    // A JSON operation is not an action of the query protocol.
    expect(registry.byAction('GetWorkflow')).toBeUndefined();
  });

  it('finds operations and names those it does not have', () => {
    expect(registry.operation('glue', 'GetWorkflow').name).toBe('GetWorkflow');
  });

  it.each([
    ['glue', 'CreateBlueprint', 'UnknownOperationException'],
    ['redshift', 'CreateTags', 'InvalidAction'],
  ])('has no %s:%s: %s', (service, operation, code) => {
    expect(() => registry.operation(service, operation)).toThrow(
      expect.objectContaining({
        code,
        message: `local-glue does not support ${service}:${operation}`,
      }),
    );
  });
});
