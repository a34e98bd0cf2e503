import { CauseRule, documents } from './Cause';

/** The job's own code and what it is started with. */
export const SCRIPT: readonly CauseRule[] = [
  {
    id: 'script-not-found',
    patterns: [
      /Error downloading (?:script )?(?:from S3 )?(?:for )?bucket: ([\w.-]+),? key: (\S+?)[,.]?(?:\s|$)/i,
    ],
    explain: ([, bucket, key]) => ({
      title: `The script s3://${bucket}/${key} cannot be read.`,
      remedy:
        "Deploy the pipeline again so that the script is there, and let the job's role read it (s3:GetObject).",
    }),
  },
  {
    id: 'module-not-found',
    patterns: [
      /(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)/,
    ],
    explain: ([, module]) => ({
      title: `The job has no Python module ${module}.`,
      remedy: `Add it by --additional-python-modules (from PyPI) or --extra-py-files (your own, from S3). From a private subnet PyPI cannot be reached: bring a wheel in S3.`,
    }),
    documentation: documents.arguments,
  },
  {
    id: 'argument-missing',
    patterns: [
      /GlueArgumentError: (?:the following )?arguments? (?:are )?(?:required|missing)[^-]*(--\w+)?/i,
      /the following arguments are required: (--\w+)/i,
    ],
    explain: ([, argument]) => ({
      title: `The job was started without ${argument ?? 'an argument that its script needs'}.`,
      remedy:
        "Set it in the job's default arguments, in the trigger's action, or as a run property that the script reads.",
    }),
    documentation: documents.arguments,
  },
  {
    id: 'class-not-found',
    patterns: [
      /ClassNotFoundException: (?:Failed to find data source: )?([\w.$]+)/,
      /\[DATA_SOURCE_NOT_FOUND\] Failed to find the data source: ([\w.]+)/,
    ],
    explain: ([, name]) => ({
      title: `Spark has no ${name}.`,
      remedy:
        'Turn its format on by --datalake-formats (delta, iceberg, hudi), or bring its library by --extra-jars.',
    }),
    documentation: documents.arguments,
  },
  {
    id: 'syntax',
    patterns: [
      /\[PARSE_SYNTAX_ERROR\] (Syntax error at or near [^\s.]+)/,
      /\b(SyntaxError|IndentationError): ([^\n]+)/,
    ],
    explain: ([, first, second]) => ({
      title: `The script or its SQL cannot be read: ${second ?? first}.`,
      remedy: 'Correct it; the line is in the error.',
    }),
  },
];
