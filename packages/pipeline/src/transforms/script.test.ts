import { columnsOf } from '../testing/pipelines';
import { stepsOn } from '../testing/stepsOn';
import { scriptFiles } from './scriptFiles';
import { stepWords } from './steps';

const ORDERS = [...columnsOf('bigint', 'id'), ...columnsOf('string', 'state')];

const CLEAN = {
  kind: 'script',
  function: 'clean',
  columns: [
    { name: 'id', type: 'bigint' },
    { name: 'total', type: 'decimal', precision: 12, scale: 2 },
  ],
};

const onOrders = (...steps: object[]) => stepsOn({ orders: ORDERS }, ...steps);

describe('script', () => {
  it('gives the columns that it declares', () => {
    const { transform } = onOrders(CLEAN, {
      kind: 'filter',
      condition: 'total > 0',
    });
    expect(transform[0]).toEqual({ ...CLEAN, sources: [] });
    expect(stepWords(transform)[0]).toBe(
      'Call clean of jobs/scripts/clean.py, which gives id bigint, total decimal(12,2)',
    );
  });

  it('reads the sources that it names', () => {
    const { transform } = stepsOn(
      { orders: ORDERS, customers: ORDERS, states: ORDERS },
      { ...CLEAN, sources: ['states', 'customers'] },
    );
    expect(stepWords(transform)[0]).toContain('with states, customers');
  });

  it.each<[string, object[], string]>([
    [
      'a column that it does not declare',
      [CLEAN, { kind: 'filter', condition: "state = 'x'" }],
      'transform[1].condition: the rows so far have no column "state": use one of id, total',
    ],
    [
      'a name that is none of Python',
      [{ ...CLEAN, function: 'Clean' }],
      'transform[0].function: "Clean" is not valid: use at most 63',
    ],
    [
      'a keyword of Python',
      [{ ...CLEAN, function: 'yield' }],
      'transform[0].function: "yield" is a keyword of Python',
    ],
    [
      'a path',
      [{ ...CLEAN, function: '../load' }],
      'transform[0].function: "../load" is not valid',
    ],
    [
      'no column',
      [{ ...CLEAN, columns: [] }],
      'transform[0].columns: is empty',
    ],
    [
      'a column twice',
      [{ ...CLEAN, columns: [CLEAN.columns[0], CLEAN.columns[0]] }],
      'transform[0].columns[1].name: makes a second column named "id"',
    ],
    [
      'a decimal without digits',
      [{ ...CLEAN, columns: [{ name: 'total', type: 'decimal' }] }],
      'transform[0].columns[0].precision: is missing',
    ],
    [
      'one function twice',
      [CLEAN, CLEAN],
      'transform[1].function: "clean" is called twice',
    ],
    [
      'a source that there is not',
      [{ ...CLEAN, sources: ['customers'] }],
      'transform[0].sources[0]: no source is named "customers"',
    ],
    [
      'the first source',
      [{ ...CLEAN, sources: ['orders'] }],
      'transform[0].sources[0]: "orders" is the first source',
    ],
  ])('refuses %s', (_, steps, problem) =>
    expect(() => onOrders(...steps)).toThrow(problem),
  );
});

describe('scriptFiles', () => {
  it('makes a function and a test of each step', () =>
    expect(
      Object.keys(scriptFiles(onOrders(CLEAN, { ...CLEAN, function: 'more' }))),
    ).toEqual([
      'jobs/scripts/__init__.py',
      'jobs/scripts/clean.py',
      'jobs/tests/scripts/test_clean.py',
      'jobs/scripts/more.py',
      'jobs/tests/scripts/test_more.py',
    ]));

  it('makes nothing of other steps', () =>
    expect(scriptFiles(onOrders({ kind: 'select', columns: ['id'] }))).toEqual(
      {},
    ));

  it('names what the function is given, whatever it is called', () => {
    const files = scriptFiles(
      stepsOn(
        {
          orders: [...ORDERS, ...columnsOf('double', 'größe "cm"')],
          rows: ORDERS,
          class: ORDERS,
        },
        { ...CLEAN, sources: ['class', 'rows'] },
      ),
    );
    expect(files['jobs/scripts/clean.py']).toContain(`def clean(
    rows: DataFrame,
    class_rows: DataFrame,  # noqa: ARG001
    rows_rows: DataFrame,  # noqa: ARG001
) -> DataFrame:`);
    expect(files['jobs/tests/scripts/test_clean.py']).toContain(`ROWS = [
    "\`id\` bigint",
    "\`state\` string",
    '\`größe "cm"\` double',
]
CLASS_ROWS = [`);
  });
});
