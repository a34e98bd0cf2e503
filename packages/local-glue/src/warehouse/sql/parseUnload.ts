import { isText, nameOf, stringValue, Token } from './tokenize';

export type UnloadFormat = 'parquet' | 'csv' | 'text' | 'json';

/** UNLOAD, understood. */
export interface UnloadCommand {
  /** The SELECT, as it was given. */
  query: string;
  /** `s3://bucket/prefix`: what the names of the objects begin with. */
  target: string;
  format: UnloadFormat;
  /** One character. */
  delimiter: string;
  nullString: string;
  hasHeader: boolean;
  addQuotes: boolean;
  escape: boolean;
  compression: 'none' | 'gzip' | 'zstd';
  partitionBy: string[];
  /** Whether the columns of `partitionBy` are in the files too. */
  includePartition: boolean;
  hasManifest: boolean;
  isParallel: boolean;
  allowOverwrite: boolean;
  cleanPath: boolean;
  /** Bytes; a file that reaches it is followed by another. */
  maxFileSize: number;
  /** Without its point; undefined for what the format has by itself. */
  extension?: string;
}

const credentialOptions = [
  'iam_role',
  'credentials',
  'access_key_id',
  'secret_access_key',
  'session_token',
];

const units: Readonly<Record<string, number>> = {
  mb: 1024 ** 2,
  gb: 1024 ** 3,
};

class OptionReader {
  private index = 0;
  private isAuthorized = false;
  private delimiter: string | undefined;

  constructor(
    private readonly words: readonly Token[],
    private readonly command: UnloadCommand,
    private readonly warnings: string[],
  ) {}

  read(): void {
    const { command } = this;
    while (this.index < this.words.length) {
      this.readOption(this.words[this.index++].text.toLowerCase());
    }
    if (!this.isAuthorized) {
      throw new Error(
        "UNLOAD needs an authorization, such as IAM_ROLE 'arn:aws:iam::...' or IAM_ROLE default",
      );
    }
    if (command.cleanPath && command.allowOverwrite) {
      throw new Error('CLEANPATH and ALLOWOVERWRITE exclude each other');
    }
    const { format } = command;
    if (format === 'csv') {
      command.delimiter = this.delimiter ?? ',';
      if (command.escape || command.addQuotes) {
        throw new Error('CSV excludes ESCAPE and ADDQUOTES');
      }
    } else {
      command.delimiter = this.delimiter ?? '|';
    }
    if (['parquet', 'json'].includes(format)) {
      const isOther =
        this.delimiter !== undefined ||
        command.escape ||
        command.addQuotes ||
        command.hasHeader ||
        command.nullString !== '';
      if (isOther) {
        throw new Error(
          `${format.toUpperCase()} excludes HEADER, DELIMITER, ADDQUOTES, ESCAPE and NULL AS`,
        );
      }
    }
    if (format === 'parquet' && command.compression !== 'none') {
      throw new Error(
        'PARQUET excludes GZIP and ZSTD: it is compressed itself',
      );
    }
  }

  private readOption(option: string): void {
    const { command } = this;
    switch (option) {
      case 'with':
      case 'format':
      case 'as':
        break;
      case 'parquet':
      case 'csv':
      case 'json':
        command.format = option;
        break;
      case 'partition':
        this.readPartition();
        break;
      case 'manifest':
        command.hasManifest = true;
        if (this.take('verbose')) {
          this.warnings.push("UNLOAD's VERBOSE has no effect here");
        }
        break;
      case 'header':
        command.hasHeader = true;
        break;
      case 'delimiter':
        this.delimiter = this.text('DELIMITER').replace(/^\\t$/, '\t');
        if (this.delimiter.length !== 1) {
          throw new Error("UNLOAD's DELIMITER is one character");
        }
        break;
      case 'addquotes':
        command.addQuotes = true;
        break;
      case 'escape':
        command.escape = true;
        break;
      case 'null':
        command.nullString = this.text('NULL AS');
        break;
      case 'allowoverwrite':
        command.allowOverwrite = true;
        break;
      case 'cleanpath':
        command.cleanPath = true;
        break;
      case 'gzip':
      case 'zstd':
        command.compression = option;
        break;
      case 'parallel':
        command.isParallel = !this.take('off', 'false');
        this.take('on', 'true');
        break;
      case 'maxfilesize':
        command.maxFileSize = this.size();
        break;
      case 'extension':
        command.extension = this.text('EXTENSION').replace(/^\./, '');
        break;
      case 'region':
        this.text('REGION');
        break;
      case 'rowgroupsize':
        this.size();
        this.warnings.push("UNLOAD's ROWGROUPSIZE has no effect here");
        break;
      default:
        if (!credentialOptions.includes(option)) {
          throw new Error(
            `UNLOAD's ${option.toUpperCase()} is not supported by the warehouse of local-glue`,
          );
        }
        this.isAuthorized = true;
        this.take('as');
        this.index++;
    }
  }

  /** PARTITION BY (a, b) [INCLUDE] */
  private readPartition(): void {
    const { command, words } = this;
    this.take('by');
    this.take('(');
    while (this.index < words.length && !this.take(')')) {
      if (!this.take(','))
        command.partitionBy.push(nameOf(words[this.index++]));
    }
    command.includePartition = this.take('include');
  }

  private take(...texts: string[]): boolean {
    const isThere = isText(this.words[this.index], ...texts);
    if (isThere) this.index++;
    return isThere;
  }

  private text(option: string): string {
    this.take('as');
    const token = this.words[this.index++];
    if (token?.kind === 'string') return stringValue(token);
    throw new Error(`UNLOAD's ${option} needs a value in quotes`);
  }

  /** Bytes, of `100 MB`. */
  private size(): number {
    this.take('as');
    const amount = Number(this.words[this.index++]?.text);
    const unit = this.words[this.index]?.text.toLowerCase() ?? '';
    const isUnit = unit in units;
    if (isUnit) this.index++;
    const bytes = amount * (isUnit ? units[unit] : units.mb);
    if (!(bytes > 0)) throw new Error('syntax error: a size is a number of MB');
    return bytes;
  }
}

/**
 * Reads UNLOAD (Amazon Redshift Database Developer Guide, "UNLOAD"). `words`
 * are without white space. Throws Error, naming what it does not support.
 */
export function parseUnload(words: readonly Token[]): {
  command: UnloadCommand;
  warnings: string[];
} {
  const [, open, query, close, to, target] = words;
  if (
    !isText(open, '(') ||
    query?.kind !== 'string' ||
    !isText(close, ')') ||
    !isText(to, 'to') ||
    target?.kind !== 'string'
  ) {
    throw new Error(
      "UNLOAD is understood as UNLOAD ('SELECT ...') TO 's3://...' IAM_ROLE '...' [FORMAT AS ...]",
    );
  }
  const command: UnloadCommand = {
    query: stringValue(query),
    target: stringValue(target),
    format: 'text',
    delimiter: '|',
    nullString: '',
    hasHeader: false,
    addQuotes: false,
    escape: false,
    compression: 'none',
    partitionBy: [],
    includePartition: false,
    hasManifest: false,
    isParallel: true,
    allowOverwrite: false,
    cleanPath: false,
    maxFileSize: 6.2 * 1024 ** 3,
  };
  if (!command.target.startsWith('s3://')) {
    throw new Error(
      `UNLOAD writes to s3://bucket/prefix, not to "${command.target}"`,
    );
  }
  const warnings: string[] = [];
  new OptionReader(words.slice(6), command, warnings).read();
  return { command, warnings };
}
