const divisionByZero = "error('division by zero')";

/**
 * Functions of Redshift that DuckDB lacks or means otherwise, as macros of a
 * schema in memory that every search path has before DuckDB's own functions.
 * Those whose names begin with `redshift_` are of `scalarFunctions.ts` or
 * what `rewriteExpressions` makes of syntax that no macro can have. What is
 * not here is DuckDB's own function or DuckDB's own error.
 */
export const macros: readonly string[] = [
  // Conditions
  'nvl2(a, b, c) AS CASE WHEN a IS NOT NULL THEN b ELSE c END',

  // Dates and times
  "getdate() AS date_trunc('second', (current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP)",
  "redshift_sysdate() AS (current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP",
  `redshift_dateadd(part, amount, moment) AS CASE part ${[
    ['millennium', 'to_years(1000 * n)'],
    ['century', 'to_years(100 * n)'],
    ['decade', 'to_years(10 * n)'],
    ['year', 'to_years(n)'],
    ['quarter', 'to_months(3 * n)'],
    ['month', 'to_months(n)'],
    ['week', 'to_weeks(n)'],
    ['day', 'to_days(n)'],
    ['hour', 'to_hours(n)'],
    ['minute', 'to_minutes(n)'],
    ['second', 'to_seconds(n)'],
    ['millisecond', 'to_milliseconds(n)'],
    ['microsecond', 'to_microseconds(n)'],
  ]
    .map(
      ([part, interval]) =>
        `WHEN '${part}' THEN moment::TIMESTAMP + ${interval.replace(/\bn\b/, 'amount::INTEGER')}`,
    )
    .join(' ')} ELSE error('DATEADD does not know the date part ' || part) END`,
  'redshift_datediff(part, a, b) AS date_diff(part, a::TIMESTAMP, b::TIMESTAMP)',
  'date_trunc(a, b TIMESTAMP) AS system.main.date_trunc(a, b), (a, b TIMESTAMPTZ) AS system.main.date_trunc(a, b)',
  "add_months(a, b) AS CASE WHEN system.main.last_day(a::TIMESTAMP) = a::DATE THEN system.main.last_day(a::TIMESTAMP + to_months(b::INTEGER)) + (a::TIMESTAMP - date_trunc('day', a::TIMESTAMP)) ELSE a::TIMESTAMP + to_months(b::INTEGER) END",
  'last_day(a) AS system.main.last_day(a::TIMESTAMP)',
  'months_between(a, b) AS ((year(a::TIMESTAMP) - year(b::TIMESTAMP)) * 12 + month(a::TIMESTAMP) - month(b::TIMESTAMP))::DOUBLE + CASE WHEN day(a::TIMESTAMP) = day(b::TIMESTAMP) OR (a::DATE = system.main.last_day(a::TIMESTAMP) AND b::DATE = system.main.last_day(b::TIMESTAMP)) THEN 0 ELSE (day(a::TIMESTAMP) - day(b::TIMESTAMP)) / 31.0 END',
  `next_day(a, b) AS a::DATE + ((CASE lower(left(b, 2)) ${[
    'su',
    'mo',
    'tu',
    'we',
    'th',
    'fr',
    'sa',
  ]
    .map((name, index) => `WHEN '${name}' THEN ${index}`)
    .join(
      ' ',
    )} ELSE error('NEXT_DAY does not know the day ' || b) END - dayofweek(a::DATE) + 6) % 7 + 1)::INTEGER`,
  "convert_timezone(target, moment) AS (moment::TIMESTAMP AT TIME ZONE 'UTC') AT TIME ZONE target, (source, target, moment) AS (moment::TIMESTAMP AT TIME ZONE source) AT TIME ZONE target",
  'date_part_year(a) AS year(a::DATE)',
  'date_cmp(a, b) AS CASE WHEN a::DATE < b::DATE THEN -1 WHEN a::DATE > b::DATE THEN 1 WHEN a::DATE = b::DATE THEN 0 END',
  'timestamp_cmp(a, b) AS CASE WHEN a::TIMESTAMP < b::TIMESTAMP THEN -1 WHEN a::TIMESTAMP > b::TIMESTAMP THEN 1 WHEN a::TIMESTAMP = b::TIMESTAMP THEN 0 END',

  // Formats
  'to_char(a, b) AS redshift_to_char(a::VARCHAR, typeof(a), b)',
  "to_date(a, b) AS redshift_to_date(a::VARCHAR, b, 'false')::DATE, (a, b, c) AS redshift_to_date(a::VARCHAR, b, c::VARCHAR)::DATE",
  "to_timestamp(a, b) AS redshift_to_timestamp(a::VARCHAR, b, 'false')::TIMESTAMPTZ, (a, b, c) AS redshift_to_timestamp(a::VARCHAR, b, c::VARCHAR)::TIMESTAMPTZ",
  'to_number(a, b) AS redshift_to_number(a::VARCHAR, b)::DECIMAL(38, 10)',

  // Numbers
  // What "/" and "%" are called: DuckDB gives NULL where Redshift fails.
  `"//"(a, b) AS CASE WHEN b = 0 THEN ${divisionByZero} ELSE divide(a, b) END`,
  `"%"(a, b) AS CASE WHEN b = 0 THEN ${divisionByZero} ELSE system.main.mod(a, b) END`,
  `mod(a, b) AS CASE WHEN b = 0 THEN ${divisionByZero} ELSE system.main.mod(a, b) END`,
  'trunc(a DATE) AS a, (a TIMESTAMP) AS a::DATE, (a TIMESTAMPTZ) AS a::DATE, (a DECIMAL(38, 10)) AS system.main.trunc(a), (a DOUBLE) AS system.main.trunc(a), (a DOUBLE, b INTEGER) AS system.main.trunc(a, b)',
  'dexp(a) AS exp(a)',
  'dlog1(a) AS ln(a)',
  'dlog10(a) AS log10(a)',
  'to_hex(a) AS lower(system.main.to_hex(a))',
  'strtol(a, b) AS redshift_strtol(a, b::VARCHAR)::BIGINT',

  // Texts
  'len(a) AS length(a::VARCHAR)',
  'textlen(a) AS length(a::VARCHAR)',
  'octet_length(a) AS strlen(a::VARCHAR)',
  'charindex(part, whole) AS strpos(whole, part)',
  'btrim(a) AS trim(a), (a, b) AS trim(a, b)',
  'concat(a, b) AS a::VARCHAR || b::VARCHAR',
  "lpad(a, b) AS system.main.lpad(a, b, ' '), (a, b, c) AS system.main.lpad(a, b, c)",
  "rpad(a, b) AS system.main.rpad(a, b, ' '), (a, b, c) AS system.main.rpad(a, b, c)",
  'replicate(a, b) AS repeat(a, b)',
  'initcap(a) AS redshift_initcap(a)',
  `quote_ident(a) AS CASE WHEN regexp_full_match(a, '[a-z_][a-z0-9_]*') THEN a ELSE '"' || replace(a, '"', '""') || '"' END`,
  "quote_literal(a) AS '''' || replace(a, '''', '''''') || ''''",
  'redshift_left(a, b) AS CASE WHEN strlen(a) <= b THEN a ELSE redshift_left_bytes(a, b::VARCHAR) END',

  // Regular expressions: of RE2, which has the POSIX operators of Redshift
  "regexp_count(a, b) AS array_length(regexp_extract_all(a, b)), (a, b, c) AS array_length(regexp_extract_all(substr(a, c), b)), (a, b, c, d) AS array_length(regexp_extract_all(substr(a, c), CASE WHEN contains(d, 'i') THEN '(?i)' ELSE '' END || b))",
  "regexp_substr(a, b) AS coalesce(regexp_extract(a, b), ''), (a, b, c) AS coalesce(regexp_extract(substr(a, c), b), ''), (a, b, c, d) AS coalesce(regexp_extract_all(substr(a, c), b)[d], '')",
  "regexp_replace(a, b) AS system.main.regexp_replace(a, b, '', 'g'), (a, b, c) AS system.main.regexp_replace(a, b, c, 'g'), (a, b, c, d) AS left(a, d - 1) || system.main.regexp_replace(substr(a, d), b, c, 'g')",
  "regexp_instr(a, b) AS CASE WHEN regexp_matches(a, b) THEN length(regexp_extract(a, '^(?s:(.*?))(?:' || b || ')', 1)) + 1 ELSE 0 END, (a, b, c) AS CASE WHEN regexp_matches(substr(a, c), b) THEN length(regexp_extract(substr(a, c), '^(?s:(.*?))(?:' || b || ')', 1)) + c ELSE 0 END",

  // Hashes
  'sha(a) AS sha1(a)',
  'func_sha1(a) AS sha1(a)',
  'sha2(a, b) AS redshift_sha2(a, b::VARCHAR)',
  'crc32(a) AS redshift_crc32(a)',
  'fnv_hash(a VARCHAR) AS redshift_fnv_hash(a)::BIGINT',

  // JSON and SUPER
  'json_parse(a) AS a::JSON',
  'json_serialize(a) AS a::VARCHAR',
  'can_json_parse(a) AS json_valid(a)',
  'is_valid_json(a) AS json_valid(a)',
  "is_valid_json_array(a) AS json_valid(a) AND json_type(a::JSON) = 'ARRAY'",
  `redshift_json_path(a, b, c) AS CASE WHEN c AND NOT json_valid(a) THEN NULL ELSE json_extract_string(a, '$' || array_to_string(list_transform(b, x -> '."' || x || '"'), '')) END`,
  "json_extract_array_element_text(a, b) AS json_extract_string(a, CASE WHEN b >= 0 THEN '$[' || b || ']' END), (a, b, c) AS CASE WHEN c AND NOT json_valid(a) THEN NULL ELSE json_extract_string(a, CASE WHEN b >= 0 THEN '$[' || b || ']' END) END",
  'json_array_length(a) AS system.main.json_array_length(a::JSON)::INTEGER, (a, b) AS CASE WHEN b AND NOT json_valid(a) THEN NULL ELSE system.main.json_array_length(a::JSON)::INTEGER END',
  'get_array_length(a) AS system.main.json_array_length(a::JSON)::INTEGER',
  "json_typeof(a) AS CASE json_type(a::JSON) WHEN 'VARCHAR' THEN 'string' WHEN 'BIGINT' THEN 'number' WHEN 'UBIGINT' THEN 'number' WHEN 'DOUBLE' THEN 'number' ELSE lower(json_type(a::JSON)) END",

  // The server
  "version() AS 'PostgreSQL 8.0.2 compatible: local-glue on DuckDB ' || system.main.version()",
];

/** Types that Redshift has and DuckDB names otherwise. */
export const typeAliases: readonly (readonly [string, string])[] = [
  ['super', 'JSON'],
  ['varbyte', 'BLOB'],
  ['binary_varying', 'BLOB'],
];
