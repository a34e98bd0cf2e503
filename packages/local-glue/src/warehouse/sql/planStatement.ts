import { AlterTable, parseAlterTable, readName } from './alterTable';
import { bindParameters, Parameters } from './bindParameters';
import { CreateTable, parseCreateTable } from './createTable';
import { CopyCommand, parseCopy } from './parseCopy';
import { Merge, parseMerge } from './parseMerge';
import { parseUnload, UnloadCommand } from './parseUnload';
import { parsePrincipalChange, PrincipalChange } from './principals';
import { refuseForeign, refuseForeignFunctions } from './refusals';
import { rewriteExpressions } from './rewriteExpressions';
import { selectInto } from './selects';
import {
  isText,
  joinTokens,
  nameOf,
  significant,
  Token,
  tokenize,
} from './tokenize';
import { sqlName } from '../../base/sqlText';

/** INSERT INTO a table, as far as IDENTITY columns need to know it. */
export interface InsertTarget {
  table: string[];
  /** Undefined when the statement has no list of columns. */
  columns?: string[];
  /** The rows of VALUES, each field as it is written. */
  values?: string[][];
}

/** What the warehouse does for one statement of Redshift SQL. */
export type Plan = {
  /** Accepted and without effect here, one sentence each. */
  warnings: string[];
  /** Whether it leaves the database as it is, so that it may run beside others. */
  isReadOnly: boolean;
} & (
  | { kind: 'run'; sql: string; insert?: InsertTarget }
  | { kind: 'create-table'; create: CreateTable }
  | { kind: 'alter-table'; alter: AlterTable }
  /** One statement each, in one transaction. */
  | { kind: 'drop'; sqls: string[] }
  | { kind: 'merge'; merge: Merge }
  | { kind: 'copy'; command: CopyCommand }
  | { kind: 'unload'; command: UnloadCommand }
  | { kind: 'create-database'; name: string }
  | { kind: 'principals'; change: PrincipalChange }
  /** The schema that unqualified names are looked up in first. */
  | { kind: 'search-path'; schemas: string[] }
  | { kind: 'begin' | 'commit' | 'rollback' | 'ignore' }
);

const readingStatements = ['select', 'show', 'explain', 'values'];

/** Redshift's statements about what this warehouse does not have. */
const ignoredStatements = [
  'vacuum',
  'analyze',
  'grant',
  'revoke',
  'lock',
  'reset',
];

/** Throws Error for what cannot be run here, naming it. */
export function planStatement(sql: string, parameters: Parameters = {}): Plan {
  return planTokens(bindParameters(tokenize(sql), parameters));
}

function planTokens(tokens: readonly Token[]): Plan {
  const words = significant(tokens);
  const [first, second] = words;
  const keyword = (first?.text ?? '').toLowerCase();
  const warnings: string[] = [];
  const writing = { warnings, isReadOnly: false };
  const reading = { warnings, isReadOnly: true };
  const ignore = (what: string): Plan => ({
    kind: 'ignore',
    warnings: [`${what} has no effect here`],
    isReadOnly: true,
  });

  if (!first) throw new Error('the statement is empty');
  if (keyword === 'alter' && isText(second, 'default')) {
    return ignore('ALTER DEFAULT PRIVILEGES');
  }
  refuseForeign(words);
  if (ignoredStatements.includes(keyword)) return ignore(keyword.toUpperCase());
  switch (keyword) {
    case 'copy':
      return { kind: 'copy', ...parseCopy(words), isReadOnly: false };
    case 'unload':
      return planUnload(words);
    case 'begin':
    case 'start':
      return { kind: 'begin', ...reading };
    case 'commit':
    case 'end':
      return { kind: 'commit', ...reading };
    case 'rollback':
    case 'abort':
      return { kind: 'rollback', ...reading };
    case 'set':
      return planSet(words);
    case 'merge':
      refuseForeignFunctions(tokens);
      return {
        kind: 'merge',
        merge: parseMerge(rewriteExpressions(tokens)),
        ...writing,
      };
    case 'create':
    case 'alter':
    case 'drop': {
      const change = parsePrincipalChange(words);
      if (change) return planPrincipals(change);
      if (isText(second, 'user', 'group', 'role')) {
        return ignore(`${keyword} ${second.text}`.toUpperCase());
      }
      if (isText(second, 'database')) return planDatabase(words);
      break;
    }
    default:
  }
  refuseForeignFunctions(tokens);
  const create = parseCreateTable(tokens, warnings);
  if (create) return planCreateTable(create, warnings);
  if (keyword === 'alter') return planAlter(tokens, words, warnings);
  if (keyword === 'drop') {
    return { kind: 'drop', sqls: dropStatements(words), ...writing };
  }
  return planOther(keyword, tokens, warnings);
}

/** What DuckDB runs, in its own way of writing. */
function planOther(
  keyword: string,
  tokens: readonly Token[],
  warnings: string[],
): Plan {
  const words = significant(tokens);
  if (keyword === 'truncate') {
    warnings.push(
      'On Redshift TRUNCATE commits the transaction that it is in; here it is part of it. DELETE behaves alike on both.',
    );
  }
  const rewritten = rewriteExpressions(tokens);
  if (['select', 'with'].includes(keyword) && isReadOnly(keyword, words)) {
    const made = selectInto(rewritten);
    if (made.length !== rewritten.length) return planTokens(made);
  }
  if (keyword === 'delete' && !isText(words[1], 'from')) {
    rewritten.splice(1, 0, ...tokenize(' FROM '));
  }
  return {
    kind: 'run',
    sql: dropSchemaBinding(rewritten, warnings),
    insert: keyword === 'insert' ? insertTarget(words) : undefined,
    warnings,
    isReadOnly: isReadOnly(keyword, words),
  };
}

