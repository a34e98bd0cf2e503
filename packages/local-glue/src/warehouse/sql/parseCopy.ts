import { readName } from './alterTable';
import { isText, nameOf, stringValue, Token } from './tokenize';

export type CopyFormat = 'parquet' | 'csv' | 'text' | 'fixedwidth' | 'json';

/** COPY, understood. */
export interface CopyCommand {
  /** Lower case: table; schema and table; or database, schema and table. */
  table: string[];
  /** Lower case; undefined means all, in their order. */
  columns?: string[];
  /** `s3://bucket/prefix`: every object whose key begins so. */
  source: string;
  isManifest: boolean;
  format: CopyFormat;
  /** `auto`, `auto ignorecase`, `noshred` or the `s3://` of a jsonpaths file. */
  json: string;
  /** Characters of each field of `fixedwidth`. */
  widths: number[];
  /** One character. */
  delimiter: string;
  /** One character, of `csv`. */
  quote: string;
  removeQuotes: boolean;
  escape: boolean;
  /** Lines at the beginning of each file. */
  ignoreHeader: number;
  /** What stands for NULL. */
  nullString: string;
  emptyAsNull: boolean;
  blanksAsNull: boolean;
  trimBlanks: boolean;
  ignoreBlankLines: boolean;
  /** Missing columns at the end of a line are NULL. */
  fillRecord: boolean;
  truncateColumns: boolean;
  roundDecimals: boolean;
  /** What replaces a character that is not UTF-8; undefined makes it an error. */
  invalidCharacter?: string;
  acceptAnyDate: boolean;
  /** `auto` or a format; undefined is `YYYY-MM-DD`. */
  dateFormat?: string;
  /** `auto`, `epochsecs`, `epochmillisecs` or a format; undefined is `YYYY-MM-DD HH:MI:SS`. */
  timeFormat?: string;
  /** Rows that may be rejected before the load fails. */
  maxError: number;
  /** Whether the files have the values of IDENTITY columns. */
  explicitIds: boolean;
  /** Whether the files are checked only. */
  noLoad: boolean;
  compression: 'none' | 'gzip' | 'zstd';
}

/** Options without effect on what is loaded, and how many values each may have. */
const ignoredOptions: Readonly<Record<string, 1 | 'optional'>> = {
  compupdate: 'optional',
  comprows: 1,
  statupdate: 'optional',
};

const credentialOptions = [
  'iam_role',
  'credentials',
  'access_key_id',
  'secret_access_key',
  'session_token',
];

/** What may stand beside PARQUET (Amazon Redshift Database Developer Guide, "COPY from columnar data formats"). */
const columnarOptions = [
  ...credentialOptions,
  'acceptinvchars',
  'explicit_ids',
  'fillrecord',
  'format',
  'manifest',
  'parquet',
  'region',
  'statupdate',
  'with',
];

const flags = {
  emptyasnull: 'emptyAsNull',
  blanksasnull: 'blanksAsNull',
  trimblanks: 'trimBlanks',
  ignoreblanklines: 'ignoreBlankLines',
  fillrecord: 'fillRecord',
  truncatecolumns: 'truncateColumns',
  roundec: 'roundDecimals',
  acceptanydate: 'acceptAnyDate',
  explicit_ids: 'explicitIds',
  removequotes: 'removeQuotes',
  escape: 'escape',
  manifest: 'isManifest',
  noload: 'noLoad',
} as const;

/** MAXERROR takes no more. */
const mostErrors = 100_000;

class OptionReader {
  private index = 0;
  private delimiter: string | undefined;
  private readonly given: string[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly command: CopyCommand,
    private readonly warnings: string[],
  ) {}

  read(): void {
    const { command, given } = this;
    while (this.index < this.tokens.length) {
      const option = this.tokens[this.index++].text.toLowerCase();
      given.push(option);
      this.readOption(option);
    }
    if (!given.some(option => credentialOptions.includes(option))) {
      throw new Error(
        "COPY needs an authorization, such as IAM_ROLE 'arn:aws:iam::...' or IAM_ROLE default",
      );
    }
    command.delimiter =
      this.delimiter ?? (command.format === 'csv' ? ',' : '|');
    this.refuseCombinations();
  }

  private refuseCombinations(): void {
    const { command, given } = this;
    if (command.format === 'parquet') {
      const other = given.find(option => !columnarOptions.includes(option));
      if (other) {
        throw new Error(
          `${other.toUpperCase()} argument is not supported for PARQUET based COPY`,
        );
      }
    }
    if (command.format === 'csv') {
      const other = given.find(option =>
        ['escape', 'removequotes', 'fixedwidth'].includes(option),
      );
      if (other) {
        throw new Error(`CSV is not compatible with ${other.toUpperCase()}`);
      }
    }
    if (command.format === 'json') {
      const other = given.find(option =>
        [
          'csv',
          'delimiter',
          'escape',
          'fillrecord',
          'fixedwidth',
          'ignoreblanklines',
          'removequotes',
        ].includes(option),
      );
      if (other) {
        throw new Error(
          `${other.toUpperCase()} argument is not supported for JSON based COPY`,
        );
      }
    }
  }

