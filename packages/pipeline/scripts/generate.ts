// Writes what is made of the language for generated repositories:
//
//   pipeline.schema.json    for editors
//   lib/language.mjs        the rules, as the portal has them
//   lib/language.d.mts      their types
//   jobs/modules/functions.py  the functions that expressions may use
//
// `generate.ts --check` writes nothing and fails where a file is not up to date.
import { build } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';
import FUNCTIONS from '../src/expressions/functions.json';
import { pipelineJsonSchema } from '../src/pipelineJsonSchema';

const source = resolve(__dirname, '../src');
const root = resolve(__dirname, '../../..');
const skeleton = join(root, 'templates/glue-redshift-pipeline/skeleton');

const NOTICE = `// Generated from the language of pipelines (@glue-pipelines/pipeline), so that this repository
// refuses exactly what the developer portal refuses, with the same words. Do not edit.
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
function typeText(name: string): string {
  const file = join(source, 'pipelineFields.ts');
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
export type Pipeline = ${typeText('Pipeline')};

/** Thrown for a pipeline that is not valid. Its message lists every problem, one a line, each with its field. */
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

/** The schedule of a start trigger that is never to fire by itself. */
export declare const NEVER: 'cron(0 0 1 1 ? 2199)';

/** Splits \`s3://bucket/key\`; the key of a folder ends in \`/\`. */
export declare function parseS3Uri(uri: string): { bucket: string; key: string };
`;

const functions =
  () => `"""The functions that expressions of a pipeline may use.

Generated from the language of pipelines. Do not edit.
"""

FUNCTIONS = frozenset(
    [
${FUNCTIONS.map(name => `        "${name}",\n`).join('')}    ]
)
`;

async function main() {
  const files: Record<string, string> = {
    '../../../etl-scripts/modules/functions.py': functions(),
    'pipeline.schema.json': `${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`,
    'lib/language.mjs': await rules(),
    'lib/language.d.mts': await format(types(), {
      parser: 'typescript',
      singleQuote: true,
      trailingComma: 'all',
      arrowParens: 'avoid',
    }),
  };
  const stale = Object.entries(files)
    .map(([name, content]) => ({ path: join(skeleton, name), content }))
    .filter(
      ({ path, content }) =>
        !existsSync(path) || readFileSync(path, 'utf8') !== content,
    );
  if (process.argv.includes('--check')) {
    for (const { path } of stale) {
      process.stderr.write(
        `${relative(root, path)} is not up to date: run "yarn workspace @glue-pipelines/pipeline generate"\n`,
      );
    }
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const { path, content } of stale) {
    writeFileSync(path, content);
    process.stdout.write(`Wrote ${relative(root, path)}\n`);
  }
}

main();
