import { InvalidPipelineError } from './parsePipeline';
import { parseSharedWarehouse } from './sharedWarehouse';

const smallest = () => ({
  apiVersion: 'glue-pipelines.io/warehouse/v1',
  name: 'analytics',
  description: 'What all teams report on',
  owner: 'group:default/data-platform',
});

describe('parseSharedWarehouse', () => {
  it('fills in every default', () =>
    expect(parseSharedWarehouse(smallest())).toEqual({
      ...smallest(),
      tags: [],
      capacity: { base: 8, max: 32 },
    }));

  it.each<[object, string]>([
    [{ name: 'Analytics' }, 'name: "Analytics" is not valid'],
    [{ owner: undefined }, 'owner: is missing'],
    [{ sources: [] }, 'sources: is not a field of warehouse.yaml'],
    [{ capacity: { base: 12 } }, 'capacity.base: must be a multiple of 8'],
    [
      { capacity: { base: 1024, max: 512 } },
      'capacity.base: must be at most 512',
    ],
    [
      { capacity: { base: 64, max: 32 } },
      'capacity.max: is 32, and capacity.base is 64',
    ],
    [
      { network: { subnets: [], securityGroups: ['sg-0a1b2c3d'] } },
      'network.subnets: needs three subnets',
    ],
  ])('refuses %j', (change, expected) => {
    const parse = () => parseSharedWarehouse({ ...smallest(), ...change });
    expect(parse).toThrow(InvalidPipelineError);
    expect(parse).toThrow(expected);
  });

  it('says what is no warehouse at all', () =>
    expect(() => parseSharedWarehouse(null)).toThrow(
      'warehouse: must be an object',
    ));
});