  private readOption(option: string): void {
    const { command } = this;
    if (Object.hasOwn(flags, option)) {
      command[flags[option as keyof typeof flags]] = true;
      return;
    }
    switch (option) {
      case 'with':
        return;
      case 'format':
        this.skipAs();
        return;
      case 'parquet':
        command.format = option;
        return;
      case 'csv':
        command.format = 'csv';
        if (isText(this.tokens[this.index], 'quote')) {
          this.index++;
          command.quote = this.character('QUOTE');
        }
        return;
      case 'json':
        command.format = 'json';
        command.json = this.hasText() ? this.text('JSON') : 'auto';
        if (/^(auto( ignorecase)?|noshred)$/i.test(command.json)) {
          command.json = command.json.toLowerCase();
        } else if (!command.json.startsWith('s3://')) {
          throw new Error(
            `COPY's JSON '${command.json}' is none of 'auto', 'auto ignorecase', 'noshred' and the s3:// location of a jsonpaths file`,
          );
        }
        return;
      case 'fixedwidth':
        command.format = 'fixedwidth';
        command.widths = this.widths(this.text('FIXEDWIDTH'));
        return;
      case 'delimiter':
        this.delimiter = this.character('DELIMITER');
        return;
      case 'ignoreheader':
        command.ignoreHeader = this.number('IGNOREHEADER');
        return;
      case 'maxerror':
        command.maxError = this.number('MAXERROR');
        if (command.maxError > mostErrors) {
          throw new Error(`COPY's MAXERROR is at most ${mostErrors}`);
        }
        return;
      case 'null':
        command.nullString = this.text('NULL AS')
          .replace(/^\\0$/, '\0')
          .replace(/^\\\\N$/, '\\N');
        return;
      case 'acceptinvchars':
        command.invalidCharacter = this.hasText()
          ? this.character('ACCEPTINVCHARS')
          : '?';
        return;
      case 'dateformat':
        command.dateFormat = this.text('DATEFORMAT');
        return;
      case 'timeformat':
        command.timeFormat = this.text('TIMEFORMAT');
        return;
      case 'gzip':
      case 'zstd':
        command.compression = option;
        return;
      case 'encoding':
        if (
          !['utf8', 'utf-8'].includes(this.value()?.text.toLowerCase() ?? '')
        ) {
          throw new Error("COPY's ENCODING is UTF8 here");
        }
        return;
      case 'region':
        this.text('REGION');
        return;
      default:
        this.readOther(option);
    }
  }

  private readOther(option: string): void {
    if (credentialOptions.includes(option)) {
      this.value();
      return;
    }
    if (!Object.hasOwn(ignoredOptions, option)) {
      throw new Error(
        `COPY's ${option.toUpperCase()} is not supported by the warehouse of local-glue`,
      );
    }
    const isThere = isText(
      this.tokens[this.index],
      'on',
      'off',
      'true',
      'false',
      'preset',
      'as',
    );
    if (ignoredOptions[option] === 1 || isThere) this.value();
    this.warnings.push(`COPY's ${option.toUpperCase()} has no effect here`);
  }

  private skipAs(): void {
    if (isText(this.tokens[this.index], 'as')) this.index++;
  }

  /** The next token, an `AS` before it left out. */
  private value(): Token | undefined {
    this.skipAs();
    return this.tokens[this.index++];
  }

  /** Whether a text in quotes follows, with or without `AS`. */
  private hasText(): boolean {
    const at = this.index + (isText(this.tokens[this.index], 'as') ? 1 : 0);
    return this.tokens[at]?.kind === 'string';
  }

  private text(option: string): string {
    const token = this.value();
    if (token?.kind === 'string') return stringValue(token);
    throw new Error(`COPY's ${option} needs a value in quotes`);
  }

  private character(option: string): string {
    const given = this.text(option)
      .replace(/^\\t$/, '\t')
      .replace(/^\\([0-7]{3})$/, (_, octal: string) =>
        String.fromCharCode(parseInt(octal, 8)),
      );
    if (given.length === 1) return given;
    throw new Error(`COPY's ${option} is "${given}", not one character`);
  }

  private number(option: string): number {
    const number = Number(this.value()?.text);
    if (Number.isInteger(number)) return number;
    throw new Error(`COPY's ${option} needs a number`);
  }

  /** `id:3,name:10` in the order of the columns. */
  private widths(text: string): number[] {
    const widths = text.split(',').map(part => Number(part.split(':').pop()));
    if (widths.every(width => width > 0)) return widths;
    throw new Error(`COPY's FIXEDWIDTH '${text}' is not 'name:width,...'`);
  }
}

/**
 * Reads COPY (Amazon Redshift Database Developer Guide, "COPY"). `tokens` are
 * without white space. Throws Error, naming what it does not support.
 */
export function parseCopy(tokens: readonly Token[]): {
  command: CopyCommand;
  warnings: string[];
} {
  const { name: table, end } = readName(tokens, 1);
  let index = end;
  let columns: string[] | undefined;
  if (isText(tokens[index], '(')) {
    columns = [];
    for (index++; index < tokens.length; index++) {
      if (isText(tokens[index], ')')) break;
      if (!isText(tokens[index], ',')) columns.push(nameOf(tokens[index]));
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
    table,
    columns,
    source,
    isManifest: false,
    format: 'text',
    json: 'auto',
    widths: [],
    delimiter: '|',
    quote: '"',
    removeQuotes: false,
    escape: false,
    ignoreHeader: 0,
    nullString: '\\N',
    emptyAsNull: false,
    blanksAsNull: false,
    trimBlanks: false,
    ignoreBlankLines: false,
    fillRecord: false,
    truncateColumns: false,
    roundDecimals: false,
    acceptAnyDate: false,
    maxError: 0,
    explicitIds: false,
    noLoad: false,
    compression: 'none',
  };
  const warnings: string[] = [];
  new OptionReader(tokens.slice(index + 2), command, warnings).read();
  return { command, warnings };
}
