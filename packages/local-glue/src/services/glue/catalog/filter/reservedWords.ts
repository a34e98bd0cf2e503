/**
 * Words that JSQLParser, with which Glue reads a filter (GetPartitions, AWS
 * Glue API reference), takes for its own: a partition key of such a name
 * cannot be written without quotes.
 */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...['ALL', 'AND', 'ANY', 'AS', 'ASC', 'BEGIN', 'BETWEEN', 'BY', 'CASE'],
  ...['CREATE', 'DELETE', 'DESC', 'DISTINCT', 'DO', 'DROP', 'ELSE', 'END'],
  ...['ESCAPE', 'EXISTS', 'FROM', 'FULL', 'GROUP', 'HAVING', 'IN', 'INDEX'],
  ...['INNER', 'INSERT', 'INTERSECT', 'INTO', 'IS', 'JOIN', 'KEY', 'LEFT'],
  ...['LIKE', 'LIMIT', 'NATURAL', 'NOT', 'NULL', 'OFFSET', 'ON', 'OPEN'],
  ...['OR', 'ORDER', 'OUTER', 'PRIMARY', 'REPLACE', 'RIGHT', 'SELECT', 'SET'],
  ...['SOME', 'TABLE', 'THEN', 'TOP', 'TRUNCATE', 'UNION', 'UPDATE', 'USING'],
  ...['VALUES', 'WHEN', 'WHERE', 'WITH'],
]);
