import { testDatabases } from '../__testUtils__/databases';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from '../__testUtils__/runs';
import { KnexCollectionQueue } from './KnexCollectionQueue';
import { KnexWorkflowTags } from './KnexWorkflowTags';

jest.setTimeout(60_000);

const databases = testDatabases();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 10, minute));

describe.each(databases.ids)('workflow tags on %s', id => {
  it('keeps what was read last', async () => {
    const tags = new KnexWorkflowTags(await databases.open(id));
    const first = {
      workflowArn: COVID_HIRING_ARN,
      value: 'component:default/covid-hiring',
      warehouseTable: 'workgroup/covid-hiring/dev.public.covid_hiring',
      promises: { expected: 'by 07:00', longestRun: 'PT1H' },
      readAt: at(0),
    };
    await tags.save(first);
    expect(await tags.get([COVID_HIRING_ARN, FLIGHT_DELAYS_ARN])).toEqual([
      first,
    ]);
    const gone = {
      workflowArn: COVID_HIRING_ARN,
      value: undefined,
      warehouseTable: undefined,
      readAt: at(1),
    };
    await tags.save(gone);
    expect(await tags.get([COVID_HIRING_ARN])).toEqual([gone]);
  });

  it('knows whose tags are due, and forgets those that nobody reads', async () => {
    const knex = await databases.open(id);
    const tags = new KnexWorkflowTags(knex);
    await new KnexCollectionQueue(knex).addWorkflows([
      COVID_HIRING_ARN,
      FLIGHT_DELAYS_ARN,
    ]);
    await tags.save({ workflowArn: COVID_HIRING_ARN, readAt: at(0) });
    expect(await tags.due(at(0))).toEqual([FLIGHT_DELAYS_ARN]);
    expect(await tags.due(at(1))).toEqual([
      FLIGHT_DELAYS_ARN,
      COVID_HIRING_ARN,
    ]);

    await tags.prune(at(1));
    expect(await tags.get([COVID_HIRING_ARN])).toEqual([]);
  });
});
