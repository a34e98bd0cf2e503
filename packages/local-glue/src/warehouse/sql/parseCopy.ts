import { isText, sqlName, stringValue, Token } from './tokenize';

export type CopyFormat = 'parquet' | 'csv' | 'text' | 'json';

/** COPY, understood. */
export interface CopyCommand {
  /** Quoted, ready for SQL. */
  table: string;
  /** Lower case; undefined means all, in their order. */
  columns?: string[];
  /** `s3://bucket/prefix`: every object whose key begins so. */
  source: string;
  isManifest: boolean;
  format: CopyFormat;
  /** One character. */
  delimiter: string;
  /** One character, or empty for none. */
  quote: string;
  /** Lines at the beginning of each file. */
  ignoreHeader: number;
  /** What stands for NULL. */
  nullString: string;
  emptyAsNull: boolean;
  blanksAsNull: boolean;
  /** Missing columns at the end of a line are NULL. */
  fillRecord: boolean;
  compression: 'none' | 'gzip' | 'zstd';
}

/** Options without effect on what is loaded, and how many values each may have. */
const ignoredOptions: Readonly<Record<string, 0 | 1 | 'optional'>> = {
  acceptinvchars: 'optional',
  acceptanydate: 0,
  compupdate: 'optional',
  comprows: 1,
  explicit_ids: 0,
  ignoreblanklines: 0,
  maxerror: 1,
  region: 1,
  roundec: 0,
  statupdate: 'optional',
  truncatecolumns: 0,
};

const credentialOptions = [
  'iam_role',
  'credentials',
  'access_key_id',
  'secret_access_key',
  'session_token',
];

/**
 * Reads COPY (Amazon Redshift Database Developer Guide, "COPY"). `tokens` are
 * without white space. Throws Error, naming what it does not support.
 */
export function parseCopy(tokens: readonly Token[]): {
  command: CopyCommand;
  warnings: string[];
} {
  let index = 1;
  const table = [readName(tokens[index++])];
  while (isText(tokens[index], '.')) {
    table.push(readName(tokens[index + 1]));
    index += 2;
  }
  let columns: string[] | undefined;
  if (isText(tokens[index], '(')) {
    columns = [];
    while (index < tokens.length && !isText(tokens[index], ')')) {
      index++;
      if (!isText(tokens[index], ',', ')')) {
        columns.push(readName(tokens[index]));
      }
    }
    index++;
  }
  if (!isText(tokens[index], 'from') || tokens[index + 1]?.kind !== 'string') {
    throw new Error(
      "COPY is understood as COPY <table> [(<columns>)] FROM 's3://...' IAM_ROLE '...' [FORMAT ...]",
    );
  }
  const source = stringValue(tokens[index + 1]);
  if (!source.startsWith('s3://')) {
    throw new Error(
      `COPY reads from s3://bucket/prefix here, not from "${source}"`,
    );
  }
  const command: CopyCommand = {
    table: table.map(sqlName).join('.'),
    columns,
    source,
    isManifest: false,
    format: 'text',
    delimiter: '|',
    quote: '',
    ignoreHeader: 0,
    nullString: '\\N',
    emptyAsNull: false,
    blanksAsNull: false,
    fillRecord: false,
    compression: 'none',
  };
  const warnings: string[] = [];
  readOptions(tokens.slice(index + 2), command, warnings);
  return { command, warnings };
}

