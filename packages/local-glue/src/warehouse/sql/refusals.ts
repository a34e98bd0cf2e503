import { next, previous } from './tokenPlaces';
import { isText, nameOf, Token } from './tokenize';

/** What a statement of Redshift begins with, where the warehouse runs it. */
const known = [
  '(',
  'abort',
  'alter',
  'analyze',
  'begin',
  'comment',
  'commit',
  'copy',
  'create',
  'delete',
  'drop',
  'end',
  'explain',
  'grant',
  'insert',
  'lock',
  'merge',
  'reset',
  'revoke',
  'rollback',
  'select',
  'set',
  'show',
  'start',
  'truncate',
  'unload',
  'update',
  'vacuum',
  'values',
  'with',
];

/** Statements that Redshift has and this warehouse has not. */
const unsupported = [
  'call',
  'cancel',
  'close',
  'deallocate',
  'declare',
  'execute',
  'fetch',
  'prepare',
  'refresh',
  'use',
];

/** What CREATE, ALTER and DROP do here. */
const objects = [
  'table',
  'view',
  'schema',
  'database',
  'user',
  'group',
  'role',
];

/**
 * DuckDB's functions that read files or run SQL of their own, or tell about
 * this machine. The engine's files are locked as well; Redshift has none of them.
 */
const foreignFunctions =
  /^(read_.*|parquet_.*|.*_scan|sniff_csv|glob|query|query_table|json_execute_serialized_sql|duckdb_.*|pragma_.*|current_setting|getenv|which_secret|(force_)?checkpoint|(en|dis)able_.*|write_log|parse_duckdb_.*|truncate_.*|sql_auto_complete|add_parquet_key|redshift_.*)$/;

/** Throws Error, naming it, for a statement that is not Redshift's or that the warehouse has not. */
export function refuseForeign(words: readonly Token[]): void {
  const keyword = words[0].text.toLowerCase();
  if (unsupported.includes(keyword)) {
    throw new Error(
      `the warehouse of local-glue does not support ${keyword.toUpperCase()}`,
    );
  }
  if (!known.includes(keyword)) {
    throw new Error(`${keyword.toUpperCase()} is no statement of Redshift`);
  }
  if (['create', 'alter', 'drop'].includes(keyword)) refuseObjects(words);
}

function refuseObjects(words: readonly Token[]): void {
  const skipped = ['or', 'replace', 'local', 'temp', 'temporary'];
  let index = 1;
  while (isText(words[index], ...skipped)) index++;
  if (isText(words[index], ...objects)) return;
  const kind = words
    .slice(index, index + 2)
    .map(({ text }) => text.toUpperCase())
    .join(' ');
  throw new Error(
    `the warehouse of local-glue does not support ${words[0].text.toUpperCase()} ${kind}`,
  );
}

/** Throws Error for a call of a function that leads out of the warehouse. */
export function refuseForeignFunctions(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.kind !== 'word' && token.kind !== 'quoted') return;
    if (!isText(tokens[next(tokens, index)], '(')) return;
    const name = nameOf(token);
    // A table or a common table expression with a list of columns is no call.
    const before = tokens[previous(tokens, index)];
    if (isText(before, 'into', 'table', 'with', 'references')) return;
    if (foreignFunctions.test(name)) {
      throw new Error(`function ${name} does not exist`);
    }
  });
}