function planCreateTable(create: CreateTable, warnings: string[]): Plan {
  const { content } = create;
  if (content.kind === 'query') {
    content.sql = joinTokens(rewriteExpressions(tokenize(content.sql)));
  }
  if (content.kind === 'columns') {
    for (const column of content.columns) {
      column.defaultSql &&= defaultSql(column.defaultSql);
    }
  }
  return { kind: 'create-table', create, warnings, isReadOnly: false };
}

/** A default is kept in the database's file, which knows no macros. */
function defaultSql(sql: string): string {
  return joinTokens(rewriteExpressions(tokenize(sql))).replace(
    /\b(?:getdate|redshift_sysdate)\s*\(\s*\)/gi,
    "(current_timestamp AT TIME ZONE 'UTC')::TIMESTAMP",
  );
}

function planAlter(
  tokens: readonly Token[],
  words: readonly Token[],
  warnings: string[],
): Plan {
  if (!isText(words[1], 'table')) {
    return planOther('alter', tokens, warnings);
  }
  const alter = parseAlterTable(words, warnings);
  if (alter.change.kind === 'nothing') {
    return { kind: 'ignore', warnings, isReadOnly: true };
  }
  if (alter.change.kind === 'add-column') {
    alter.change.column.defaultSql &&= defaultSql(
      alter.change.column.defaultSql,
    );
  }
  return { kind: 'alter-table', alter, warnings, isReadOnly: false };
}

/** DROP TABLE a, b to a statement for each. */
function dropStatements(words: readonly Token[]): string[] {
  const [, kind] = words;
  const ifExists = isText(words[2], 'if') ? 'IF EXISTS ' : '';
  let end = ifExists ? 4 : 2;
  const statements: string[] = [];
  const last = words[words.length - 1];
  const option = isText(last, 'cascade', 'restrict') ? ` ${last.text}` : '';
  for (;;) {
    const read = readName(words, end);
    const name = read.name.map(sqlName).join('.');
    statements.push(`DROP ${kind.text} ${ifExists}${name}${option}`);
    if (!isText(words[read.end], ',')) return statements;
    end = read.end + 1;
  }
}

function insertTarget(words: readonly Token[]): InsertTarget | undefined {
  if (!isText(words[1], 'into')) return undefined;
  const { name: table, end } = readName(words, 2);
  let at = end;
  let columns: string[] | undefined;
  const inside = words[at + 1];
  if (isText(words[at], '(') && !isText(inside, 'select', 'with', '(')) {
    const close = words.findIndex(
      (word, index) => index > at && isText(word, ')'),
    );
    columns = words
      .slice(at + 1, close)
      .filter(word => !isText(word, ','))
      .map(nameOf);
    at = close + 1;
  }
  if (!isText(words[at], 'values')) return { table, columns };
  return { table, columns, values: readValues(words.slice(at + 1)) };
}

function readValues(words: readonly Token[]): string[][] {
  const rows: string[][] = [];
  let depth = 0;
  for (const word of words) {
    if (isText(word, ')')) depth--;
    if (depth === 1 && isText(word, ',')) rows[rows.length - 1].push('');
    else if (depth > 0) {
      const row = rows[rows.length - 1];
      row[row.length - 1] += word.text.toLowerCase();
    }
    if (isText(word, '(') && depth++ === 0) rows.push(['']);
  }
  return rows;
}

function isReadOnly(keyword: string, words: readonly Token[]): boolean {
  if (readingStatements.includes(keyword) || keyword === '(') return true;
  return (
    keyword === 'with' &&
    !words.some(token => isText(token, 'insert', 'update', 'delete', 'merge'))
  );
}

/** SET search_path TO a, b; other settings of a session have no effect. */
function planSet(words: readonly Token[]): Plan {
  const [, name, ...rest] = words;
  if (!isText(name, 'search_path')) {
    return {
      kind: 'ignore',
      warnings: [`SET ${name?.text ?? ''} has no effect here`],
      isReadOnly: true,
    };
  }
  const schemas = rest
    .filter(token => !isText(token, 'to', '=', ',', '$'))
    .map(nameOf);
  return { kind: 'search-path', schemas, warnings: [], isReadOnly: true };
}

function planUnload(words: readonly Token[]): Plan {
  const { command, warnings } = parseUnload(words);
  const query = planStatement(command.query);
  if (query.kind !== 'run' || !query.isReadOnly) {
    throw new Error('UNLOAD takes a SELECT');
  }
  return {
    kind: 'unload',
    command: { ...command, query: query.sql },
    warnings: [...warnings, ...query.warnings],
    isReadOnly: true,
  };
}

function planDatabase(words: readonly Token[]): Plan {
  const name = words[2] && nameOf(words[2]);
  if (!isText(words[0], 'create') || !name || words.length > 3) {
    throw new Error(
      'of databases only CREATE DATABASE <name> is supported, without options',
    );
  }
  return { kind: 'create-database', name, warnings: [], isReadOnly: false };
}

function planPrincipals(change: PrincipalChange): Plan {
  const view = change.kind === 'user' ? 'pg_user' : 'pg_group';
  return {
    kind: 'principals',
    change,
    warnings: [`a ${change.kind} is listed in ${view} and checked nowhere`],
    isReadOnly: false,
  };
}

/** CREATE VIEW ... WITH NO SCHEMA BINDING */
function dropSchemaBinding(
  tokens: readonly Token[],
  warnings: string[],
): string {
  const sql = joinTokens(tokens);
  const bound = sql.replace(/\s+with\s+no\s+schema\s+binding\s*$/i, '');
  if (bound !== sql) warnings.push('WITH NO SCHEMA BINDING has no effect here');
  return bound;
}
