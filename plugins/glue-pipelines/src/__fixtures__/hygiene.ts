import { HygieneResponse } from '@glue-pipelines/backstage-plugin-common';
import { WORKFLOW_ARN } from './covidHiring';

/** A fleet of which two workflows should be put right. */
export const hygiene: HygieneResponse = {
  items: [
    {
      arn: WORKFLOW_ARN,
      name: 'covid-hiring',
      entityRef: 'component:default/covid-hiring',
      owner: 'group:default/data-engineering',
      lastStartedAt: '2026-11-28T06:00:00.000Z',
      findings: ['ending-version', 'no-tags'],
      endingVersions: [
        {
          version: '2.0',
          support: '2024-01-31',
          life: '2026-04-01',
          jobs: ['covid-hiring-load'],
        },
      ],
    },
    {
      arn: `${WORKFLOW_ARN}-old`,
      name: 'visits',
      entityRef: 'component:default/visits',
      findings: ['no-owner'],
    },
  ],
  total: 2,
  wellKept: 5,
  counts: [
    { finding: 'ending-version', workflows: 1 },
    { finding: 'no-owner', workflows: 1 },
    { finding: 'nobody-told', workflows: 0 },
    { finding: 'no-promise', workflows: 0 },
    { finding: 'never-run', workflows: 0 },
    { finding: 'not-run-lately', workflows: 0 },
    { finding: 'no-tags', workflows: 1 },
  ],
  filters: { owners: [], systems: [], tags: [], accounts: [], regions: [] },
  withheld: 1,
  servedAt: '2026-11-28T12:00:00.000Z',
};
