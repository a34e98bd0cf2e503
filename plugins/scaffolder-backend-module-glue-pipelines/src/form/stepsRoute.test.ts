import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { FormSteps } from '@glue-pipelines/backstage-plugin-common';
import request from 'supertest';
import { startFormPortal } from '../__testUtils__/startFormPortal';
import {
  startLocalGlue,
  type LocalGlue,
} from '../__testUtils__/startLocalGlue';

// The endpoint is a process of its own.
jest.setTimeout(120_000);

const flights = {
  name: 'flights',
  uri: 's3://shop/flights.csv',
  format: 'csv',
};
const airports = {
  name: 'airports',
  uri: 's3://shop/airports.csv',
  format: 'csv',
};
const JOIN = {
  kind: 'join',
  source: 'airports',
  keys: [{ left: 'origin', right: 'iata' }],
};

describe('the steps of a form', () => {
  const directory = createMockDirectory();
  let local: LocalGlue;
  let portal: Awaited<ReturnType<typeof startFormPortal>>;
  let hiding: typeof portal;

  async function stepsOf(
    transform: object[],
    sources: object[] = [flights, airports],
    { server } = portal,
  ): Promise<FormSteps> {
    const { body } = await request(server)
      .post('/api/scaffolder/glue-pipelines/v1/form/steps')
      .set('authorization', mockCredentials.user.header())
      .send({ form: { sources, transform } })
      .expect(200);
    return body;
  }

  beforeAll(async () => {
    local = await startLocalGlue(directory.resolve('data'));
    await local.put({
      'shop/flights.csv': 'origin,delay\nAUS,3\nJFK,4\n',
      'shop/airports.csv': 'iata,city\nAUS,Austin\nJFK,New York\n',
    });
    [portal, hiding] = await Promise.all([
      startFormPortal({ endpoint: local.url, buckets: ['shop'] }),
      startFormPortal({
        endpoint: local.url,
        denied: ['glue-pipelines.source.read'],
      }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([portal?.stop(), hiding?.stop()]);
    await local?.close();
  });

  it('find their columns before and after each', async () => {
    const { sources, columns, problems } = await stepsOf([
      JOIN,
      { kind: 'select', columns: ['city'] },
    ]);
    expect(sources).toEqual([
      {
        name: 'flights',
        columns: [
          { name: 'origin', type: 'string' },
          { name: 'delay', type: 'bigint' },
        ],
      },
      {
        name: 'airports',
        columns: [
          { name: 'iata', type: 'string' },
          { name: 'city', type: 'string' },
        ],
      },
    ]);
    expect(
      columns.map(({ columns: found, isSure }) => [
        found?.map(({ name }) => name).join(),
        isSure,
      ]),
    ).toEqual([
      ['origin,delay', true],
      ['origin,delay,iata,city', true],
      ['city', true],
    ]);
    expect(problems).toEqual([]);
  });

  it('are given keys by the values of the sample', async () => {
    const { keys, columns } = await stepsOf([
      { kind: 'join', source: 'airports' },
      { kind: 'filter', condition: '' },
    ]);
    expect(keys).toEqual([
      [{ left: 'origin', right: 'iata', sample: { compared: 2, matching: 2 } }],
      [],
    ]);
    expect(columns.map(({ isSure }) => isSure)).toEqual([true, false, false]);
  });

  it('are told what is wrong with an expression while it is written', async () => {
    const { problems } = await stepsOf([
      JOIN,
      { kind: 'filter', condition: "cty = 'Austin'" },
    ]);
    expect(problems).toEqual([
      {
        field: 'transform[1].condition',
        message: expect.stringMatching(/no column "cty": use "city"/),
      },
    ]);
  });

  it('know nothing of a source that cannot be read', async () => {
    const { sources, columns } = await stepsOf(
      [{ kind: 'filter', condition: 'a > 1' }],
      [{ ...flights, uri: 's3://nowhere/x.csv' }, {}],
    );
    expect(sources.map(({ columns: found }) => found)).toEqual([
      undefined,
      undefined,
    ]);
    expect(columns.map(({ columns: found }) => found)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are only for who may look into sources', async () => {
    const { status, body } = await request(hiding.server)
      .post('/api/scaffolder/glue-pipelines/v1/form/steps')
      .set('authorization', mockCredentials.user.header())
      .send({ form: {} });
    expect(status).toBe(403);
    expect(body.error.message).toContain('glue-pipelines.source.read');
  });

  it('survive what no form would send', async () => {
    for (const transform of ['x', [null, 1, {}], { a: 1 }]) {
      const { columns } = await stepsOf(
        transform as never,
        [null, 'x'] as never,
      );
      expect(columns.length).toBeGreaterThan(0);
    }
  });
});
