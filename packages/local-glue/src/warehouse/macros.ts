/** Arguments `a`, `b`, ... of a macro with `count` of them. */
function parameters(count: number): string {
  return Array.from({ length: count }, (_, index) =>
    String.fromCharCode(97 + index),
  ).join(', ');
}

const nvlOverloads = [2, 3, 4, 5, 6, 7, 8]
  .map(count => `(${parameters(count)}) AS coalesce(${parameters(count)})`)
  .join(', ');

/** DuckDB's interval functions, and the names of date parts that Redshift takes for each. */
const dateParts: readonly (readonly [string, readonly string[]])[] = [
  ['to_years', ['year', 'years', 'y', 'yr', 'yrs']],
  ['to_quarters', ['quarter', 'quarters', 'qtr', 'qtrs']],
  ['to_months', ['month', 'months', 'mon', 'mons']],
  ['to_weeks', ['week', 'weeks', 'w']],
  ['to_days', ['day', 'days', 'd']],
  ['to_hours', ['hour', 'hours', 'h', 'hr', 'hrs']],
  ['to_minutes', ['minute', 'minutes', 'm', 'min', 'mins']],
  ['to_seconds', ['second', 'seconds', 's', 'sec', 'secs']],
  ['to_milliseconds', ['millisecond', 'milliseconds', 'ms', 'msec', 'msecs']],
  ['to_microseconds', ['microsecond', 'microseconds', 'us', 'usec', 'usecs']],
];

const dateAdditions = dateParts.map(([interval, names]) => {
  const list = names.map(name => `'${name}'`).join(', ');
  return `WHEN lower(part) IN (${list}) THEN moment::TIMESTAMP + ${interval}(amount)`;
});

/**
 * Functions of Redshift that DuckDB lacks or names otherwise, as macros in
 * the schema `main` of each database, which every search path ends with.
 * Anything else is DuckDB's own error.
 */
export const macros: readonly string[] = [
  `nvl${nvlOverloads}`,
  'nvl2(a, b, c) AS CASE WHEN a IS NOT NULL THEN b ELSE c END',
  "getdate() AS (current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP",
  `dateadd(part, amount, moment) AS CASE ${dateAdditions.join(' ')} ELSE error('DATEADD does not know the date part ' || part) END`,
  'charindex(part, whole) AS strpos(whole, part)',
  'btrim(a) AS trim(a), (a, b) AS trim(a, b)',
  'add_months(moment, amount) AS moment::TIMESTAMP + to_months(amount)',
  "convert_timezone(target, moment) AS (moment::TIMESTAMP AT TIME ZONE 'UTC') AT TIME ZONE target, (source, target, moment) AS (moment::TIMESTAMP AT TIME ZONE source) AT TIME ZONE target",
  "regexp_substr(a, b) AS coalesce(regexp_extract(a, b), '')",
];

/** Types that Redshift has and DuckDB names otherwise. */
export const typeAliases: readonly (readonly [string, string])[] = [
  ['super', 'JSON'],
  ['varbyte', 'BLOB'],
];
