import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../../__testUtils__/portal';
import { COVID_HIRING_ARN } from '../../__testUtils__/runs';
import { FleetEntities } from './FleetEntities';

describe('the entities of a caller', () => {
  const ada = mockCredentials.user('user:default/ada');

  afterEach(() => {
    jest.restoreAllMocks();
  });

  function setUp() {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
    const catalog = catalogServiceMock.mock();
    const fake = catalogServiceMock({
      entities: [
        component('covid-hiring', COVID_HIRING_ARN),
        component('plain'),
        component('broken', 'flight-delays'),
      ],
    });
    catalog.queryEntities.mockImplementation((...args) =>
      fake.queryEntities(...args),
    );
    const permissions = mockServices.permissions.mock();
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    return {
      clock,
      asked: () => catalog.queryEntities.mock.calls.length,
      permissions,
      entities: new FleetEntities({ catalog, permissions }),
    };
  }

  it('are those that name workflows', async () => {
    const { entities } = setUp();
    expect(await entities.read(ada)).toEqual({
      entities: [
        expect.objectContaining({
          entityRef: 'component:default/covid-hiring',
          withRuns: true,
        }),
      ],
      withheld: 0,
    });
  });

  it('are asked for once by views at once, and anew after five seconds', async () => {
    const { clock, asked, entities, permissions } = setUp();
    await Promise.all([entities.read(ada), entities.read(ada)]);
    clock.mockReturnValue(4_999);
    expect((await entities.read(ada)).entities).toHaveLength(1);
    expect(asked()).toBe(1);
    clock.mockReturnValue(5_000);
    permissions.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.DENY },
    ]);
    expect(await entities.read(ada)).toEqual({ entities: [], withheld: 1 });
    expect(asked()).toBe(2);
  });

  it('are another matter for whoever acts for the same person with a restriction, and for services', async () => {
    const { asked, entities } = setUp();
    await entities.read(ada);
    await entities.read(
      mockCredentials.user('user:default/ada', {
        actor: { subject: 'plugin:mcp-actions' },
      }),
    );
    await entities.read(mockCredentials.service('plugin:one'));
    await entities.read(
      mockCredentials.service('plugin:one', {
        permissionNames: ['glue-pipelines.run.read'],
      }),
    );
    expect(asked()).toBe(4);
  });

  it('are remembered of a hundred callers at most', async () => {
    const { asked, entities } = setUp();
    for (let i = 0; i <= 100; i++) {
      await entities.read(mockCredentials.user(`user:default/u${i}`));
    }
    await entities.read(mockCredentials.user('user:default/u1'));
    expect(asked()).toBe(101);
    await entities.read(mockCredentials.user('user:default/u0'));
    expect(asked()).toBe(102);
  });
});
