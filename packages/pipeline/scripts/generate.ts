// Writes what is made of the language for generated repositories:
//
//   pipeline.schema.json    for editors
//   lib/language.mjs        the rules, as the portal has them
//   lib/language.d.mts      their types
//   warehouse.schema.json   of shared warehouses
//   jobs/modules/functions.py  the functions that expressions may use
//
// and of the kinds of steps and of rules, one file each in src/transforms/ and src/quality/:
//
//   kinds.ts beside them    the list of them
//   template.yaml           the form's pages "Transform" and "Quality"
//
// `generate.ts --check` writes nothing and fails where a file is not up to date.
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';
import { stringify } from 'yaml';
import FUNCTIONS from '../src/expressions/functions.json';

const source = resolve(__dirname, '../src');
const root = resolve(__dirname, '../../..');
const template = join(root, 'templates/glue-redshift-pipeline');
const skeleton = join(template, 'skeleton');

const NOTICE = `// Generated from the language of pipelines (@glue-pipelines/pipeline), so that this repository
// refuses exactly what the developer portal refuses, with the same words. Do not edit.
`;

const NOTICE_OF_KINDS = `// Generated from the files beside this one. Do not edit.
`;

/** The rules as one module. zod stays outside: the repository depends on it. */
async function rules(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'repository.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['zod'],
    charset: 'utf8',
    legalComments: 'none',
    absWorkingDir: root,
  });
  return NOTICE + outputFiles[0].text;
}

