import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readDiscoveryConfig, toOwnerRef } from './config';

function read(
  gluePipelines: JsonObject | undefined,
  aws: JsonObject = {
    mainAccount: { region: 'eu-west-1' },
    accounts: [
      { accountId: '111111111111' },
      {
        accountId: '222222222222',
        roleName: 'backstage',
        region: 'us-east-1',
      },
    ],
  },
) {
  return readDiscoveryConfig(
    mockServices.rootConfig({
      data: {
        aws,
        catalog: { providers: gluePipelines ? { gluePipelines } : {} },
      },
    }),
  );
}

describe('readDiscoveryConfig', () => {
  it('is undefined where nothing is configured', () => {
    expect(read(undefined)).toBeUndefined();
  });

  it('looks into every account of the aws section, in its region or that of the main account', () => {
    expect(read({ defaultOwner: 'data-platform' })).toEqual({
      endpoint: undefined,
      places: [
        { accountId: '111111111111', region: 'eu-west-1' },
        { accountId: '222222222222', region: 'us-east-1' },
      ],
      filters: { names: [], tags: [] },
      defaultOwner: 'group:default/data-platform',
      ownerTag: 'owner',
      lifecycle: 'production',
      gracePeriodMs: 86_400_000,
      schedule: {
        frequency: { minutes: 30 },
        timeout: { minutes: 15 },
        initialDelay: { seconds: 15 },
      },
    });
  });

  it('takes accounts, regions, filters and periods as configured', () => {
    expect(
      read({
        defaultOwner: 'user:ops/jo',
        ownerTag: 'team',
        lifecycle: 'experimental',
        accounts: [
          {
            accountId: '222222222222',
            regions: ['us-east-1', 'us-west-2', 'us-east-1'],
          },
          { accountId: '333333333333' },
        ],
        filters: {
          names: ['sales-*'],
          tags: [{ key: 'stage', value: 'prod' }, { key: 'catalog' }],
        },
        gracePeriod: { hours: 2 },
        schedule: { frequency: 'PT5M', timeout: { minutes: 1 } },
      }),
    ).toMatchObject({
      places: [
        { accountId: '222222222222', region: 'us-east-1' },
        { accountId: '222222222222', region: 'us-west-2' },
        { accountId: '333333333333', region: 'eu-west-1' },
      ],
      filters: {
        names: ['sales-*'],
        tags: [{ key: 'stage', value: 'prod' }, { key: 'catalog' }],
      },
      defaultOwner: 'user:ops/jo',
      ownerTag: 'team',
      lifecycle: 'experimental',
      gracePeriodMs: 7_200_000,
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 1 } },
    });
  });

  it.each([
    [{}, /gluePipelines\.defaultOwner is missing/],
    [{ defaultOwner: 'a team' }, /defaultOwner must be an entity ref/],
    [
      { defaultOwner: 'o', accounts: [{ accountId: '1234' }] },
      /'1234' is not an account id of 12 digits/,
    ],
    [
      {
        defaultOwner: 'o',
        accounts: [{ accountId: '111111111111', regions: ['europe'] }],
      },
      /'europe' of account 111111111111 is not a region/,
    ],
    [
      {
        defaultOwner: 'o',
        accounts: [{ accountId: '111111111111', regions: [] }],
      },
      /does not know where to look in account 111111111111/,
    ],
    [{ defaultOwner: 'o', accounts: [] }, /finds no account/],
    [
      { defaultOwner: 'o', gracePeriod: { hours: -1 } },
      /gracePeriod must not be negative/,
    ],
    [
      { defaultOwner: 'o', filters: { tags: [{ value: 'prod' }] } },
      /filters\.tags\[0\]\.key/,
    ],
    [{ defaultOwner: 'o', gracePeriod: 'soon' }, /gracePeriod/],
    [{ defaultOwner: 'o', schedule: {} }, /frequency/],
  ])('refuses %j', (section, message) => {
    expect(() => read(section as JsonObject)).toThrow(message);
  });

  it('refuses an account of which no region is known', () => {
    expect(() =>
      read(
        { defaultOwner: 'o' },
        { accounts: [{ accountId: '111111111111' }] },
      ),
    ).toThrow(/Name its regions/);
  });
});

describe('toOwnerRef', () => {
  it.each([
    ['sales', 'group:default/sales'],
    [' Sales ', 'group:default/sales'],
    ['user:jo', 'user:default/jo'],
    ['group:retail/sales', 'group:retail/sales'],
    ['', undefined],
    ['sales team', undefined],
    ['jo@example.com', undefined],
    ['a:b:c/d', undefined],
  ])('%j is %s', (text, ref) => {
    expect(toOwnerRef(text)).toBe(ref);
  });
});
