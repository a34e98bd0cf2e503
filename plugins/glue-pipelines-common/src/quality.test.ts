import { qualityOf } from './quality';

const told = (value: unknown, id = 'wr_1') => ({
  id: 'wr_1',
  properties: {
    'glue-pipelines.io/quality': `${typeof value === 'string' ? value : JSON.stringify(value)} ${id}`,
  },
});

const FINDING = {
  kind: 'completeness',
  columns: 'iso_code',
  outcome: 'failed',
  measured: 0.75,
  min: 1,
  rows: 4,
};

describe('qualityOf', () => {
  it('reads what a run told', () => {
    const quality = {
      rows: 4,
      rules: [FINDING, { kind: 'rowCount', outcome: 'passed', rows: 4 }],
      quarantined: 2,
      quarantine: 's3://data/quarantine/orders/20260101T000000.000000Z/',
    };
    expect(qualityOf(told({ ...quality, stopped: true }))).toEqual(quality);
  });

  it.each<[string, { properties: Record<string, string> }]>([
    ['of the run before', told({ rows: 4, rules: [] }, 'wr_0')],
    ['that is no JSON', told('{rows')],
    ['that is no object', told('null')],
    ['without rows', told({ rules: [] })],
    ['without rules', told({ rows: 4 })],
  ])('reads nothing %s', (_, run) =>
    expect(qualityOf({ id: 'wr_1', ...run })).toBeUndefined(),
  );

  it('reads nothing where nothing was told', () =>
    expect(qualityOf({ id: 'wr_1', properties: {} })).toBeUndefined());

  it.each<[string, unknown]>([
    ['no object', 'x'],
    ['another outcome', { ...FINDING, outcome: 'exploded' }],
    ['no kind', { ...FINDING, kind: 7 }],
    ['rows that are none', { ...FINDING, rows: -1 }],
  ])('leaves out a rule with %s', (_, rule) =>
    expect(qualityOf(told({ rows: 4, rules: [rule, FINDING] }))?.rules).toEqual(
      [FINDING],
    ),
  );

  it('keeps to what can be shown', () => {
    const rules = Array.from({ length: 200 }, () => ({
      ...FINDING,
      name: 'x'.repeat(5_000),
      measured: 'many',
    }));
    const quality = qualityOf(told({ rows: 4, rules }));
    expect(quality?.rules).toHaveLength(100);
    expect(quality?.rules[0].name).toHaveLength(1100);
    expect(quality?.rules[0]).not.toHaveProperty('measured');
  });
});
