/** Faults of the aggregate of `aggregatedPipeline()`; other problems may follow from one. */
export const AGGREGATE_FAULTS: [
  what: string,
  change: (aggregate: any) => void,
  start: string,
][] = [
  [
    'group of nothing',
    a => (a.groupBy[0] = {}),
    'transform[0].groupBy[0]: needs either a column or an expression',
  ],
  [
    'group of both',
    a => (a.groupBy[1].column = 'x'),
    'transform[0].groupBy[1]: needs either',
  ],
  [
    'expression without a name',
    a => delete a.groupBy[1].as,
    'transform[0].groupBy[1].as: is missing',
  ],
  [
    'sum of texts',
    a => (a.measures[1].column = 'vendor'),
    'transform[0].measures[1].column: "vendor" is a string, and sum needs a number',
  ],
  [
    'expression of a column that is missing',
    a => (a.groupBy[1].expression = 'year(pick_up)'),
    'transform[0].groupBy[1].expression: the rows so far have no column "pick_up": use "pickup", or another one of',
  ],
  [
    'sum of nothing',
    a => delete a.measures[1].column,
    'transform[0].measures[1].column: is missing: name the column whose sum',
  ],
  [
    'second column of a name',
    a => (a.measures[1].as = 'trips'),
    'transform[0].measures[1].as: makes a second column named "trips"',
  ],
  [
    'measure named like a group',
    a => (a.measures[0].as = 'hour'),
    'transform[0].measures[0].as: makes a second column named "hour"',
  ],
  [
    'measure with a reserved name',
    a => (a.measures[0].as = 'order'),
    'transform[0].measures[0].as: "order" is a reserved word',
  ],
];