/** A type as it is written out in full, without the names of its parts. */
function typeText(name: string, fileName: string): string {
  const file = join(source, fileName);
  const program = ts.createProgram([file], {
    strict: true,
    skipLibCheck: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    resolveJsonModule: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  const symbol = checker
    .getExportsOfModule(module)
    .find(candidate => candidate.name === name)!;
  return checker.typeToString(
    checker.getDeclaredTypeOfSymbol(symbol),
    undefined,
    ts.TypeFormatFlags.NoTruncation |
      ts.TypeFormatFlags.InTypeAlias |
      ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType,
  );
}

const types = () => `${NOTICE}
/** \`pipeline.yaml\` with its defaults filled in; \`pipeline.schema.json\` says what each field means. */
export type Pipeline = ${typeText('Pipeline', 'pipelineFields.ts')};

/** \`warehouse.yaml\` of a shared warehouse with its defaults filled in. */
export type SharedWarehouse = ${typeText('SharedWarehouse', 'sharedWarehouse.ts')};

/** Thrown for what is not valid. Its message lists every problem, one a line, each with its field. */
export declare class InvalidPipelineError extends Error {
  readonly problems: { field: string; message: string }[];
}

/**
 * Checks a pipeline and fills in its defaults.
 *
 * @param input - the content of \`pipeline.yaml\`, parsed; it is not changed
 * @throws InvalidPipelineError
 */
export declare function parsePipeline(input: unknown): Pipeline;

/**
 * Checks a shared warehouse and fills in its defaults.
 *
 * @param input - the content of \`warehouse.yaml\`, parsed; it is not changed
 * @throws InvalidPipelineError
 */
export declare function parseSharedWarehouse(input: unknown): SharedWarehouse;

/** The capacity of a warehouse of the pipeline's own, unless it says otherwise. */
export declare const DEFAULT_CAPACITY: { base: number; max: number };

/** The warehouse that a pipeline loads, by its own name; that is the pipeline's where it brings one. */
export declare function warehouseOf(pipeline: Pick<Pipeline, 'name' | 'warehouse'>): {
  kind: 'workgroup' | 'cluster';
  name: string;
};

/**
 * The rules of the result as a ruleset of Glue Data Quality, in DQDL; \`undefined\` where none can
 * be said. \`unsaid\` has the indexes of those that cannot.
 */
export declare function dataQualityRuleset(
  pipeline: Pick<Pipeline, 'sources' | 'transform' | 'quality'>,
): { ruleset: string | undefined; unsaid: number[] };

/**
 * The files that the steps \`script\` of a pipeline need, by their paths in its repository: a
 * function each, ready to run, and its test.
 */
export declare function scriptFiles(
  pipeline: Pick<Pipeline, 'sources' | 'transform'>,
): Record<string, string>;

/** What \`estimateCost\` assumes unless told otherwise: minutes, and US dollars an hour. */
export declare const COST_ASSUMPTIONS: CostAssumptions;

export interface CostAssumptions {
  prepareMinutes: number;
  transformMinutes: number;
  loadMinutes: number;
  /** Default: as the schedule says, else one run a day. */
  runsPerMonth?: number;
  prices: { dpuHour: number; flexDpuHour: number; rpuHour: number };
}

/** Amounts of US dollars, and the parts of a run that they are made of. */
export interface CostEstimate {
  items: { what: string; amount: number; unit: string; usd: number; reason: string }[];
  perRun: number;
  runsPerMonth: number;
  runsReason: string;
  perMonth: number;
}

/** About what a pipeline costs. */
export declare function estimateCost(
  pipeline: Pipeline,
  assumptions?: CostAssumptions,
): CostEstimate;

/** An estimate in words, a line each. */
export declare function costWords(estimate: CostEstimate): string[];

/** A contract of Open Data Contract Standard v3, as far as changes of it are told. */
export interface DataContract {
  servers: { server: string; database: string; schema: string }[];
  schema: {
    physicalName: string;
    properties: {
      name: string;
      logicalType?: string;
      physicalType?: string;
      required: boolean;
    }[];
  }[];
}

/** A pipeline as a flowchart of Mermaid. */
export declare function pipelineDiagram(pipeline: Pipeline): string;

/** The contract of the table that a pipeline loads. */
export declare function dataContract(pipeline: Pipeline): DataContract;

/** What became of a column between two versions of a contract. */
export interface ContractChange {
  column: string;
  kind: 'removed' | 'retyped' | 'narrowed' | 'widened' | 'optional' | 'added';
  /** Whether it may break those who read the table. */
  breaks: boolean;
  words: string;
}

/** What changes for those who read the table, the breaking first. */
export declare function contractChanges(
  before: DataContract,
  after: DataContract,
): ContractChange[];

/** The changes as Markdown, for a comment on a pull request. */
export declare function contractMarkdown(changes: ContractChange[]): string;

/** Where the sample of a source lies: a JSON object a line, by the names of its columns. */
export declare function sampleFile(source: string): string;

/** The bucket that the samples of a pipeline are put into. */
export declare function sampleBucket(pipeline: Pick<Pipeline, 'name'>): string;

/** The pipeline as it runs on one machine: with a warehouse of its own, started by hand. */
export declare function localPipeline(pipeline: Pipeline): Pipeline;

/** The same on the sample of each source, where rules keep no row back. */
export declare function samplePipeline(pipeline: Pipeline): Pipeline;

/** Thrown for a range that is none; \`field\` is which of its fields is wrong. */
export declare class InvalidRangeError extends Error {
  readonly field: 'from' | 'to' | undefined;
}

/**
 * The hours, days or months from one date to another, both included, in UTC.
 *
 * @throws InvalidRangeError
 */
export declare function rangeValues(range: {
  from: string;
  to: string;
  every: 'hour' | 'day' | 'month';
}): string[];

/** What computes the rows of a pipeline, and why. */
export declare function engineOf(
  pipeline: Pick<Pipeline, 'sources' | 'transform' | 'quality' | 'output' | 'compute'>,
): { engine: 'spark' | 'duckdb'; reason: string };

/** The schedule of a start trigger that is never to fire by itself. */
export declare const NEVER: 'cron(0 0 1 1 ? 2199)';

/** Splits \`s3://bucket/key\`; the key of a folder ends in \`/\`. */
export declare function parseS3Uri(uri: string): { bucket: string; key: string };
`;

const functionNames = (engine = 'spark') =>
  Object.entries(FUNCTIONS)
    .filter(([, engines]) => engines.includes(engine))
    .map(([name]) => `        "${name}",\n`);

const functions =
  () => `"""The functions that expressions of a pipeline may use.

Generated from the language of pipelines. Do not edit.
"""

FUNCTIONS = frozenset(
    [
${functionNames().join('')}    ]
)

# Those that have the same meaning on DuckDB.
DUCKDB_FUNCTIONS = frozenset(
    [
${functionNames('duckdb').join('')}    ]
)
`;

/** The kinds by their files: a kind is named as its file is. */
function kinds(folder: string, maker: string): string {
  const files = readdirSync(join(source, folder))
    .filter(file => /^[a-z]\w*\.ts$/.test(file))
    .map(file => file.slice(0, -'.ts'.length))
    .filter(name =>
      readFileSync(join(source, folder, `${name}.ts`), 'utf8').includes(
        `export const ${name} = ${maker}(`,
      ),
    )
    .sort();
  return `${NOTICE_OF_KINDS}${files
    .map(name => `import { ${name} } from './${name}';\n`)
    .join('')}
export const KINDS = {
${files.map(name => `  ${name},\n`).join('')}};
`;
}

/** What a generated part of the template stands between. */
const partOf = (what: string) =>
  new RegExp(
    `^( *)(# The kinds of ${what}, generated from the language:\\n)[^]*(^ *# End of the kinds of ${what}\\.\\n)`,
    'm',
  );

/** The template with the form's fields of each kind, by what there are kinds of. */
async function withKinds(parts: Record<string, object>): Promise<string> {
  const text = Object.entries(parts).reduce(
    (before, [what, form]) => {
      const fields = stringify(form, {
        lineWidth: 0,
        aliasDuplicateObjects: false,
      });
      return before.replace(
        partOf(what),
        (_, indent: string, begin: string, end: string) =>
          `${indent}${begin}${fields.replace(/^(?=.)/gm, indent)}${end}`,
      );
    },
    readFileSync(join(template, 'template.yaml'), 'utf8'),
  );
  return format(text, { parser: 'yaml', singleQuote: true });
}

/** Each file by its path, with what it is to contain. */
async function contents(): Promise<Record<string, string>> {
  const { pipelineJsonSchema, sharedWarehouseJsonSchema } =
    await import('../src/pipelineJsonSchema');
  const { formOfRules, formOfSteps } = await import('./formOfKinds');
  return {
    [join(root, 'etl-scripts/modules/functions.py')]: functions(),
    [join(skeleton, 'pipeline.schema.json')]: `${JSON.stringify(
      pipelineJsonSchema(),
      null,
      2,
    )}\n`,
    [join(
      root,
      'templates/glue-redshift-warehouse/skeleton/warehouse.schema.json',
    )]: `${JSON.stringify(sharedWarehouseJsonSchema(), null, 2)}\n`,
    [join(skeleton, 'lib/language.mjs')]: await rules(),
    [join(skeleton, 'lib/language.d.mts')]: await format(types(), {
      parser: 'typescript',
      singleQuote: true,
      trailingComma: 'all',
      arrowParens: 'avoid',
    }),
    [join(template, 'template.yaml')]: await withKinds({
      steps: formOfSteps(),
      rules: formOfRules(),
    }),
  };
}

const isStale = ([path, content]: [string, string]) =>
  !existsSync(path) || readFileSync(path, 'utf8') !== content;

async function main() {
  const check = process.argv.includes('--check');
  const settle = ([path, content]: [string, string]) => {
    if (check) {
      process.stderr.write(
        `${relative(root, path)} is not up to date: run "yarn workspace @glue-pipelines/pipeline generate"\n`,
      );
      process.exitCode = 1;
      return;
    }
    writeFileSync(path, content);
    process.stdout.write(`Wrote ${relative(root, path)}\n`);
  };
  // First of all: the rest is made by the language, which reads the lists of kinds.
  const lists: [string, string][] = [
    [join(source, 'transforms/kinds.ts'), kinds('transforms', 'transformKind')],
    [join(source, 'quality/kinds.ts'), kinds('quality', 'qualityKind')],
  ];
  lists.filter(isStale).forEach(settle);
  Object.entries(await contents())
    .filter(isStale)
    .forEach(settle);
}

main();
