// Writes what is made of the API's document, src/schema/openapi.yaml:
//
//   src/schema/openapi.generated.ts                          for the router's validation and types
//   ../glue-pipelines-common/src/api/schema.generated.ts     types for everybody else
//
// `generate.ts --check` writes nothing and fails where a file is not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { parse } from 'yaml';

const root = resolve(__dirname, '..');
const source = resolve(root, 'src/schema/openapi.yaml');
const NOTICE = `// Generated from plugins/glue-pipelines-backend/src/schema/openapi.yaml. Do not edit.\n\n`;

async function contents(): Promise<Record<string, string>> {
  const text = readFileSync(source, 'utf8');
  const types = await openapiTS(text, { alphabetize: false });
  return {
    'src/schema/openapi.generated.ts': `export const spec = ${JSON.stringify(
      parse(text),
    )} as const;\n`,
    '../glue-pipelines-common/src/api/schema.generated.ts': astToString(types),
  };
}

async function main() {
  const check = process.argv.includes('--check');
  const old: string[] = [];
  for (const [name, body] of Object.entries(await contents())) {
    const path = resolve(root, name);
    const formatted = await format(NOTICE + body, {
      parser: 'typescript',
      singleQuote: true,
      trailingComma: 'all',
      arrowParens: 'avoid',
    });
    if (existsSync(path) && readFileSync(path, 'utf8') === formatted) {
      continue;
    }
    if (check) {
      old.push(relative(process.cwd(), path));
    } else {
      writeFileSync(path, formatted);
    }
  }
  if (old.length > 0) {
    throw new Error(
      `Not up to date: ${old.join(', ')}. Run \`yarn workspace @glue-pipelines/backstage-plugin-backend generate\``,
    );
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
