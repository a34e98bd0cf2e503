import { InvalidPipelineError, parsePipeline } from '../parsePipeline';
import { joinedPipeline } from '../testing/pipelines';
import { dataQualityRuleset, qualityWords, RULE_KIND_NAMES } from './rules';

/** The joined pipeline, whose result has date, iso_code, new_cases and postings, with rules. */
const withRules = (...quality: object[]) =>
  parsePipeline({ ...joinedPipeline(), quality });

const dqdlOf = (rule: object) =>
  dataQualityRuleset(withRules(rule))
    .ruleset?.replace(/^Rules = \[\n {2}/, '')
    .replace(/\n\]$/, '');

interface Kind {
  rule: { kind: string } & Record<string, unknown>;
  words: string;
  dqdl: string | undefined;
}

const CASES: Kind[] = [
  {
    rule: { kind: 'rowCount', min: 1 },
    words: 'The result has at least 1 rows',
    dqdl: 'RowCount >= 1',
  },
  {
    rule: { kind: 'rowCount', min: 1, max: 9 },
    words: 'The result has 1 to 9 rows',
    dqdl: '(RowCount >= 1) and (RowCount <= 9)',
  },
  {
    rule: { kind: 'rowCountChange', percent: 12.5 },
    words:
      'The number of rows is within 12.5 % of the mean of the last 7 results',
    dqdl: undefined,
  },
  {
    rule: { kind: 'completeness', column: 'iso_code' },
    words: 'iso_code has a value in every row',
    dqdl: 'IsComplete "iso_code"',
  },
  {
    rule: { kind: 'completeness', column: 'iso_code', atLeast: 0.07 },
    words: 'iso_code has a value in at least 7 % of the rows',
    dqdl: 'Completeness "iso_code" >= 0.07',
  },
  {
    rule: { kind: 'unique', columns: ['date'] },
    words: 'No two rows have the same date',
    dqdl: 'IsUnique "date"',
  },
  {
    rule: { kind: 'unique', columns: ['date', 'iso_code'] },
    words: 'No two rows have the same date, iso_code',
    dqdl: 'CustomSql "select count(*) from (select date, iso_code from primary where date is not null and iso_code is not null group by date, iso_code having count(*) > 1)" = 0',
  },
  {
    rule: { kind: 'range', column: 'new_cases', min: '0' },
    words: 'new_cases is at least 0',
    dqdl: 'ColumnValues "new_cases" >= 0 where "new_cases is not null"',
  },
  {
    rule: { kind: 'range', column: 'new_cases', max: '+5' },
    words: 'new_cases is at most +5',
    dqdl: undefined,
  },
  {
    rule: {
      kind: 'range',
      column: 'date',
      min: '2020-01-01',
      max: '2030-12-31',
    },
    words: 'date is 2020-01-01 to 2030-12-31',
    dqdl: '(ColumnValues "date" >= "2020-01-01" where "date is not null") and (ColumnValues "date" <= "2030-12-31" where "date is not null")',
  },
  {
    rule: { kind: 'pattern', column: 'iso_code', regex: '[A-Z]{3}' },
    words: 'iso_code matches [A-Z]{3}',
    dqdl: 'ColumnValues "iso_code" matches "[A-Z]{3}" where "iso_code is not null"',
  },
  {
    rule: { kind: 'pattern', column: 'iso_code', regex: '\\w+' },
    words: 'iso_code matches \\w+',
    dqdl: undefined,
  },
  {
    rule: { kind: 'values', column: 'iso_code', values: ['USA', 'FRA'] },
    words: 'iso_code is one of "USA", "FRA"',
    dqdl: 'ColumnValues "iso_code" in ["USA", "FRA"] where "iso_code is not null"',
  },
  {
    rule: { kind: 'values', column: 'new_cases', values: ['1', '2'] },
    words: 'new_cases is one of "1", "2"',
    dqdl: 'ColumnValues "new_cases" in [1, 2] where "new_cases is not null"',
  },
  {
    rule: { kind: 'values', column: 'iso_code', values: ['"'] },
    words: 'iso_code is one of "\\""',
    dqdl: undefined,
  },
  {
    rule: { kind: 'freshness', column: 'date', atMost: 2, unit: 'days' },
    words: 'The newest date is at most 2 days old',
    dqdl: 'CustomSql "select (unix_timestamp() - unix_timestamp(max(date))) / 3600 from primary" <= 48',
  },
  {
    rule: {
      kind: 'referential',
      column: 'date',
      source: 'hiring',
      sourceColumn: 'post_date',
    },
    words: 'date occurs in post_date of hiring',
    dqdl: undefined,
  },
  {
    rule: { kind: 'sql', condition: 'new_cases >= 0 OR iso_code IS NULL' },
    words: 'new_cases >= 0 OR iso_code IS NULL',
    dqdl: 'CustomSql "select count(*) from primary where not coalesce((new_cases >= 0 OR iso_code IS NULL), false)" = 0',
  },
  {
    rule: { kind: 'sql', condition: 'iso_code <> "x"' },
    words: 'iso_code <> "x"',
    dqdl: undefined,
  },
];

