import { CopyCommand, parseCopy } from './parseCopy';
import { bindParameters, Parameters } from './bindParameters';
import { rewriteCreateTable } from './createTable';
import { rewriteExpressions } from './rewriteExpressions';
import {
  isText,
  joinTokens,
  significant,
  sqlName,
  stringValue,
  Token,
  tokenize,
} from './tokenize';

/** What the warehouse does for one statement of Redshift SQL. */
export type Plan = {
  /** Accepted and without effect here, one sentence each. */
  warnings: string[];
  /** Whether it leaves the database as it is, so that it may run beside others. */
  isReadOnly: boolean;
} & (
  | { kind: 'run'; sql: string }
  | { kind: 'copy'; command: CopyCommand }
  | { kind: 'create-database'; name: string }
  /** The schema that unqualified names are looked up in first. */
  | { kind: 'search-path'; schemas: string[] }
  | { kind: 'begin' | 'commit' | 'ignore' }
);

/** DuckDB's own statements: the warehouse is told from Redshift by them, or left through them. */
const foreignStatements = [
  'attach',
  'checkpoint',
  'detach',
  'export',
  'force',
  'from',
  'import',
  'install',
  'load',
  'pivot',
  'pragma',
  'reset',
  'unpivot',
  'use',
];

const readingStatements = ['select', 'show', 'explain', 'values', 'describe'];

/** Redshift's statements about what this warehouse does not have. */
const ignoredStatements = ['vacuum', 'analyze', 'grant', 'revoke', 'lock'];

/** Throws Error for what cannot be run here, naming it. */
export function planStatement(sql: string, parameters: Parameters = {}): Plan {
  const tokens = bindParameters(tokenize(sql), parameters);
  const words = significant(tokens);
  const [first, second] = words;
  const keyword = (first?.text ?? '').toLowerCase();
  const ignore = (warning: string): Plan => ({
    kind: 'ignore',
    warnings: [warning],
    isReadOnly: true,
  });

  if (!first) throw new Error('the statement is empty');
  if (foreignStatements.includes(keyword)) {
    throw new Error(`${keyword.toUpperCase()} is no statement of Redshift`);
  }
  if (ignoredStatements.includes(keyword)) {
    return ignore(`${keyword.toUpperCase()} has no effect here`);
  }
  switch (keyword) {
    case 'copy':
      return { kind: 'copy', ...parseCopy(words), isReadOnly: false };
    case 'unload':
      throw new Error('the warehouse of local-glue does not support UNLOAD');
    case 'begin':
    case 'start':
      return { kind: 'begin', warnings: [], isReadOnly: true };
    case 'commit':
    case 'end':
      return { kind: 'commit', warnings: [], isReadOnly: true };
    case 'rollback':
    case 'abort':
      throw new Error(
        `${keyword.toUpperCase()} is not supported: a batch is one transaction, which is rolled back when a statement fails`,
      );
    case 'set':
      return planSet(words);
    case 'create':
      if (isText(second, 'database')) return planCreateDatabase(words);
      break;
    case 'alter': {
      const physical = words.find(token =>
        isText(token, 'sortkey', 'distkey', 'diststyle', 'encode'),
      );
      if (physical && words.some(token => isText(token, 'alter'))) {
        return ignore(
          `ALTER TABLE ... ${physical.text.toUpperCase()} has no effect here`,
        );
      }
      break;
    }
    default:
  }

  const rewritten = rewriteExpressions(tokens);
  const table = rewriteCreateTable(rewritten);
  const warnings = table?.warnings ?? [];
  if (keyword === 'truncate') {
    warnings.push(
      'On Redshift TRUNCATE commits the transaction that it is in; here it is part of it. DELETE behaves alike on both.',
    );
  }
  return {
    kind: 'run',
    sql: table?.sql ?? dropSchemaBinding(rewritten, warnings),
    warnings,
    isReadOnly: isReadOnly(keyword, words),
  };
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

function planCreateDatabase(words: readonly Token[]): Plan {
  const name = words[2] && nameOf(words[2]);
  if (!name || words.length > 3) {
    throw new Error(
      'only CREATE DATABASE <name> is supported, without options',
    );
  }
  return {
    kind: 'create-database',
    name,
    warnings: [],
    isReadOnly: false,
  };
}

/** What a name, quoted or not, says: Redshift folds both to lower case. */
export function nameOf(token: Token): string {
  if (token.kind === 'string') return stringValue(token).toLowerCase();
  if (token.kind === 'quoted') {
    return token.text.slice(1, -1).replaceAll('""', '"').toLowerCase();
  }
  return token.text.toLowerCase();
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

/** A list of names as DuckDB's `search_path` wants it. */
export function searchPath(
  database: string,
  schemas: readonly string[],
): string {
  return [...schemas, 'public', 'main']
    .map(schema => `${sqlName(database)}.${sqlName(schema)}`)
    .join(',');
}