function readOptions(
  tokens: readonly Token[],
  command: CopyCommand,
  warnings: string[],
): void {
  let index = 0;
  let delimiter: string | undefined;
  let isAuthorized = false;
  /** The next token, an `AS` before it left out. */
  const value = (): Token | undefined => {
    if (isText(tokens[index], 'as')) index++;
    return tokens[index++];
  };
  const text = (option: string): string => {
    const token = value();
    if (token?.kind === 'string') return stringValue(token);
    throw new Error(`COPY's ${option} needs a value in quotes`);
  };
  const character = (option: string): string => {
    const given = text(option).replace(/^\\t$/, '\t');
    if (given.length === 1) return given;
    throw new Error(`COPY's ${option} is "${given}", not one character`);
  };

  while (index < tokens.length) {
    const option = tokens[index++].text.toLowerCase();
    switch (option) {
      case 'with':
        break;
      case 'format':
        if (isText(tokens[index], 'as')) index++;
        break;
      case 'parquet':
        command.format = option;
        break;
      case 'csv':
        command.format = 'csv';
        command.quote = '"';
        if (isText(tokens[index], 'quote')) {
          index++;
          command.quote = character('QUOTE');
        }
        break;
      case 'json':
        command.format = 'json';
        readJsonPaths(
          tokens[index + (isText(tokens[index], 'as') ? 1 : 0)]?.kind ===
            'string'
            ? text('JSON')
            : 'auto',
        );
        break;
      case 'delimiter':
        delimiter = character('DELIMITER');
        break;
      case 'ignoreheader':
        command.ignoreHeader = Number(value()?.text);
        if (!Number.isInteger(command.ignoreHeader)) {
          throw new Error("COPY's IGNOREHEADER needs a number of lines");
        }
        break;
      case 'null':
        command.nullString = text('NULL AS').replace(/^\\0$/, '\0');
        break;
      case 'emptyasnull':
        command.emptyAsNull = true;
        break;
      case 'blanksasnull':
        command.blanksAsNull = true;
        break;
      case 'fillrecord':
        command.fillRecord = true;
        break;
      case 'removequotes':
        command.quote = '"';
        break;
      case 'manifest':
        command.isManifest = true;
        break;
      case 'gzip':
      case 'zstd':
        command.compression = option;
        break;
      case 'dateformat':
      case 'timeformat': {
        const format = text(option.toUpperCase()).toLowerCase();
        if (!['auto', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mi:ss'].includes(format)) {
          throw new Error(
            `COPY's ${option.toUpperCase()} '${format}' is not supported here; 'auto' is`,
          );
        }
        break;
      }
      case 'encoding':
        if (!['utf8', 'utf-8'].includes(value()?.text.toLowerCase() ?? '')) {
          throw new Error("COPY's ENCODING is UTF8 here");
        }
        break;
      default:
        if (credentialOptions.includes(option)) {
          isAuthorized = true;
          value();
        } else if (option in ignoredOptions) {
          const arity = ignoredOptions[option];
          const next = isText(tokens[index], 'as') ? index + 1 : index;
          const hasValue =
            arity === 1 ||
            (arity === 'optional' &&
              (tokens[next]?.kind === 'string' ||
                isText(tokens[next], 'on', 'off', 'true', 'false', 'preset')));
          if (hasValue) value();
          if (option !== 'region') {
            warnings.push(`COPY's ${option.toUpperCase()} has no effect here`);
          }
        } else {
          throw new Error(
            `COPY's ${option.toUpperCase()} is not supported by the warehouse of local-glue`,
          );
        }
    }
  }
  if (!isAuthorized) {
    throw new Error(
      "COPY needs an authorization, such as IAM_ROLE 'arn:aws:iam::...' or IAM_ROLE default",
    );
  }
  command.delimiter = delimiter ?? (command.format === 'csv' ? ',' : '|');
}

function readJsonPaths(value: string): void {
  if (/^auto( ignorecase)?$/i.test(value)) return;
  throw new Error(
    `COPY's JSON '${value}' is not supported here; 'auto' is, which takes columns by their names`,
  );
}

function readName(token: Token | undefined): string {
  if (token?.kind === 'word') return token.text.toLowerCase();
  if (token?.kind === 'quoted') {
    return token.text.slice(1, -1).replaceAll('""', '"').toLowerCase();
  }
  throw new Error(
    `COPY needs the name of a table or column where it has ${token ? `"${token.text}"` : 'nothing'}`,
  );
}
