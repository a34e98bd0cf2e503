/**
 * The names of date parts and what DuckDB calls them (Amazon Redshift
 * Database Developer Guide, "Date parts for date or timestamp functions").
 */
const names: readonly (readonly [string, string])[] = [
  ['millennium', 'millennium millennia mil mils'],
  ['century', 'century centuries c cent cents'],
  ['decade', 'decade decades dec decs'],
  ['epoch', 'epoch'],
  ['year', 'year years y yr yrs'],
  ['quarter', 'quarter quarters qtr qtrs'],
  ['month', 'month months mon mons'],
  ['week', 'week weeks w'],
  ['dow', 'dayofweek dow dw weekday'],
  ['doy', 'dayofyear doy dy yearday'],
  ['day', 'day days d'],
  ['hour', 'hour hours h hr hrs'],
  ['minute', 'minute minutes m min mins'],
  ['second', 'second seconds s sec secs'],
  [
    'millisecond',
    'millisecond milliseconds ms msec msecs msecond mseconds millisec millisecs millisecon',
  ],
  [
    'microsecond',
    'microsecond microseconds us usec usecs usecond useconds microsec microsecs',
  ],
  ['timezone', 'timezone'],
  ['timezone_hour', 'timezone_hour'],
  ['timezone_minute', 'timezone_minute'],
];

const parts = new Map(
  names.flatMap(([part, aliases]) =>
    aliases.split(' ').map(alias => [alias, part] as const),
  ),
);

/** `mon` is `month`; undefined for what is no date part. */
export function datePart(name: string): string | undefined {
  return parts.get(name.toLowerCase());
}
