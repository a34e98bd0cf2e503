import { documents, KnownRule } from './Cause';

/** The job's own code and what it is started with. */
export const SCRIPT: readonly KnownRule[] = [
  {
    id: 'script-not-found',
    patterns: [
      /Error downloading (?:script )?(?:from S3 )?(?:for )?bucket: ([\w.-]+),? key: (\S+?)[,.]?(?:\s|$)/i,
    ],
    explain: ([, bucket, key]) => ({
      values: { script: `s3://${bucket}/${key}` },
    }),
  },
  {
    id: 'module-not-found',
    patterns: [
      /(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)/,
    ],
    explain: ([, module]) => ({ values: { module } }),
    documentation: documents.arguments,
  },
  {
    id: 'argument-missing',
    patterns: [
      /GlueArgumentError: (?:the following )?arguments? (?:are )?(?:required|missing)[^-]*(--\w+)?/i,
      /the following arguments are required: (--\w+)/i,
    ],
    explain: ([, argument]) =>
      argument ? { title: 'argument-missing-named', values: { argument } } : {},
    documentation: documents.arguments,
  },
  {
    id: 'class-not-found',
    patterns: [
      /ClassNotFoundException: (?:Failed to find data source: )?([\w.$]+)/,
      /\[DATA_SOURCE_NOT_FOUND\] Failed to find the data source: ([\w.]+)/,
    ],
    explain: ([, name]) => ({ values: { name } }),
    documentation: documents.arguments,
  },
  {
    id: 'syntax',
    patterns: [
      /\[PARSE_SYNTAX_ERROR\] (Syntax error at or near [^\s.]+)/,
      /\b(SyntaxError|IndentationError): ([^\n]+)/,
    ],
    explain: ([, first, second]) => ({ values: { problem: second ?? first } }),
  },
];