describe('rules of the result', () => {
  it.each(CASES)('$words', ({ rule, words, dqdl }) => {
    const { quality } = withRules(rule);
    expect(quality[0]).toMatchObject({ ...rule, onFailure: 'stop' });
    expect(qualityWords(quality)).toEqual([
      `${words}; otherwise nothing is loaded`,
    ]);
    expect(dqdlOf(rule)).toBe(dqdl);
  });

  it('has a case of every kind', () =>
    expect([...new Set(CASES.map(({ rule }) => rule.kind))].sort()).toEqual(
      RULE_KIND_NAMES,
    ));

  it('names what DQDL cannot say, and columns as the table does', () => {
    const pipeline = joinedPipeline();
    const { ruleset, unsaid } = dataQualityRuleset(
      parsePipeline({
        ...pipeline,
        sources: [
          {
            ...pipeline.sources[0],
            columns: [
              ...pipeline.sources[0].columns,
              { name: 'größe (cm)', type: 'int' },
            ],
          },
          pipeline.sources[1],
        ],
        quality: [
          { kind: 'sql', condition: '`größe (cm)` > 0' },
          { kind: 'completeness', column: 'größe (cm)' },
        ],
      }),
    );
    expect({ ruleset, unsaid }).toEqual({
      ruleset: 'Rules = [\n  IsComplete "gr__e__cm_"\n]',
      unsaid: [0],
    });
  });

  it('says nothing without rules', () =>
    expect(dataQualityRuleset(withRules())).toEqual({
      ruleset: undefined,
      unsaid: [],
    }));

  it('tells what is called and what happens otherwise', () =>
    expect(
      qualityWords(
        withRules({
          kind: 'range',
          column: 'new_cases',
          min: '0',
          name: 'no corrections',
          onFailure: 'quarantine',
        }).quality,
      ),
    ).toEqual([
      'no corrections: new_cases is at least 0; otherwise such rows are set aside',
    ]));

  it('lets a rule alone read a source', () => {
    const pipeline = joinedPipeline();
    pipeline.transform = [];
    pipeline.quality = [
      {
        kind: 'referential',
        column: 'date',
        source: 'hiring',
        sourceColumn: 'post_date',
      },
    ];
    expect(() => parsePipeline(pipeline)).not.toThrow();
  });

  it.each<[string, object, string]>([
    [
      'no kind',
      {},
      'quality[0].kind: is missing: say what the rule wants by one of completeness,',
    ],
    [
      'another kind',
      { kind: 'rowcount' },
      'quality[0].kind: "rowcount" is no kind of rule: use "rowCount", or another one of',
    ],
    [
      'no bound',
      { kind: 'rowCount' },
      'quality[0]: has neither min nor max: add one of them',
    ],
    [
      'bounds that are exchanged',
      { kind: 'rowCount', min: 2, max: 1 },
      'quality[0].max: is less than min, 2: exchange them',
    ],
    [
      'rows set aside of a rule for all of them',
      { kind: 'rowCount', min: 2, onFailure: 'quarantine' },
      'quality[0].onFailure: must be "stop" or "warn"',
    ],
    [
      'rows set aside by a share of them',
      {
        kind: 'completeness',
        column: 'date',
        atLeast: 0.9,
        onFailure: 'quarantine',
      },
      'quality[0].onFailure: is quarantine, and atLeast judges all rows together',
    ],
    [
      'a share in percent',
      { kind: 'completeness', column: 'date', atLeast: 95 },
      'quality[0].atLeast: must be at most 1: 0.95 is 95 percent',
    ],
    [
      'a column that the result lacks',
      { kind: 'completeness', column: 'dates' },
      'quality[0].column: the resulting rows have no column "dates": use "date", or another one of',
    ],
    [
      'a key column twice',
      { kind: 'unique', columns: ['date', 'date'] },
      'quality[0].columns[1]: "date" occurs twice: remove one',
    ],
    [
      'bounds of a text',
      { kind: 'range', column: 'iso_code', min: 'A' },
      'quality[0].column: "iso_code" is string: name a number, a date or a timestamp',
    ],
    [
      'a bound of another type',
      { kind: 'range', column: 'date', min: '1.1.2020' },
      'quality[0].min: "1.1.2020" is no date: write for example 2024-01-31',
    ],
    [
      'bounds of numbers that are exchanged',
      { kind: 'range', column: 'new_cases', min: '10', max: '9' },
      'quality[0].max: is less than min, 10: exchange them',
    ],
    [
      'bounds of days that are exchanged',
      { kind: 'range', column: 'date', min: '2020-01-02', max: '2020-01-01' },
      'quality[0].max: is less than min, 2020-01-02: exchange them',
    ],
    [
      'a bound as a number',
      { kind: 'range', column: 'new_cases', min: 0 },
      'quality[0].min: must be a text: write it in quotes',
    ],
    [
      'a pattern of numbers',
      { kind: 'pattern', column: 'new_cases', regex: '1' },
      'quality[0].column: "new_cases" is bigint: name a text',
    ],
    [
      'a pattern that is none',
      { kind: 'pattern', column: 'iso_code', regex: '[A-' },
      'quality[0].regex: is no regular expression: ',
    ],
    [
      'a value of another type',
      { kind: 'values', column: 'new_cases', values: ['1', 'x'] },
      'quality[0].values[1]: "x" is no bigint: write for example 0',
    ],
    [
      'a value twice',
      { kind: 'values', column: 'iso_code', values: ['A', 'A'] },
      'quality[0].values[1]: "A" occurs twice: remove one',
    ],
    [
      'a fresh text',
      { kind: 'freshness', column: 'iso_code', atMost: 1 },
      'quality[0].column: "iso_code" is string: name a date or a timestamp',
    ],
    [
      'no such source',
      {
        kind: 'referential',
        column: 'date',
        source: 'jobs',
        sourceColumn: 'x',
      },
      'quality[0].source: no source is named "jobs": use one of covid_cases, hiring',
    ],
    [
      'no such column of the source',
      {
        kind: 'referential',
        column: 'date',
        source: 'hiring',
        sourceColumn: 'postdate',
      },
      'quality[0].sourceColumn: the rows of hiring have no column "postdate": use "post_date"',
    ],
    [
      'types that do not compare',
      {
        kind: 'referential',
        column: 'iso_code',
        source: 'hiring',
        sourceColumn: 'post_date',
      },
      'quality[0].sourceColumn: compares "iso_code", a string, with "post_date", a date',
    ],
    [
      'a condition of a column that is missing',
      { kind: 'sql', condition: 'cases > 0' },
      'quality[0].condition: the resulting rows have no column "cases"',
    ],
    [
      'a condition with a subquery',
      { kind: 'sql', condition: 'new_cases > (select 1)' },
      'quality[0].condition: has SELECT at character',
    ],
    [
      'a name of two lines',
      { kind: 'rowCount', min: 1, name: 'a\nb' },
      'quality[0].name: contains a line break',
    ],
  ])('refuses %s', (_, rule, problem) => {
    let thrown: unknown;
    try {
      withRules(rule);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidPipelineError);
    const { message } = thrown as Error;
    expect(message.slice(0, problem.length)).toBe(problem);
    expect(message).not.toContain('\n');
  });

  it('refuses two rules of one name, and too many', () => {
    const rule = { kind: 'rowCount', min: 1, name: 'rows' };
    expect(() => withRules(rule, rule)).toThrow(
      'quality[1].name: "rows" is used by two rules: give each its own name',
    );
    expect(() =>
      withRules(
        ...Array.from({ length: 33 }, () => ({ kind: 'rowCount', min: 1 })),
      ),
    ).toThrow('quality: has more than 32 rules: leave some out');
  });

  it('refuses a ruleset that is longer than Glue takes', () => {
    const values = Array.from({ length: 256 }, (_, index) =>
      `${index}`.padEnd(256, 'x'),
    );
    expect(() =>
      withRules({ kind: 'values', column: 'iso_code', values }),
    ).toThrow(
      /^quality: makes a ruleset of \d+ characters, and Glue takes 65536/,
    );
  });
});
